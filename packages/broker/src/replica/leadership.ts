import { ErrorCode } from '@samsa/protocol'
import type { HostedTopic } from './hosted-topic.ts'
import type { LocalPartition, PartitionOwner } from './local-partition.ts'
import type { LeadershipListener } from './replica-manager.ts'

/** Who wants to know which partitions of a topic this node leads. */
export class Leadership implements PartitionOwner {
  readonly #listeners: Map<string, Set<LeadershipListener>>

  constructor() {
    this.#listeners = new Map()
  }

  /** Tells of those led already (of `hosted`, when the topic is here), then of changes. */
  subscribe(
    topic: string,
    hosted: HostedTopic | undefined,
    listener: LeadershipListener,
  ): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, listeners)
    listeners.add(listener)
    for (const partition of hosted?.partitions ?? []) {
      if (partition?.refusal === ErrorCode.NONE) listener.onLeader(partition)
    }
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(topic)
    }
  }

  onLeading(partition: LocalPartition): void {
    for (const listener of this.#listeners.get(partition.topic) ?? []) listener.onLeader(partition)
  }

  onResigned(partition: LocalPartition): void {
    for (const listener of this.#listeners.get(partition.topic) ?? []) {
      listener.onResigned(partition)
    }
  }
}
