import { BatchBuilder } from '@samsa/protocol'
import { tools } from './workshop.ts'

export interface TestBatch {
  /** Records; default 1. */
  readonly count?: number
  readonly valueBytes?: number
  /** Of the first record; the others follow by one ms. Default 1000. */
  readonly timestamp?: number
  readonly timestamps?: readonly number[]
  readonly baseOffset?: number
  readonly leaderEpoch?: number
  readonly producerId?: number
  readonly producerEpoch?: number
  readonly baseSequence?: number
  readonly isTransactional?: boolean
  readonly codec?: number
  /** Makes the values differ. */
  readonly seed?: number
}

/** A batch as a producer would send it, in an array of its own. */
export function batchOf(options: TestBatch = {}): Uint8Array {
  const { count = options.timestamps?.length ?? 1, valueBytes = 10, timestamp = 1000 } = options
  const { baseOffset, leaderEpoch, producerId, producerEpoch, baseSequence } = options
  const { isTransactional, codec, seed = 0 } = options
  const builder = new BatchBuilder(tools, {
    baseOffset,
    leaderEpoch,
    producerId,
    producerEpoch,
    baseSequence,
    isTransactional,
    codec,
  })
  for (let index = 0; index < count; index += 1) {
    builder.append({
      key: null,
      value: Buffer.alloc(valueBytes, seed + index),
      timestamp: options.timestamps?.[index] ?? timestamp + index,
    })
  }
  return builder.build()
}

/** A batch of an idempotent producer. */
export function sequenced(
  baseSequence: number,
  count: number = 1,
  options: TestBatch = {},
): Uint8Array {
  return batchOf({ producerId: 7, producerEpoch: 0, ...options, baseSequence, count })
}
