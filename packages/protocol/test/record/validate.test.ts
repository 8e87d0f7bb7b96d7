import { beforeEach, describe, expect, test } from 'vitest'
import {
  type AcceptedBatch,
  type AppendRules,
  BatchValidator,
  BatchView,
  type BatchFields,
  buildBatch,
  createValidationTask,
  CODEC_OF_PRODUCER,
  DEFAULT_APPEND_RULES,
  INLINE_COMPRESSED_BYTES_MAX,
  LOG_APPEND_TIME,
  type NewRecord,
  patchCrc,
  RECORD_ERRORS_MAX,
  records,
  type RejectedBatch,
  validateForAppend,
} from '../../src/record/index.ts'
import {
  CODEC_GZIP,
  CODEC_LZ4,
  CODEC_NONE,
  CODEC_SNAPPY,
  CODEC_ZSTD,
} from '../../src/compression/index.ts'
import { newTools } from '../support/tools.ts'

const tools = newTools()
const NOW_MS = 1_750_000_000_000
const HOUR_MS = 3_600_000
const UNKNOWN_SERVER_ERROR = -1
const CORRUPT_MESSAGE = 2
const MESSAGE_TOO_LARGE = 10
const RECORD_LIST_TOO_LARGE = 18
const INVALID_TIMESTAMP = 32
const UNSUPPORTED_COMPRESSION_TYPE = 76
const INVALID_RECORD = 87

let validator: BatchValidator

beforeEach(() => {
  validator = new BatchValidator(tools)
})

const record = (key: string | null, timestamp: number | bigint = NOW_MS): NewRecord => ({
  key: key === null ? null : Buffer.from(key),
  value: Buffer.from('value'),
  timestamp,
})

function batchOf(written: readonly NewRecord[], fields: BatchFields = {}): Uint8Array {
  return buildBatch(tools, fields, written)
}

function accept(bytes: Uint8Array, rules: Partial<AppendRules> = {}): AcceptedBatch {
  const outcome = validator.validate(bytes, { ...DEFAULT_APPEND_RULES, ...rules }, NOW_MS)
  if (outcome.kind === 'rejected') throw new Error(outcome.message)
  return outcome
}

function reject(bytes: Uint8Array, rules: Partial<AppendRules> = {}): RejectedBatch {
  const outcome = validator.validate(bytes, { ...DEFAULT_APPEND_RULES, ...rules }, NOW_MS)
  if (outcome.kind === 'accepted') throw new Error('it was accepted')
  return outcome
}

/** Field changed by hand, CRC put right. */
function withInt32(batch: Uint8Array, at: number, value: number): Uint8Array {
  const changed = Buffer.from(batch)
  changed.writeInt32BE(value, at)
  patchCrc(changed, 0, tools.checksum)
  return changed
}

describe('an ordinary batch', () => {
  test('is taken as it is, in the buffer it came in', () => {
    const batch = batchOf([record('a', NOW_MS), record('b', NOW_MS + 7), record(null, NOW_MS + 2)])
    const before = Uint8Array.from(batch)
    const outcome = accept(batch)
    expect(outcome).toMatchObject({
      isRebuilt: false,
      recordsCount: 3,
      lastOffsetDelta: 2,
      maxTimestamp: NOW_MS + 7,
      offsetDeltaOfMaxTimestamp: 1,
      logAppendTimeMs: -1,
    })
    expect(outcome.bytes.buffer).toBe(batch.buffer)
    expect(outcome.bytes).toEqual(before)
  })

  test('loses the bytes that follow it', () => {
    const batch = batchOf([record('a')])
    const outcome = accept(Buffer.concat([batch, Buffer.alloc(9)]))
    expect(outcome.bytes).toHaveLength(batch.length)
  })

  test('gets its max timestamp put right, and the CRC with it', () => {
    const outcome = accept(batchOf([record('a', NOW_MS - 5)], { maxTimestamp: 3 }))
    const view = new BatchView(outcome.bytes)
    expect(view.maxTimestamp).toBe(NOW_MS - 5)
    expect(view.isValid(tools.checksum)).toBe(true)
  })

  test('keeps timestamps over the whole range of int64 where the topic allows them', () => {
    const largest = 2n ** 63n - 1n
    const outcome = accept(batchOf([record('a', 5), record('b', largest)], { maxTimestamp: 0 }), {
      timestampAfterMaxMs: Number(largest),
    })
    expect(new BatchView(outcome.bytes).maxTimestampWide).toBe(largest)
    expect(outcome.offsetDeltaOfMaxTimestamp).toBe(1)
  })
})

describe('the shape of a request', () => {
  const batch = batchOf([record('a')])

  test('without a whole batch is refused', () => {
    for (const length of [0, 5, 12, 60, batch.length - 1]) {
      expect(reject(batch.slice(0, length)).errorCode).toBe(INVALID_RECORD)
    }
  })

  test('with two batches is refused', () => {
    expect(reject(Buffer.concat([batch, batch])).errorCode).toBe(INVALID_RECORD)
  })

  test('with zstd before version 7 is refused', () => {
    const packed = batchOf([record('a')], { codec: CODEC_ZSTD })
    expect(reject(packed, { apiVersion: 6 }).errorCode).toBe(UNSUPPORTED_COMPRESSION_TYPE)
    expect(accept(packed, { apiVersion: 7 }).recordsCount).toBe(1)
  })
})

describe('a header', () => {
  test('with a CRC that does not hold is refused', () => {
    const batch = batchOf([record('a')])
    batch[20]! ^= 1
    expect(reject(batch).errorCode).toBe(CORRUPT_MESSAGE)
  })

  test('with a base offset of its own is refused', () => {
    expect(reject(batchOf([record('a')], { baseOffset: 5 })).errorCode).toBe(INVALID_RECORD)
  })

  test.each([
    ['a count below the records', 57, 1],
    ['a count above the records', 57, 3],
    ['a negative count', 57, -1],
    ['a last offset delta that does not fit the count', 23, 5],
    ['a negative last offset delta', 23, -1],
  ])('with %s is refused', (_what, at, value) => {
    expect(reject(withInt32(batchOf([record('a'), record('b')]), at, value)).errorCode).toBe(
      INVALID_RECORD,
    )
  })

  test('of a control batch is refused', () => {
    expect(reject(batchOf([record('a')], { isControl: true })).errorCode).toBe(INVALID_RECORD)
  })

  test('with a producer id and no sequence is refused', () => {
    const fields = { producerId: 4, producerEpoch: 0 }
    expect(reject(batchOf([record('a')], fields)).errorCode).toBe(INVALID_RECORD)
    expect(accept(batchOf([record('a')], { ...fields, baseSequence: 0 })).recordsCount).toBe(1)
  })

  test('with compression type 5, 6 or 7 is refused in the way of Apache Kafka', () => {
    for (const type of [5, 6, 7]) {
      const batch = Buffer.from(batchOf([record('a')]))
      batch.writeInt16BE(type, 21)
      patchCrc(batch, 0, tools.checksum)
      expect(reject(batch).errorCode).toBe(UNKNOWN_SERVER_ERROR)
    }
  })
})

describe('sizes', () => {
  test('up to max.message.bytes are taken, one byte more is not', () => {
    const batch = batchOf([record('a')])
    expect(accept(batch, { messageBytesMax: batch.length }).recordsCount).toBe(1)
    expect(reject(batch, { messageBytesMax: batch.length - 1 }).errorCode).toBe(MESSAGE_TOO_LARGE)
  })

  test('count again when the batch was made anew', () => {
    const values = Array.from({ length: 50 }, () => record('a'))
    const batch = batchOf(values, { codec: CODEC_GZIP })
    const rules = { targetCodec: CODEC_NONE, messageBytesMax: batch.length + 1 }
    expect(reject(batch, rules).errorCode).toBe(MESSAGE_TOO_LARGE)
  })

  test('beyond a segment are refused', () => {
    const batch = batchOf([record('a')])
    expect(reject(batch, { segmentBytes: batch.length - 1 }).errorCode).toBe(RECORD_LIST_TOO_LARGE)
  })

  test('after decompression are bounded', () => {
    const one = { key: null, value: new Uint8Array(100_000), timestamp: NOW_MS }
    for (const codec of [CODEC_GZIP, CODEC_SNAPPY, CODEC_LZ4, CODEC_ZSTD]) {
      const batch = batchOf([one], { codec })
      for (const targetCodec of [CODEC_OF_PRODUCER, CODEC_NONE]) {
        const rules = { targetCodec, decompressedBytesMax: 100_000 }
        expect(reject(batch, rules).errorCode).toBe(MESSAGE_TOO_LARGE)
      }
    }
  })
})

describe('records', () => {
  test('without a key are refused by a compacted topic, each by its index', () => {
    for (const codec of [CODEC_NONE, CODEC_GZIP]) {
      const batch = batchOf([record('a'), record(null), record('c'), record(null)], { codec })
      const outcome = reject(batch, { isCompacted: true })
      expect(outcome.errorCode).toBe(INVALID_RECORD)
      expect(outcome.recordErrors.map(({ batchIndex }) => batchIndex)).toEqual([1, 3])
    }
  })

  test('from too far in the future or the past are refused, at the millisecond', () => {
    const edges = batchOf([record('a', NOW_MS + HOUR_MS), record('b', NOW_MS - 1000)])
    const beyond = batchOf([record('a', NOW_MS + HOUR_MS + 1), record('b', NOW_MS - 1001)])
    expect(accept(edges, { timestampBeforeMaxMs: 1000 }).recordsCount).toBe(2)
    const outcome = reject(beyond, { timestampBeforeMaxMs: 1000 })
    expect(outcome.errorCode).toBe(INVALID_TIMESTAMP)
    expect(outcome.recordErrors.map(({ batchIndex }) => batchIndex)).toEqual([0, 1])
  })

  test('without a timestamp are taken, however strict the topic', () => {
    const outcome = accept(batchOf([record('a', -1)]), { timestampBeforeMaxMs: 0 })
    expect(outcome).toMatchObject({ maxTimestamp: -1, offsetDeltaOfMaxTimestamp: -1 })
  })

  test('with a bad time say so even when others have no key', () => {
    const batch = batchOf([record(null), record('b', NOW_MS + 2 * HOUR_MS)])
    expect(reject(batch, { isCompacted: true }).errorCode).toBe(INVALID_TIMESTAMP)
  })

  test('in error are listed up to a bound', () => {
    const many = Array.from({ length: RECORD_ERRORS_MAX + 5 }, () => record(null))
    const outcome = reject(batchOf(many), { isCompacted: true })
    expect(outcome.recordErrors).toHaveLength(RECORD_ERRORS_MAX)
    expect(outcome.message).toContain(String(RECORD_ERRORS_MAX + 5))
  })

  test('out of order are taken as they are, unless they are compressed', () => {
    const written = [
      { ...record('a'), offsetDelta: 1 },
      { ...record('b'), offsetDelta: 0 },
    ]
    const fields = { lastOffsetDelta: 1 }
    expect(accept(batchOf(written, fields)).recordsCount).toBe(2)
    const packed = batchOf(written, { ...fields, codec: CODEC_SNAPPY })
    expect(reject(packed).errorCode).toBe(UNKNOWN_SERVER_ERROR)
    expect(accept(packed, { targetCodec: CODEC_LZ4 }).recordsCount).toBe(2)
  })
})

describe('LogAppendTime', () => {
  const rules = { timestampType: LOG_APPEND_TIME, timestampBeforeMaxMs: 0 } as const

  test('of the topic sets type and max timestamp, whatever the records say', () => {
    for (const codec of [CODEC_NONE, CODEC_ZSTD]) {
      const outcome = accept(batchOf([record('a', 5), record('b', 9)], { codec }), rules)
      const view = new BatchView(outcome.bytes)
      expect(outcome).toMatchObject({ logAppendTimeMs: NOW_MS, maxTimestamp: NOW_MS })
      expect(view).toMatchObject({ isLogAppendTime: true, baseTimestamp: 5 })
      expect(view.isValid(tools.checksum)).toBe(true)
      const timestamps = [...records(view, tools.compression)].map(({ timestamp }) => timestamp)
      expect(timestamps).toEqual([NOW_MS, NOW_MS])
    }
  })

  test('set by a producer is cleared, or refused where it would count', () => {
    const batch = batchOf([record('a')], { timestampType: LOG_APPEND_TIME })
    const outcome = accept(Uint8Array.from(batch))
    expect(new BatchView(outcome.bytes).isLogAppendTime).toBe(false)
    expect(reject(batch, rules).errorCode).toBe(INVALID_TIMESTAMP)
  })
})

describe('a topic with a codec of its own', () => {
  const written = [record('a', NOW_MS + 3), record(null, NOW_MS), record('c', NOW_MS + 9)]
  const codecs = [CODEC_NONE, CODEC_GZIP, CODEC_SNAPPY, CODEC_LZ4, CODEC_ZSTD]

  test('gets every batch in it, with the same records and fields', () => {
    const fields = { producerId: 77, producerEpoch: 2, baseSequence: 5, isTransactional: true }
    for (const codec of codecs) {
      for (const targetCodec of codecs) {
        const batch = batchOf(written, { ...fields, codec })
        const outcome = accept(batch, { targetCodec })
        const view = new BatchView(outcome.bytes)
        expect(outcome.isRebuilt).toBe(codec !== targetCodec)
        expect(view.isValid(tools.checksum)).toBe(true)
        expect(view).toMatchObject({ ...fields, codec: targetCodec, maxTimestamp: NOW_MS + 9 })
        expect([...records(view, tools.compression)]).toEqual([
          ...records(new BatchView(batch), tools.compression),
        ])
      }
    }
  })

  test('gets exactly the bytes of an uncompressed batch when it wants none', () => {
    const outcome = accept(batchOf(written, { codec: CODEC_LZ4 }), { targetCodec: CODEC_NONE })
    expect(outcome.bytes).toEqual(batchOf(written))
  })

  test("refuses negative timestamps and producers without an id, as Apache Kafka's builder does", () => {
    const negative = batchOf([record('a', -5)])
    expect(reject(negative, { targetCodec: CODEC_ZSTD }).errorCode).toBe(UNKNOWN_SERVER_ERROR)
    const transactional = batchOf([record('a')], { isTransactional: true })
    expect(reject(transactional, { targetCodec: CODEC_ZSTD }).errorCode).toBe(UNKNOWN_SERVER_ERROR)
  })

  test('compresses with the level it asks for', () => {
    const text = Array.from({ length: 300 }, (_, at) => record(`key ${at % 7} of ${at * 31}`))
    const sizes = [1, 9].map(
      (compressionLevel) =>
        accept(batchOf(text), { targetCodec: CODEC_GZIP, compressionLevel }).bytes.length,
    )
    expect(sizes[0]).toBeGreaterThan(sizes[1]!)
  })
})

describe('costly batches', () => {
  const noise = (length: number): Uint8Array => {
    let seed = 7
    return Uint8Array.from({ length }, () => (seed = (Math.imul(seed, 48_271) + 1) >>> 0) >> 16)
  }

  function large(codec: number): Uint8Array {
    return batchOf([{ key: null, value: noise(100_000), timestamp: NOW_MS }], { codec })
  }

  test('are deferred when they are compressed and large, and come to the same in the end', () => {
    const batch = large(CODEC_GZIP)
    expect(batch.length).toBeGreaterThan(INLINE_COMPRESSED_BYTES_MAX)
    for (const rules of [
      DEFAULT_APPEND_RULES,
      { ...DEFAULT_APPEND_RULES, targetCodec: CODEC_LZ4 },
      { ...DEFAULT_APPEND_RULES, timestampType: LOG_APPEND_TIME },
      { ...DEFAULT_APPEND_RULES, isCompacted: true },
    ] as const) {
      const bytes = Uint8Array.from(batch)
      const begun = validator.begin(bytes, rules, NOW_MS)
      if (begun.kind !== 'deferred') throw new Error('it was not deferred')
      expect(begun.input.batch.buffer).not.toBe(bytes.buffer)
      const verdict = createValidationTask(tools).run(structuredClone(begun.input))
      const outcome = validator.finish(bytes, begun.input, structuredClone(verdict))
      expect(outcome).toEqual(validateForAppend(Uint8Array.from(batch), rules, NOW_MS, tools))
    }
  })

  test('are not deferred when they are not compressed, nor when they are small', () => {
    expect(validator.begin(large(CODEC_NONE), DEFAULT_APPEND_RULES, NOW_MS).kind).toBe('accepted')
    const small = batchOf([record('a')], { codec: CODEC_GZIP })
    expect(validator.begin(small, DEFAULT_APPEND_RULES, NOW_MS).kind).toBe('accepted')
  })

  test('are deferred when few bytes become many', () => {
    const value = new Uint8Array(5_000_000)
    const batch = batchOf([{ key: null, value, timestamp: NOW_MS }], { codec: CODEC_ZSTD })
    expect(batch.length).toBeLessThan(INLINE_COMPRESSED_BYTES_MAX)
    const begun = validator.begin(batch, DEFAULT_APPEND_RULES, NOW_MS)
    expect(begun.kind).toBe('deferred')
    const capped = { ...DEFAULT_APPEND_RULES, decompressedBytesMax: 500_000 }
    expect(validator.begin(batch, capped, NOW_MS)).toMatchObject({ errorCode: MESSAGE_TOO_LARGE })
  })

  test('are refused at once when the header is bad already', () => {
    const batch = large(CODEC_GZIP)
    batch[18]! ^= 1
    expect(validator.begin(batch, DEFAULT_APPEND_RULES, NOW_MS)).toMatchObject({
      kind: 'rejected',
      errorCode: CORRUPT_MESSAGE,
    })
  })
})
