import { NO_OFFSET, type Offset, type ProducerId } from '@samsa/base'
import { type BatchView, ErrorCode, NO_PRODUCER_EPOCH, NO_SEQUENCE } from '@samsa/protocol'
import type { AppendOrigin } from '../types.ts'
import type { EndTransactionMarker } from './control-marker.ts'
import { findBatch, isNextSequence, ProducerBatch, type ProducerEntry } from './producer-entry.ts'

/**
 * What a group of appends will have changed in one producer's entry, once it is written. Starts as
 * the entry is (`current`, undefined when the log holds nothing of this producer), and is checked and
 * grown batch by batch; the entry itself stays as it is until `applyTo`.
 *
 * | current state | batch | answer |
 * | --- | --- | --- |
 * | none | any sequence | taken: all may have expired (KIP-360) |
 * | epoch e | epoch < e | INVALID_PRODUCER_EPOCH |
 * | epoch e | epoch > e, sequence 0 | taken, older batches forgotten |
 * | epoch e | epoch > e, other sequence | OUT_OF_ORDER_SEQUENCE_NUMBER |
 * | last sequence s | sequence s + 1 (0 after 2^31−1) | taken |
 * | one of the last five | the same sequences | duplicate (`findDuplicate`, asked before) |
 * | last sequence s | other | OUT_OF_ORDER_SEQUENCE_NUMBER |
 */
export class ProducerUpdate {
  readonly producerId: ProducerId
  readonly #current: ProducerEntry | undefined
  #producerEpoch: number
  #coordinatorEpoch: number
  #lastTimestamp: number
  #transactionFirstOffset: Offset
  /** Of the group, in `#producerEpoch`. */
  readonly #batches: ProducerBatch[]
  /** Whether the entry's own batches are of `#producerEpoch`. */
  #keepsBatches: boolean

  constructor(producerId: ProducerId, current: ProducerEntry | undefined) {
    this.producerId = producerId
    this.#current = current
    this.#producerEpoch = current?.producerEpoch ?? NO_PRODUCER_EPOCH
    this.#coordinatorEpoch = current?.coordinatorEpoch ?? -1
    this.#lastTimestamp = current?.lastTimestamp ?? -1
    this.#transactionFirstOffset = current?.currentTransactionFirstOffset ?? NO_OFFSET
    this.#batches = []
    this.#keepsBatches = true
  }

  /** The same batch, appended before; undefined when it is new. */
  findDuplicate(batch: BatchView): ProducerBatch | undefined {
    if (batch.producerEpoch !== this.#producerEpoch) return undefined
    const { baseSequence, lastSequence } = batch
    if (baseSequence === NO_SEQUENCE) return undefined
    const staged = findBatch(this.#batches, baseSequence, lastSequence)
    if (staged !== undefined || !this.#keepsBatches) return staged
    return findBatch(this.#current?.batches ?? [], baseSequence, lastSequence)
  }

  /** Error code with which a data batch is refused; 0 when it may be appended. */
  check(batch: BatchView, origin: AppendOrigin): number {
    if (origin === 'replication') return ErrorCode.NONE
    const { producerEpoch } = batch
    if (producerEpoch < this.#producerEpoch) return ErrorCode.INVALID_PRODUCER_EPOCH
    if (this.#transactionFirstOffset !== NO_OFFSET && !batch.isTransactional) {
      return ErrorCode.INVALID_TXN_STATE
    }
    return origin === 'client'
      ? this.#checkSequence(producerEpoch, batch.baseSequence)
      : ErrorCode.NONE
  }

  #checkSequence(producerEpoch: number, baseSequence: number): number {
    if (this.#producerEpoch === NO_PRODUCER_EPOCH) return ErrorCode.NONE
    if (producerEpoch !== this.#producerEpoch) {
      return baseSequence === 0 ? ErrorCode.NONE : ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER
    }
    return isNextSequence(this.#lastSequence(), baseSequence)
      ? ErrorCode.NONE
      : ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER
  }

  #lastSequence(): number {
    const staged = this.#batches.at(-1)
    if (staged !== undefined) return staged.lastSequence
    return this.#keepsBatches ? (this.#current?.lastSequence ?? NO_SEQUENCE) : NO_SEQUENCE
  }

  /** Takes a data batch that will lie at `baseOffset`. */
  addData(batch: BatchView, baseOffset: Offset): void {
    this.#moveToEpoch(batch.producerEpoch)
    const { lastOffsetDelta, maxTimestamp } = batch
    const lastOffset = (baseOffset + lastOffsetDelta) as Offset
    this.#batches.push(
      new ProducerBatch(batch.lastSequence, lastOffset, lastOffsetDelta, maxTimestamp),
    )
    this.#lastTimestamp = maxTimestamp
    if (batch.isTransactional && this.#transactionFirstOffset === NO_OFFSET) {
      this.#transactionFirstOffset = baseOffset
    }
  }

  /** Error code with which a commit or abort marker is refused; 0 when it may be appended. */
  checkMarker(batch: BatchView, marker: EndTransactionMarker, origin: AppendOrigin): number {
    if (origin === 'replication') return ErrorCode.NONE
    if (batch.producerEpoch < this.#producerEpoch) return ErrorCode.INVALID_PRODUCER_EPOCH
    if (marker.coordinatorEpoch < this.#coordinatorEpoch)
      return ErrorCode.TRANSACTION_COORDINATOR_FENCED
    return ErrorCode.NONE
  }

  /** Takes a marker: the producer's transaction ends with it. */
  addMarker(batch: BatchView, marker: EndTransactionMarker): void {
    this.#moveToEpoch(batch.producerEpoch)
    this.#coordinatorEpoch = marker.coordinatorEpoch
    this.#lastTimestamp = marker.timestamp
    this.#transactionFirstOffset = NO_OFFSET
  }

  #moveToEpoch(producerEpoch: number): void {
    if (producerEpoch === this.#producerEpoch) return
    this.#producerEpoch = producerEpoch
    this.#batches.length = 0
    this.#keepsBatches = false
  }

  applyTo(entry: ProducerEntry): void {
    entry.moveToEpoch(this.#producerEpoch)
    for (const batch of this.#batches) entry.addBatch(batch)
    entry.coordinatorEpoch = this.#coordinatorEpoch
    entry.lastTimestamp = this.#lastTimestamp
    entry.currentTransactionFirstOffset = this.#transactionFirstOffset
  }
}
