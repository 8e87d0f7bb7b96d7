/**
 * In which part of a loop's turn an event runs, among those of one instant: as in Node, overdue timers
 * come before the sockets' data, and what asked for the end of a turn comes last.
 */
export const Phase = { timer: 0, io: 1, afterIo: 2 } as const
export type Phase = (typeof Phase)[keyof typeof Phase]

export interface SimEvent {
  /** Microseconds of virtual time. */
  atUs: number
  readonly phase: Phase
  /** Order of scheduling: the last word between two events. */
  readonly seq: number
  /** Whose event it is; `undefined` for the network between hosts. */
  readonly owner: EventOwner | undefined
  run: (() => void) | undefined
}

/** A process on a host: its events wait while it is frozen and vanish when it has died. */
export interface EventOwner {
  readonly isAlive: boolean
  readonly frozenUntilUs: number
}

/** Binary heap by (time, phase, seq). */
export class EventQueue {
  readonly #heap: SimEvent[]

  constructor() {
    this.#heap = []
  }

  get size(): number {
    return this.#heap.length
  }

  peek(): SimEvent | undefined {
    return this.#heap[0]
  }

  push(event: SimEvent): void {
    const heap = this.#heap
    let index = heap.length
    while (index > 0) {
      const parent = (index - 1) >> 1
      const above = heap[parent]
      if (above === undefined || !isBefore(event, above)) break
      heap[index] = above
      index = parent
    }
    heap[index] = event
  }

  pop(): SimEvent | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    this.#sink(last)
    return first
  }

  #sink(event: SimEvent): void {
    const heap = this.#heap
    const size = heap.length
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= size) break
      const left = heap[child] as SimEvent
      const right = heap[child + 1]
      const smaller = right !== undefined && isBefore(right, left) ? right : left
      if (smaller === right) child++
      if (!isBefore(smaller, event)) break
      heap[index] = smaller
      index = child
    }
    heap[index] = event
  }
}

function isBefore(a: SimEvent, b: SimEvent): boolean {
  if (a.atUs !== b.atUs) return a.atUs < b.atUs
  if (a.phase !== b.phase) return a.phase < b.phase
  return a.seq < b.seq
}
