import { type Offset, offset, type ProducerId } from '@samsa/base'
import type { BatchView } from '@samsa/protocol'
import type { ActiveProducer } from '../types.ts'
import { endTransactionMarkerOf } from './control-marker.ts'
import { ProducerEntry } from './producer-entry.ts'
import { ProducerUpdate } from './producer-update.ts'

/** The producers of one partition, as of `endOffset`. */
export class ProducerState {
  readonly producers: Map<ProducerId, ProducerEntry>
  /** Every batch below it has been seen. */
  endOffset: Offset
  /** Offset of the newest snapshot on disk. */
  snapshotOffset: Offset

  constructor(startOffset: Offset = offset(0)) {
    this.producers = new Map()
    this.endOffset = startOffset
    this.snapshotOffset = startOffset
  }

  /** Whether a snapshot now would say more than the newest one. */
  get needsSnapshot(): boolean {
    return this.endOffset > this.snapshotOffset
  }

  apply(update: ProducerUpdate): void {
    let entry = this.producers.get(update.producerId)
    if (entry === undefined) {
      entry = new ProducerEntry(update.producerId)
      this.producers.set(update.producerId, entry)
    }
    update.applyTo(entry)
  }

  /** Takes over the entries of a snapshot. */
  load(producers: readonly ProducerEntry[]): void {
    for (const entry of producers) this.producers.set(entry.producerId, entry)
  }

  /** Learns from a batch that is in the log already: recovery and loading. */
  replay(batch: BatchView): void {
    if (batch.hasProducerId) {
      const update = new ProducerUpdate(batch.producerId, this.producers.get(batch.producerId))
      if (learn(update, batch)) this.apply(update)
    }
    this.endOffset = batch.nextOffset
  }

  removeExpired(nowMs: number, expirationMs: number): void {
    for (const [id, entry] of this.producers) {
      if (entry.isExpired(nowMs, expirationMs)) this.producers.delete(id)
    }
  }

  /** Forgets all; the state is that of an empty log at `startOffset`. */
  reset(startOffset: Offset): void {
    this.producers.clear()
    this.endOffset = startOffset
    this.snapshotOffset = startOffset
  }

  list(): ActiveProducer[] {
    return [...this.producers.values()].map((entry) => ({
      producerId: entry.producerId,
      producerEpoch: entry.producerEpoch,
      lastSequence: entry.lastSequence,
      lastTimestamp: entry.lastTimestamp,
      coordinatorEpoch: entry.coordinatorEpoch,
      currentTransactionFirstOffset: entry.currentTransactionFirstOffset,
    }))
  }
}

/** False for a control batch that says nothing about transactions. */
function learn(update: ProducerUpdate, batch: BatchView): boolean {
  if (!batch.isControl) {
    update.addData(batch, batch.baseOffset)
    return true
  }
  const marker = endTransactionMarkerOf(batch)
  if (marker === undefined) return false
  update.addMarker(batch, marker)
  return true
}
