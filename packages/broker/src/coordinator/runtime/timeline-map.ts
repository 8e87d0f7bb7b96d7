import type { Revertible, SnapshotRegistry } from './snapshot-registry.ts'

/** How a key was before its first change in `epoch`; `undefined` means absent. */
interface Past<Value> {
  readonly epoch: number
  readonly before: Value | undefined
}

/**
 * A map on a time line: writes and plain reads see the latest state, `…At` reads an older epoch.
 * Values are immutable, since an older epoch may still refer to them. Reading the latest state costs
 * what a Map costs; the past of a key exists only while it is uncommitted.
 */
export class TimelineMap<
  Key,
  Value extends object | string | number | boolean,
> implements Revertible {
  readonly #registry: SnapshotRegistry
  readonly #latest: Map<Key, Value>
  readonly #past: Map<Key, Past<Value>[]>

  constructor(registry: SnapshotRegistry) {
    this.#registry = registry
    this.#latest = new Map()
    this.#past = new Map()
  }

  get size(): number {
    return this.#latest.size
  }

  get(key: Key): Value | undefined {
    return this.#latest.get(key)
  }

  has(key: Key): boolean {
    return this.#latest.has(key)
  }

  set(key: Key, value: Value): void {
    this.#remember(key)
    this.#latest.set(key, value)
  }

  delete(key: Key): boolean {
    if (!this.#latest.has(key)) return false
    this.#remember(key)
    return this.#latest.delete(key)
  }

  entries(): IterableIterator<[Key, Value]> {
    return this.#latest.entries()
  }

  keys(): IterableIterator<Key> {
    return this.#latest.keys()
  }

  values(): IterableIterator<Value> {
    return this.#latest.values()
  }

  /** The value as of `epoch`, which is not below the committed one. */
  getAt(key: Key, epoch: number): Value | undefined {
    const past = this.#past.get(key)?.find((entry) => entry.epoch > epoch)
    return past === undefined ? this.#latest.get(key) : past.before
  }

  /** Every entry as of `epoch`: those that are there still, and those deleted since. */
  *entriesAt(epoch: number): IterableIterator<[Key, Value]> {
    for (const key of this.#latest.keys()) {
      const value = this.getAt(key, epoch)
      if (value !== undefined) yield [key, value]
    }
    for (const key of this.#past.keys()) {
      if (this.#latest.has(key)) continue
      const value = this.getAt(key, epoch)
      if (value !== undefined) yield [key, value]
    }
  }

  revertKey(key: unknown, epoch: number): void {
    const past = this.#past.get(key as Key)
    const first = past?.findIndex((entry) => entry.epoch > epoch) ?? -1
    if (past === undefined || first < 0) return
    const { before } = past[first] as Past<Value>
    if (before === undefined) this.#latest.delete(key as Key)
    else this.#latest.set(key as Key, before)
    this.#keep(key as Key, past.slice(0, first))
  }

  forgetKey(key: unknown, epoch: number): void {
    const past = this.#past.get(key as Key)
    if (past === undefined) return
    // Epochs ascend: usually nothing is younger, and there is nothing left to remember.
    if ((past.at(-1) as Past<Value>).epoch <= epoch) this.#past.delete(key as Key)
    else
      this.#keep(
        key as Key,
        past.filter((entry) => entry.epoch > epoch),
      )
  }

  #remember(key: Key): void {
    const { writingEpoch, committedEpoch } = this.#registry
    // Loading: what is replayed is committed already, nobody will ask how it was before.
    if (writingEpoch <= committedEpoch) return
    const past = this.#past.get(key)
    if (past?.at(-1)?.epoch === writingEpoch) return
    const entry = { epoch: writingEpoch, before: this.#latest.get(key) }
    if (past === undefined) this.#past.set(key, [entry])
    else past.push(entry)
    this.#registry.touch(this, key)
  }

  #keep(key: Key, past: Past<Value>[]): void {
    if (past.length === 0) this.#past.delete(key)
    else this.#past.set(key, past)
  }
}
