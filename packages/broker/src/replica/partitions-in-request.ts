/** Partitions of a request, gathered by topic in the order in which they are first named. */
export class PartitionsInRequest<Asked> {
  readonly #topics: Map<string, Map<number, Asked>>
  readonly #repeated: Map<string, Set<number>>

  constructor() {
    this.#topics = new Map()
    this.#repeated = new Map()
  }

  /** Named again, it is there once, as it is named last. */
  add(topic: string, partition: number, asked: Asked): void {
    let partitions = this.#topics.get(topic)
    if (partitions === undefined) {
      partitions = new Map()
      this.#topics.set(topic, partitions)
    }
    if (partitions.has(partition)) this.#repeat(topic, partition)
    partitions.set(partition, asked)
  }

  #repeat(topic: string, partition: number): void {
    const repeated = this.#repeated.get(topic) ?? new Set()
    repeated.add(partition)
    this.#repeated.set(topic, repeated)
  }

  isRepeated(topic: string, partition: number): boolean {
    return this.#repeated.get(topic)?.has(partition) === true
  }

  get topics(): ReadonlyMap<string, ReadonlyMap<number, Asked>> {
    return this.#topics
  }
}
