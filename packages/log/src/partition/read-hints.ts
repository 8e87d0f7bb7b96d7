import type { Segment } from '../segment/segment.ts'

/** Readers of one partition that are told apart. */
const HINTS_MAX = 8

/** Where a reader that goes on at `offset` finds it. */
export interface ReadHint {
  offset: number
  segment: Segment
  position: number
}

/**
 * Where the latest reads ended, so that a consumer that reads on needs neither index nor scan. Oldest
 * out first; made on the first read.
 */
export class ReadHints {
  #hints: ReadHint[]
  #next: number

  constructor() {
    this.#hints = []
    this.#next = 0
  }

  find(offset: number): ReadHint | undefined {
    for (const hint of this.#hints) {
      if (hint.offset === offset) return hint
    }
    return undefined
  }

  /** `from` is where the read began: its hint moves on, others stay. */
  note(from: number, offset: number, segment: Segment, position: number): void {
    const known = this.find(from)
    if (known !== undefined) {
      known.offset = offset
      known.segment = segment
      known.position = position
      return
    }
    if (this.#hints.length < HINTS_MAX) {
      this.#hints.push({ offset, segment, position })
      return
    }
    const oldest = this.#hints[this.#next]!
    this.#next = (this.#next + 1) % HINTS_MAX
    oldest.offset = offset
    oldest.segment = segment
    oldest.position = position
  }

  /** After a truncation or when segments go. */
  clear(): void {
    this.#hints = []
    this.#next = 0
  }
}
