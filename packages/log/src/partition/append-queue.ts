import { assert, leaderEpoch, type LeaderEpoch } from '@samsa/base'
import type { AppendDone, AppendEntry, AppendOrigin } from '../types.ts'

/** Room that an empty queue keeps; a longer one gives it back. */
const KEPT_MAX = 1024

/** An append that waits or is under way. */
export class QueuedAppend implements AppendEntry {
  readonly origin: AppendOrigin
  readonly leaderEpoch: LeaderEpoch
  readonly bytes: Uint8Array
  readonly done: AppendDone

  constructor(origin: AppendOrigin, epoch: LeaderEpoch, bytes: Uint8Array, done: AppendDone) {
    this.origin = origin
    this.leaderEpoch = epoch
    this.bytes = bytes
    this.done = done
  }
}

/**
 * First in, first out. What waits lies in `entries[head … tail)`; the places are used again, since the
 * queue is empty most of the time and an array that begins anew costs more than the append.
 */
export class AppendQueue {
  entries: QueuedAppend[]
  head: number
  tail: number

  constructor() {
    this.entries = []
    this.head = 0
    this.tail = 0
  }

  get length(): number {
    return this.tail - this.head
  }

  push(entry: AppendEntry, done: AppendDone): void {
    const { origin, leaderEpoch: epoch, bytes } = entry
    this.entries[this.tail] = new QueuedAppend(origin, epoch, bytes, done)
    this.tail += 1
  }

  /** Takes the first one out; asserts that there is one. */
  shift(): QueuedAppend {
    assert(this.head < this.tail, 'an empty queue has no first append')
    const entry = this.entries[this.head]!
    this.entries[this.head] = SETTLED
    this.head += 1
    if (this.head === this.tail) this.#rewind()
    else if (this.head >= KEPT_MAX && this.head * 2 >= this.tail) this.#compact()
    return entry
  }

  #rewind(): void {
    if (this.tail > KEPT_MAX) this.entries = []
    this.head = 0
    this.tail = 0
  }

  #compact(): void {
    this.entries = this.entries.slice(this.head, this.tail)
    this.tail -= this.head
    this.head = 0
  }
}

/** In the place of an append that has left, so that nothing holds on to its bytes. */
const SETTLED = new QueuedAppend('client', leaderEpoch(-1), new Uint8Array(0), () => {})
