import type { BatchView } from '../../src/record/index.ts'

/** What a log answers a batch with a producer id. */
export interface SequenceAnswer {
  readonly errorCode: number
  /** Where the batch was stored before; undefined when it is new. */
  readonly duplicate?: {
    readonly baseOffset: number
    readonly lastOffset: number
    readonly maxTimestamp: number
  }
}

const OUT_OF_ORDER_SEQUENCE_NUMBER = 45
const INVALID_PRODUCER_EPOCH = 47
const BATCHES_KNOWN = 5

interface KnownBatch {
  readonly baseSequence: number
  readonly lastSequence: number
  readonly baseOffset: number
  readonly lastOffset: number
  readonly maxTimestamp: number
}

/**
 * The rules for sequences of idempotent producers in a few lines (KIP-98: same epoch goes on where it
 * ended, a newer begins at 0, the last five batches are known again), so that the vectors' whole steps
 * can be checked here, where there is no log. The log has its own, which its own tests check.
 */
export class ProducerModel {
  readonly #producers = new Map<number, { epoch: number; batches: KnownBatch[] }>()

  check(batch: BatchView): SequenceAnswer {
    const known = this.#producers.get(batch.producerId)
    if (known === undefined) return { errorCode: 0 }
    const { baseSequence, lastSequence } = batch
    if (batch.producerEpoch < known.epoch) return { errorCode: INVALID_PRODUCER_EPOCH }
    if (batch.producerEpoch > known.epoch) {
      return { errorCode: baseSequence === 0 ? 0 : OUT_OF_ORDER_SEQUENCE_NUMBER }
    }
    const duplicate = known.batches.find(
      (one) => one.baseSequence === baseSequence && one.lastSequence === lastSequence,
    )
    if (duplicate !== undefined) return { errorCode: 0, duplicate }
    const last = known.batches.at(-1)!.lastSequence
    const expected = last === 0x7fffffff ? 0 : last + 1
    return { errorCode: baseSequence === expected ? 0 : OUT_OF_ORDER_SEQUENCE_NUMBER }
  }

  /** The batch, with its offset, is in the log. */
  add(batch: BatchView): void {
    const known = this.#producers.get(batch.producerId)
    const batches = known?.epoch === batch.producerEpoch ? known.batches : []
    const { baseSequence, lastSequence, baseOffset, lastOffset, maxTimestamp } = batch
    batches.push({ baseSequence, lastSequence, baseOffset, lastOffset, maxTimestamp })
    if (batches.length > BATCHES_KNOWN) batches.shift()
    this.#producers.set(batch.producerId, { epoch: batch.producerEpoch, batches })
  }
}
