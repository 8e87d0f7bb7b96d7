import { leaderEpoch, type NodeId, nodeId, type Uuid } from '@samsa/base'
import type {
  ClearElrRecord,
  PartitionChangeRecord,
  PartitionRecord,
  TopicRecord,
} from '@samsa/protocol'
import type { TopicsDelta } from '../delta.ts'
import { MIGRATING_DIRECTORY } from '../directory-ids.ts'
import { MetadataReplayError } from '../errors.ts'
import type { PartitionImage, TopicImage } from '../image.ts'
import type { ListInterner } from '../interner.ts'
import type { SortedTopicsImage } from '../topics-image.ts'

/** PartitionChangeRecord.leader: the leader and its epoch stay. */
export const NO_LEADER_CHANGE = -2
/** PartitionChangeRecord.leaderRecoveryState: it stays. */
const NO_RECOVERY_CHANGE = -1

const NO_NODES: readonly NodeId[] = []

/** A topic that the delta touches: its partitions are copied once, here. */
class ChangedTopic {
  readonly name: string
  readonly id: Uuid
  readonly partitions: PartitionImage[]
  readonly changedNumbers: Set<number>

  constructor(name: string, id: Uuid, partitions: readonly PartitionImage[]) {
    this.name = name
    this.id = id
    this.partitions = [...partitions]
    this.changedNumbers = new Set()
  }

  put(number: number, partition: PartitionImage): void {
    this.partitions[number] = partition
    this.changedNumbers.add(number)
  }
}

/** Gathers what records do to topics. Methods throw `MetadataReplayError` on a contradiction. */
export class TopicsDeltaBuilder {
  readonly #before: SortedTopicsImage
  readonly #interner: ListInterner
  readonly #changed: Map<Uuid, ChangedTopic>
  /** Ids of topics made by this delta, by name. */
  readonly #created: Map<string, Uuid>
  readonly #deleted: Map<Uuid, TopicImage>

  constructor(before: SortedTopicsImage, interner: ListInterner) {
    this.#before = before
    this.#interner = interner
    this.#changed = new Map()
    this.#created = new Map()
    this.#deleted = new Map()
  }

  get isEmpty(): boolean {
    return this.#changed.size === 0 && this.#deleted.size === 0
  }

  createTopic(record: TopicRecord, offset: number): void {
    const { name, topicId } = record
    if (this.#idOf(name) !== undefined) {
      throw new MetadataReplayError(offset, `topic ${name} exists already`)
    }
    if (this.#changed.has(topicId) || this.#before.byId(topicId) !== undefined) {
      throw new MetadataReplayError(offset, `topic id ${topicId} exists already`)
    }
    this.#changed.set(topicId, new ChangedTopic(name, topicId, []))
    this.#created.set(name, topicId)
  }

  putPartition(record: PartitionRecord, offset: number): void {
    const topic = this.#topic(record.topicId, offset)
    topic.put(record.partitionId, {
      replicas: this.#nodes(record.replicas),
      directories: this.#directories(record.directories, record.replicas.length),
      isr: this.#nodes(record.isr),
      removingReplicas: this.#nodes(record.removingReplicas),
      addingReplicas: this.#nodes(record.addingReplicas),
      eligibleLeaderReplicas: this.#nodes(record.eligibleLeaderReplicas ?? []),
      lastKnownLeaderReplicas: this.#nodes(record.lastKnownElr ?? []),
      leader: nodeId(record.leader),
      leaderRecoveryState: record.leaderRecoveryState,
      leaderEpoch: leaderEpoch(record.leaderEpoch),
      partitionEpoch: record.partitionEpoch,
    })
  }

  changePartition(record: PartitionChangeRecord, offset: number): void {
    const topic = this.#topic(record.topicId, offset)
    const before = topic.partitions[record.partitionId]
    if (before === undefined) {
      const why = `topic ${topic.name} has no partition ${record.partitionId}`
      throw new MetadataReplayError(offset, why)
    }
    topic.put(record.partitionId, this.#merged(before, record))
  }

  /** Name of the topic that is gone. */
  removeTopic(topicId: Uuid, offset: number): string {
    const { name } = this.#topic(topicId, offset)
    this.#changed.delete(topicId)
    if (this.#created.get(name) === topicId) this.#created.delete(name)
    const before = this.#before.byId(topicId)
    if (before !== undefined) this.#deleted.set(topicId, before)
    return name
  }

  /** KIP-966: drops eligible and last known leaders of one topic, or with no name of all. */
  clearElr(record: ClearElrRecord, offset: number): void {
    if (record.topicName === '') {
      for (const topic of this.#before.values()) {
        if (!this.#deleted.has(topic.id)) this.#clearElrOf(topic.id, offset)
      }
      for (const topicId of this.#created.values()) this.#clearElrOf(topicId, offset)
      return
    }
    const topicId = this.#idOf(record.topicName)
    if (topicId === undefined) {
      throw new MetadataReplayError(offset, `topic ${record.topicName} does not exist`)
    }
    this.#clearElrOf(topicId, offset)
  }

  build(offset: number): { topics: SortedTopicsImage; delta: TopicsDelta } {
    const changed = [...this.#changed.values()].map((topic) => ({
      topic: imageOf(topic, offset),
      partitions: [...topic.changedNumbers].sort((a, b) => a - b),
    }))
    const deleted = [...this.#deleted.values()]
    const topics = this.#before.with(
      changed.map(({ topic }) => topic),
      deleted,
    )
    return {
      topics,
      delta: { changed, deleted: deleted.map(({ name, id }) => ({ name, id })) },
    }
  }

  #idOf(name: string): Uuid | undefined {
    const created = this.#created.get(name)
    if (created !== undefined) return created
    const before = this.#before.byName(name)
    return before === undefined || this.#deleted.has(before.id) ? undefined : before.id
  }

  #topic(topicId: Uuid, offset: number): ChangedTopic {
    const known = this.#changed.get(topicId)
    if (known !== undefined) return known
    const before = this.#deleted.has(topicId) ? undefined : this.#before.byId(topicId)
    if (before === undefined) {
      throw new MetadataReplayError(offset, `topic id ${topicId} does not exist`)
    }
    const topic = new ChangedTopic(before.name, before.id, before.partitions)
    this.#changed.set(topicId, topic)
    return topic
  }

  #clearElrOf(topicId: Uuid, offset: number): void {
    const partitions =
      this.#changed.get(topicId)?.partitions ?? this.#before.byId(topicId)?.partitions
    partitions?.forEach((partition, number) => {
      const { eligibleLeaderReplicas, lastKnownLeaderReplicas } = partition
      if (eligibleLeaderReplicas.length === 0 && lastKnownLeaderReplicas.length === 0) return
      this.#topic(topicId, offset).put(number, {
        ...partition,
        eligibleLeaderReplicas: NO_NODES,
        lastKnownLeaderReplicas: NO_NODES,
        partitionEpoch: partition.partitionEpoch + 1,
      })
    })
  }

  #merged(before: PartitionImage, record: PartitionChangeRecord): PartitionImage {
    const isLeaderKept = record.leader === NO_LEADER_CHANGE
    const replicas = this.#nodesOr(record.replicas, before.replicas)
    return {
      replicas,
      directories: this.#directories(record.directories ?? before.directories, replicas.length),
      isr: this.#nodesOr(record.isr, before.isr),
      removingReplicas: this.#nodesOr(record.removingReplicas, before.removingReplicas),
      addingReplicas: this.#nodesOr(record.addingReplicas, before.addingReplicas),
      eligibleLeaderReplicas: this.#nodesOr(
        record.eligibleLeaderReplicas,
        before.eligibleLeaderReplicas,
      ),
      lastKnownLeaderReplicas: this.#nodesOr(record.lastKnownElr, before.lastKnownLeaderReplicas),
      leader: isLeaderKept ? before.leader : nodeId(record.leader),
      leaderRecoveryState:
        record.leaderRecoveryState === NO_RECOVERY_CHANGE
          ? before.leaderRecoveryState
          : record.leaderRecoveryState,
      leaderEpoch: isLeaderKept ? before.leaderEpoch : leaderEpoch(before.leaderEpoch + 1),
      partitionEpoch: before.partitionEpoch + 1,
    }
  }

  #nodes(ids: readonly number[]): readonly NodeId[] {
    return ids.length === 0 ? NO_NODES : this.#interner.intern(ids as readonly NodeId[])
  }

  #nodesOr(ids: readonly number[] | null, before: readonly NodeId[]): readonly NodeId[] {
    return ids === null ? before : this.#nodes(ids)
  }

  /** Records from before directories were assigned have none: one `MIGRATING` per replica. */
  #directories(directories: readonly Uuid[], replicaCount: number): readonly Uuid[] {
    const isAssigned = directories.some((directory) => directory !== MIGRATING_DIRECTORY)
    if (isAssigned) return this.#interner.intern(directories)
    return this.#interner.intern(new Array<Uuid>(replicaCount).fill(MIGRATING_DIRECTORY))
  }
}

function imageOf(topic: ChangedTopic, offset: number): TopicImage {
  const { name, id, partitions } = topic
  for (let number = 0; number < partitions.length; number++) {
    if (partitions[number] === undefined) {
      throw new MetadataReplayError(offset, `topic ${name} has no partition ${number}`)
    }
  }
  return { name, id, partitions }
}
