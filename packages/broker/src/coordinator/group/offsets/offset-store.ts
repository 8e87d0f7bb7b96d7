import type { SnapshotRegistry } from '../../runtime/snapshot-registry.ts'
import { TimelineMap } from '../../runtime/timeline-map.ts'
import type { StoredOffset } from '../group-records.ts'

type ByPartition = TimelineMap<number, StoredOffset>
type ByTopic = TimelineMap<string, ByPartition>

/** An offset and what it is of. */
export interface OffsetEntry {
  readonly topic: string
  readonly partition: number
  readonly stored: StoredOffset
}

/** Sees the latest state, uncommitted changes included. */
export const LATEST: number = Infinity

/**
 * Committed offsets by group, topic and partition, on the shard's time line. `epoch` arguments: the
 * committed epoch, or `LATEST`.
 */
export class OffsetStore {
  readonly #registry: SnapshotRegistry
  readonly #groups: TimelineMap<string, ByTopic>

  constructor(registry: SnapshotRegistry) {
    this.#registry = registry
    this.#groups = new TimelineMap(registry)
  }

  /** Groups that have an offset at least. */
  get groupsCount(): number {
    return this.#groups.size
  }

  groupIds(): Iterable<string> {
    return this.#groups.keys()
  }

  hasOffsets(groupId: string): boolean {
    return this.#groups.has(groupId)
  }

  get(groupId: string, topic: string, partition: number, epoch: number): StoredOffset | undefined {
    return this.#groups.getAt(groupId, epoch)?.getAt(topic, epoch)?.getAt(partition, epoch)
  }

  set(groupId: string, topic: string, partition: number, stored: StoredOffset): void {
    let topics = this.#groups.get(groupId)
    if (topics === undefined) {
      topics = new TimelineMap(this.#registry)
      this.#groups.set(groupId, topics)
    }
    let partitions = topics.get(topic)
    if (partitions === undefined) {
      partitions = new TimelineMap(this.#registry)
      topics.set(topic, partitions)
    }
    partitions.set(partition, stored)
  }

  delete(groupId: string, topic: string, partition: number): void {
    const topics = this.#groups.get(groupId)
    const partitions = topics?.get(topic)
    if (topics === undefined || partitions === undefined || !partitions.delete(partition)) return
    if (partitions.size === 0) topics.delete(topic)
    if (topics.size === 0) this.#groups.delete(groupId)
  }

  *entries(groupId: string, epoch: number): Iterable<OffsetEntry> {
    const topics = this.#groups.getAt(groupId, epoch)
    if (topics === undefined) return
    for (const [topic, partitions] of topics.entriesAt(epoch)) {
      for (const [partition, stored] of partitions.entriesAt(epoch)) {
        yield { topic, partition, stored }
      }
    }
  }

  /** Latest offsets of one topic. */
  *entriesOfTopic(groupId: string, topic: string): Iterable<OffsetEntry> {
    const partitions = this.#groups.get(groupId)?.get(topic)
    if (partitions === undefined) return
    for (const [partition, stored] of partitions.entries()) yield { topic, partition, stored }
  }
}
