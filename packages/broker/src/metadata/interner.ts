/** Lists kept at most; beyond it the interner starts afresh, which costs memory only. */
const LISTS_MAX = 65_536

/**
 * One array for equal lists: a cluster has far fewer lists of replicas and directories than it has
 * partitions. What it hands out is shared and never changed.
 */
export class ListInterner {
  readonly #lists: Map<string, readonly (number | string)[]>

  constructor() {
    this.#lists = new Map()
  }

  /** An array equal to `list`; the same one for equal lists. */
  intern<Item extends number | string>(list: readonly Item[]): readonly Item[] {
    // Ids of directories are 22 characters, ids of brokers are fewer: their lists never look alike.
    const key = list.join(',')
    const known = this.#lists.get(key)
    if (known !== undefined) return known as readonly Item[]
    if (this.#lists.size >= LISTS_MAX) this.#lists.clear()
    this.#lists.set(key, list)
    return list
  }
}
