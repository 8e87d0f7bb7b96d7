import { NO_OFFSET, type Offset, type ProducerId } from '@samsa/base'
import { NO_PRODUCER_EPOCH, NO_SEQUENCE, NO_TIMESTAMP } from '@samsa/protocol'

/** Batches of a producer that are remembered, so that a repeat is known (KIP-98; max.in.flight 5). */
export const PRODUCER_BATCHES_MAX = 5

const SEQUENCE_MAX = 0x7fffffff

/** One batch of an idempotent producer, as it went into the log. */
export class ProducerBatch {
  readonly lastSequence: number
  readonly lastOffset: Offset
  /** Last offset − first offset. */
  readonly offsetDelta: number
  /** Its max timestamp. */
  readonly timestamp: number

  constructor(lastSequence: number, lastOffset: Offset, offsetDelta: number, timestamp: number) {
    this.lastSequence = lastSequence
    this.lastOffset = lastOffset
    this.offsetDelta = offsetDelta
    this.timestamp = timestamp
  }

  get firstOffset(): Offset {
    return (this.lastOffset - this.offsetDelta) as Offset
  }

  get firstSequence(): number {
    return decrementSequence(this.lastSequence, this.offsetDelta)
  }
}

/** Sequence numbers wrap from 2^31−1 to 0. */
export function decrementSequence(sequence: number, decrement: number): number {
  return sequence >= decrement ? sequence - decrement : SEQUENCE_MAX - (decrement - sequence) + 1
}

export function isNextSequence(last: number, next: number): boolean {
  return next === last + 1 || (next === 0 && last === SEQUENCE_MAX)
}

/** What the log knows of one producer; changed only by an applied `ProducerUpdate`. */
export class ProducerEntry {
  readonly producerId: ProducerId
  producerEpoch: number
  /** Epoch of the transaction coordinator that wrote the last marker; −1 when none. */
  coordinatorEpoch: number
  lastTimestamp: number
  /** First offset of the open transaction; −1 when none. */
  currentTransactionFirstOffset: Offset
  /** Oldest first, at most `PRODUCER_BATCHES_MAX`, all of the current epoch. */
  readonly batches: ProducerBatch[]

  constructor(producerId: ProducerId) {
    this.producerId = producerId
    this.producerEpoch = NO_PRODUCER_EPOCH
    this.coordinatorEpoch = -1
    this.lastTimestamp = NO_TIMESTAMP
    this.currentTransactionFirstOffset = NO_OFFSET
    this.batches = []
  }

  get lastSequence(): number {
    return this.batches.at(-1)?.lastSequence ?? NO_SEQUENCE
  }

  get lastOffset(): Offset {
    return this.batches.at(-1)?.lastOffset ?? NO_OFFSET
  }

  get lastOffsetDelta(): number {
    return this.batches.at(-1)?.offsetDelta ?? 0
  }

  /** Takes over an epoch; the batches of another one no longer count. */
  moveToEpoch(producerEpoch: number): void {
    if (this.producerEpoch === producerEpoch) return
    this.producerEpoch = producerEpoch
    this.batches.length = 0
  }

  addBatch(batch: ProducerBatch): void {
    if (this.batches.length === PRODUCER_BATCHES_MAX) this.batches.shift()
    this.batches.push(batch)
  }

  isExpired(nowMs: number, expirationMs: number): boolean {
    return (
      this.currentTransactionFirstOffset === NO_OFFSET && nowMs - this.lastTimestamp >= expirationMs
    )
  }
}

/** The remembered batch with exactly these sequences; undefined when there is none. */
export function findBatch(
  batches: readonly ProducerBatch[],
  firstSequence: number,
  lastSequence: number,
): ProducerBatch | undefined {
  for (const batch of batches) {
    if (batch.lastSequence === lastSequence && batch.firstSequence === firstSequence) return batch
  }
  return undefined
}
