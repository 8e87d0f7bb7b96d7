import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { FetchRequest, FetchRequestForgottenTopic, FetchRequestTopic } from '@samsa/protocol'
import type { FetchOperation } from './fetch-operation.ts'
import { type FetchOwner, FetchPartition } from './fetch-partition.ts'

/** Session epochs (KIP-227): 0 asks for a new session, −1 for none. */
export const INITIAL_EPOCH = 0
export const FINAL_EPOCH = -1
const EPOCH_MAX = 0x7fffffff

export function nextEpoch(epoch: number): number {
  if (epoch < 0) return FINAL_EPOCH
  return epoch === EPOCH_MAX ? 1 : epoch + 1
}

/**
 * An incremental fetch session: the partitions a client fetches, in the order in which they get their
 * share of an answer. One that gave data goes to the end, so that none starves.
 */
export class FetchSession implements FetchOwner {
  readonly id: number
  readonly usesTopicIds: boolean
  /** A follower's. */
  readonly isPrivileged: boolean
  readonly createdMs: number
  lastUsedMs: number
  /** Neighbours in the table's order of use. */
  older: FetchSession | undefined
  newer: FetchSession | undefined
  /** Of the next request. */
  epoch: number
  /** Taken out of the cache; a fetch that is under way still ends. */
  isClosed: boolean
  /** The one that is under way, or the last one, which is used again. */
  operation: FetchOperation | undefined
  /** What has to be looked at in the next poll; whoever polls sorts it. */
  dirty: FetchPartition[]
  readonly #topics: Map<string, Map<number, FetchPartition>>
  #size: number
  #lastOrder: number

  constructor(id: number, usesTopicIds: boolean, isPrivileged: boolean, nowMs: number) {
    this.id = id
    this.usesTopicIds = usesTopicIds
    this.isPrivileged = isPrivileged
    this.createdMs = nowMs
    this.lastUsedMs = nowMs
    this.older = undefined
    this.newer = undefined
    this.epoch = nextEpoch(INITIAL_EPOCH)
    this.isClosed = false
    this.operation = undefined
    this.dirty = []
    this.#topics = new Map()
    this.#size = 0
    this.#lastOrder = 0
  }

  /** Partitions in it. */
  get size(): number {
    return this.#size
  }

  *partitions(): Generator<FetchPartition> {
    for (const topic of this.#topics.values()) yield* topic.values()
  }

  /** Takes over the partitions of a full fetch, in the order in which they were answered. */
  adopt(partitions: readonly FetchPartition[]): void {
    for (const partition of partitions) {
      this.#add(this.#topicOf(partition.topic, partition.topicId), partition)
    }
  }

  /** What an incremental request adds and changes, then what it forgets. */
  update(request: FetchRequest): void {
    for (const topic of request.topics) this.#updateTopic(topic)
    for (const topic of request.forgottenTopicsData) this.#forget(topic)
  }

  /** It gave data: the others come first next time. */
  moveToEnd(partition: FetchPartition): void {
    partition.order = ++this.#lastOrder
  }

  onPartitionChange(partition: FetchPartition): void {
    this.#touch(partition)
    this.operation?.onPartitionChange(partition)
  }

  /** Everything has to be looked at, whatever is known. */
  touchAll(): void {
    for (const partition of this.partitions()) this.#touch(partition)
  }

  /** After an answer: only what may have more to tell is looked at in the next poll. */
  settle(): void {
    const { dirty } = this
    let kept = 0
    for (const partition of dirty) {
      if (partition.isForgotten) continue
      const { replica } = partition
      if (replica !== undefined && partition.isUpToDate(replica)) partition.rest(replica)
      else dirty[kept++] = partition
    }
    dirty.length = kept
  }

  /** Nobody will poll it again. */
  unwatchAll(): void {
    for (const partition of this.partitions()) partition.unwatch()
  }

  #updateTopic({ topic: name, topicId, partitions }: FetchRequestTopic): void {
    const topic = this.#topicOf(name, topicId)
    for (const asked of partitions) {
      const known = topic.get(asked.partition)
      if (known === undefined) this.#add(topic, new FetchPartition(this, name, topicId, asked))
      else {
        known.ask(asked)
        this.#touch(known)
      }
    }
  }

  #forget({ topic: name, topicId, partitions }: FetchRequestForgottenTopic): void {
    const key = keyOf(name, topicId)
    const topic = this.#topics.get(key)
    if (topic === undefined) return
    for (const index of partitions) {
      const partition = topic.get(index)
      if (partition === undefined) continue
      topic.delete(index)
      this.#size--
      partition.isForgotten = true
      partition.unwatch()
    }
    if (topic.size === 0) this.#topics.delete(key)
  }

  #add(topic: Map<number, FetchPartition>, partition: FetchPartition): void {
    topic.set(partition.index, partition)
    this.#size++
    partition.owner = this
    partition.isDirty = true
    this.moveToEnd(partition)
    this.dirty.push(partition)
  }

  #touch(partition: FetchPartition): void {
    if (partition.isDirty) return
    partition.isDirty = true
    this.dirty.push(partition)
  }

  #topicOf(name: string, topicId: Uuid): Map<number, FetchPartition> {
    const key = keyOf(name, topicId)
    let topic = this.#topics.get(key)
    if (topic === undefined) {
      topic = new Map()
      this.#topics.set(key, topic)
    }
    return topic
  }
}

const keyOf = (name: string, topicId: Uuid): string => (topicId === ZERO_UUID ? name : topicId)
