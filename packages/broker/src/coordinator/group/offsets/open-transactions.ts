import type { SnapshotRegistry } from '../../runtime/snapshot-registry.ts'
import type { StoredOffset } from '../group-records.ts'
import { LATEST, OffsetStore } from './offset-store.ts'

/**
 * Offsets that transactions have written and not ended: found when loading a log of Apache Kafka,
 * since transactions are not served here. They count once the marker says that they are committed.
 */
export class OpenTransactions {
  readonly #registry: SnapshotRegistry
  readonly #byProducer: Map<number, OffsetStore>

  constructor(registry: SnapshotRegistry) {
    this.#registry = registry
    this.#byProducer = new Map()
  }

  set(
    producerId: number,
    groupId: string,
    topic: string,
    partition: number,
    stored: StoredOffset,
  ): void {
    let offsets = this.#byProducer.get(producerId)
    if (offsets === undefined) {
      offsets = new OffsetStore(this.#registry)
      this.#byProducer.set(producerId, offsets)
    }
    offsets.set(groupId, topic, partition, stored)
  }

  /** A tombstone takes what is pending along. */
  delete(groupId: string, topic: string, partition: number): void {
    for (const offsets of this.#byProducer.values()) offsets.delete(groupId, topic, partition)
  }

  isPending(groupId: string, topic: string, partition: number): boolean {
    for (const offsets of this.#byProducer.values()) {
      if (offsets.get(groupId, topic, partition, LATEST) !== undefined) return true
    }
    return false
  }

  hasGroup(groupId: string): boolean {
    for (const offsets of this.#byProducer.values()) if (offsets.hasOffsets(groupId)) return true
    return false
  }

  /** Latest pending offsets of a group. */
  *entries(groupId: string): Iterable<{ readonly topic: string; readonly partition: number }> {
    for (const offsets of this.#byProducer.values()) yield* offsets.entries(groupId, LATEST)
  }

  /** The transaction is over. Whatever was committed after its record stays. */
  end(producerId: number, isCommitted: boolean, offsets: OffsetStore): void {
    const pending = this.#byProducer.get(producerId)
    if (pending === undefined) return
    this.#byProducer.delete(producerId)
    if (!isCommitted) return
    for (const groupId of pending.groupIds()) {
      for (const { topic, partition, stored } of pending.entries(groupId, LATEST)) {
        const current = offsets.get(groupId, topic, partition, LATEST)
        if (current === undefined || current.recordOffset < stored.recordOffset) {
          offsets.set(groupId, topic, partition, stored)
        }
      }
    }
  }
}
