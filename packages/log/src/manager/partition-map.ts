import type { Log } from '../partition/log.ts'

/** Logs by topic and partition. */
export class PartitionMap {
  readonly #topics: Map<string, Map<number, Log>>

  constructor() {
    this.#topics = new Map()
  }

  get(topic: string, partition: number): Log | undefined {
    return this.#topics.get(topic)?.get(partition)
  }

  set(log: Log): void {
    let partitions = this.#topics.get(log.topic)
    if (partitions === undefined) {
      partitions = new Map()
      this.#topics.set(log.topic, partitions)
    }
    partitions.set(log.partition, log)
  }

  delete(topic: string, partition: number): void {
    const partitions = this.#topics.get(topic)
    partitions?.delete(partition)
    if (partitions?.size === 0) this.#topics.delete(topic)
  }

  ofTopic(topic: string): Iterable<Log> {
    return this.#topics.get(topic)?.values() ?? []
  }

  *all(): Generator<Log> {
    for (const partitions of this.#topics.values()) yield* partitions.values()
  }
}
