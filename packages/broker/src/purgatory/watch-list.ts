import { assert } from '@samsa/base'

/**
 * Somebody who wants to know of a partition's next change: new high watermark or last stable offset,
 * log start, leader or epoch, deletion, loss of its directory. Told once, then no more until it is
 * put in again; so a session that nobody polls costs an append nothing.
 */
export abstract class Watcher {
  /** The list it is in. */
  list: WatchList | undefined
  previous: Watcher | undefined
  next: Watcher | undefined

  constructor() {
    this.list = undefined
    this.previous = undefined
    this.next = undefined
  }

  /** Inside the partition's own change: note it, and do the work later. */
  abstract onChange(): void

  /** Leaves the list it is in, if any. */
  unwatch(): void {
    this.list?.remove(this)
  }
}

/** The watchers of one partition, in order of arrival. They are the list's links themselves. */
export class WatchList {
  #head: Watcher | undefined
  #tail: Watcher | undefined
  #size: number

  constructor() {
    this.#head = undefined
    this.#tail = undefined
    this.#size = 0
  }

  get size(): number {
    return this.#size
  }

  /** Nothing happens when it is in this list; asserts that it is in no other. */
  add(watcher: Watcher): void {
    if (watcher.list === this) return
    assert(watcher.list === undefined, 'a watcher watches one partition')
    watcher.list = this
    watcher.previous = this.#tail
    watcher.next = undefined
    if (this.#tail === undefined) this.#head = watcher
    else this.#tail.next = watcher
    this.#tail = watcher
    this.#size++
  }

  remove(watcher: Watcher): void {
    assert(watcher.list === this, 'a watcher leaves the list it is in')
    const { previous, next } = watcher
    if (previous === undefined) this.#head = next
    else previous.next = next
    if (next === undefined) this.#tail = previous
    else next.previous = previous
    this.#forget(watcher)
  }

  /** Empties the list, then tells each of them. */
  wakeAll(): void {
    let watcher = this.#head
    this.#head = undefined
    this.#tail = undefined
    while (watcher !== undefined) {
      const { next } = watcher
      this.#forget(watcher)
      watcher.onChange()
      watcher = next
    }
  }

  #forget(watcher: Watcher): void {
    watcher.list = undefined
    watcher.previous = undefined
    watcher.next = undefined
    this.#size--
  }
}
