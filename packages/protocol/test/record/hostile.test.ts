import { BrokerError } from '@samsa/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AppendRules,
  BatchValidator,
  BatchView,
  BatchWalker,
  buildBatch,
  DEFAULT_APPEND_RULES,
  ensureValid,
  LegacyBatchView,
  LOG_APPEND_TIME,
  MAGIC_V2,
  openRecords,
  patchCrc,
  readLegacyBatch,
  RECORDS_OFFSET,
  RecordWalk,
  walkRecords,
} from '../../src/record/index.ts'
import { batchFields, newRecords } from '../support/arbitrary-batch.ts'
import { damage } from '../support/arbitrary-bytes.ts'
import { newTools } from '../support/tools.ts'

const tools = newTools()
const NOW_MS = 1_750_000_000_000
const knownCodes = [-1, 2, 10, 18, 32, 76, 87]

const rules: fc.Arbitrary<AppendRules> = fc
  .record(
    {
      isCompacted: fc.boolean(),
      timestampType: fc.constantFrom(0 as const, LOG_APPEND_TIME),
      timestampBeforeMaxMs: fc.constant(1000),
      timestampAfterMaxMs: fc.constant(0),
      targetCodec: fc.constantFrom(0, 1, 2, 3, 4),
      messageBytesMax: fc.constant(200),
      apiVersion: fc.constantFrom(3, 13),
    },
    { requiredKeys: [] },
  )
  .map((some) => ({ ...DEFAULT_APPEND_RULES, ...some }))

const codec = fc.constantFrom(0, 1, 2, 3, 4)
const damages = fc.array(damage(), { minLength: 1, maxLength: 3 })

/** A batch that was damaged; with the CRC and the length put right, or as it is. */
const damaged = fc
  .tuple(batchFields(), codec, newRecords(), damages, fc.boolean(), fc.boolean())
  .map(([fields, ofCodec, written, harms, isHeaderSpared, isPutRight]) => {
    const batch = buildBatch(tools, { ...fields, codec: ofCodec }, written)
    const kept = isHeaderSpared ? RECORDS_OFFSET : 0
    const harmed = harms.reduce<Uint8Array>((rest, harm) => harm(rest), batch.slice(kept))
    const bytes = Buffer.concat([batch.subarray(0, kept), harmed])
    if (isPutRight && bytes.length >= RECORDS_OFFSET) {
      bytes.writeInt32BE(bytes.length - 12, 8)
      bytes[16] = MAGIC_V2
      patchCrc(bytes, 0, tools.checksum)
    }
    return new Uint8Array(bytes)
  })

/** Reads all there is, strictly. */
function readAll(bytes: Uint8Array): void {
  const walker = new BatchWalker(bytes)
  while (walker.next()) {
    const { batch } = walker
    if (batch.magic === MAGIC_V2) {
      ensureValid(batch, tools.checksum)
      const cursor = openRecords(batch, tools.compression, undefined, 1_000_000)
      while (cursor.next()) void [cursor.key, cursor.value, cursor.headers, cursor.exactTimestamp]
    } else {
      const legacy = new LegacyBatchView(bytes, batch.position)
      legacy.ensureValid()
      readLegacyBatch(legacy, tools.compression, 1_000_000)
    }
  }
}

function errorOf(action: () => void): unknown {
  try {
    action()
    return undefined
  } catch (error) {
    return error
  }
}

describe('damaged batches', () => {
  test("are answered with one of Kafka's codes, or taken and then readable", () => {
    const validator = new BatchValidator(tools)
    fc.assert(
      fc.property(damaged, rules, (bytes, ofTopic) => {
        const outcome = validator.validate(bytes, ofTopic, NOW_MS)
        if (outcome.kind === 'rejected') {
          expect(knownCodes).toContain(outcome.errorCode)
          expect(outcome.message).not.toBe('')
          return
        }
        const view = new BatchView(outcome.bytes)
        expect(view.isValid(tools.checksum)).toBe(true)
        expect(view.sizeBytes).toBe(outcome.bytes.length)
        expect(view.recordsCount).toBe(outcome.recordsCount)
        expect(view.lastOffsetDelta).toBe(outcome.recordsCount - 1)
      }),
      { numRuns: 2000 },
    )
  })

  test('that are not compressed and were taken can be read by everyone', () => {
    fc.assert(
      fc.property(damaged, (bytes) => {
        const validator = new BatchValidator(tools)
        const outcome = validator.validate(
          bytes,
          { ...DEFAULT_APPEND_RULES, targetCodec: 0 },
          NOW_MS,
        )
        const error = outcome.kind === 'accepted' && errorOf(() => readAll(outcome.bytes))
        expect(error instanceof Error).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('are read without any error but the known ones', () => {
    fc.assert(
      fc.property(damaged, (bytes) => {
        const error = errorOf(() => readAll(bytes))
        expect(error === undefined || error instanceof BrokerError).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('of old formats are read without any error but the known ones', () => {
    const message = Buffer.from(
      '00000000000000320000006b6e3062d20101000001977420dc09ffffffff0000002d1f8b08000000000000ff6360800389a80739e28c1c0c0c8cd34b14ee70024518b341441900d733959024000000',
      'hex',
    )
    fc.assert(
      fc.property(damages, fc.nat({ max: 1 }), (harms, magic) => {
        const bytes = Buffer.from(harms.reduce<Uint8Array>((rest, harm) => harm(rest), message))
        if (bytes.length < 40) return
        bytes.writeInt32BE(bytes.length - 12, 8)
        bytes[16] = magic
        const view = new LegacyBatchView(bytes)
        const error = errorOf(() => readLegacyBatch(view, tools.compression, 100_000))
        expect(error === undefined || error instanceof BrokerError).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('never let the walk pass the end it was given', () => {
    const walk = new RecordWalk()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (bytes, cut) => {
        const end = cut % (bytes.length + 1)
        walk.begin()
        walkRecords(bytes, end, 1000, walk)
        expect(walk.position).toBeLessThanOrEqual(end)
      }),
    )
  })
})

describe('a batch made to be slow', () => {
  const validator = new BatchValidator(tools)
  const megabyte = (piece: Buffer): Buffer[] =>
    Array.from({ length: Math.floor(1_000_000 / piece.length) }, () => piece)

  function batchOf(payload: Uint8Array, count: number, ofCodec: number): Uint8Array {
    const header = buildBatch(tools, { codec: ofCodec }, [{ key: null, value: null, timestamp: 0 }])
    const packed = tools.compression.compress(ofCodec, payload)
    const batch = Buffer.concat([header.subarray(0, RECORDS_OFFSET), packed])
    batch.writeInt32BE(batch.length - 12, 8)
    batch.writeInt32BE(count - 1, 23)
    batch.writeInt32BE(count, 57)
    patchCrc(batch, 0, tools.checksum)
    return batch
  }

  const slow: readonly (readonly [string, Buffer])[] = [
    ['the smallest records', Buffer.from('0c0000000101' + '00', 'hex')],
    [
      'varints longer than they need to be',
      Buffer.from('9e800000' + '80808080808080808000' + '00' + '8100' + '0100', 'hex'),
    ],
    [
      'timestamps beyond every clock',
      Buffer.from('2000' + 'ffffffffffffffffff01' + '00010100' + '00', 'hex'),
    ],
  ]

  test.each(slow)('of %s takes time in proportion to its size', (_what, record) => {
    for (const ofCodec of [0, 3]) {
      const pieces = megabyte(record)
      const batch = batchOf(Buffer.concat(pieces), pieces.length, ofCodec)
      const started = process.hrtime.bigint()
      const outcome = validator.validate(
        batch,
        { ...DEFAULT_APPEND_RULES, messageBytesMax: 1e9 },
        NOW_MS,
      )
      expect(outcome.kind).toMatch(/accepted|rejected/)
      // A megabyte; quadratic work would take minutes.
      expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(5000)
    }
  })

  test('by claiming two billion headers ends at the end of its bytes', () => {
    const record = Buffer.from('140000000101' + 'feffffff0f' + '0000000000', 'hex')
    for (const ofCodec of [0, 1]) {
      const outcome = validator.validate(batchOf(record, 1, ofCodec), DEFAULT_APPEND_RULES, NOW_MS)
      expect(outcome).toMatchObject({ kind: 'rejected', errorCode: 87 })
    }
  })
})
