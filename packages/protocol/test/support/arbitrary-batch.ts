import fc from 'fast-check'
import {
  type BatchFields,
  CREATE_TIME,
  LOG_APPEND_TIME,
  type NewRecord,
  type RecordHeader,
} from '../../src/record/index.ts'
import { compressible } from './arbitrary-bytes.ts'

const int64 = (): fc.Arbitrary<bigint> => fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })

/** Mostly as clocks are, now and then anything. */
function timestamp(): fc.Arbitrary<number | bigint> {
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.integer({ min: 0, max: 10_000 }).map((ms) => 1_750_000_000_000 + ms),
    },
    fc.constant(-1),
    fc.integer({ min: 0, max: 2 ** 48 }),
    int64(),
  )
}

function field(): fc.Arbitrary<Uint8Array | null> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.uint8Array({ maxLength: 30 }) },
    { weight: 2, arbitrary: compressible(10) },
    fc.constant(null),
  )
}

function header(): fc.Arbitrary<RecordHeader> {
  return fc.record({
    key: fc.string({ maxLength: 12 }).map((text) => new Uint8Array(Buffer.from(text))),
    value: field(),
  })
}

/** Records with offset deltas 0, 1, 2 … */
export function newRecords(options: { readonly min?: number } = {}): fc.Arbitrary<NewRecord[]> {
  const one = fc.record({
    key: field(),
    value: field(),
    timestamp: timestamp(),
    headers: fc.array(header(), { maxLength: 3 }),
  })
  return fc.array(one, { minLength: options.min ?? 0, maxLength: 12 })
}

/** Fields of a batch in any combination, without codec. */
export function batchFields(): fc.Arbitrary<BatchFields> {
  return fc.record(
    {
      baseOffset: fc.oneof(
        fc.nat(),
        int64().map((value) => (value < 0n ? -value - 1n : value)),
      ),
      leaderEpoch: fc.integer({ min: -1, max: 0x7fffffff }),
      timestampType: fc.constantFrom(CREATE_TIME, LOG_APPEND_TIME),
      producerId: fc.oneof(fc.constant(-1), fc.nat(), int64()),
      producerEpoch: fc.integer({ min: -1, max: 0x7fff }),
      baseSequence: fc.integer({ min: -1, max: 0x7fffffff }),
      isTransactional: fc.boolean(),
      isControl: fc.boolean(),
      deleteHorizonMs: fc.nat({ max: 2_000_000_000 }),
    },
    { requiredKeys: [] },
  )
}
