import { assert, type Offset } from '@samsa/base'
import type { Segment } from './segment.ts'

/** The segments of a log, by rising base offset; never empty once the log is open. */
export class SegmentList {
  readonly #segments: Segment[]

  constructor(segments: readonly Segment[] = []) {
    this.#segments = [...segments]
  }

  get length(): number {
    return this.#segments.length
  }

  get all(): readonly Segment[] {
    return this.#segments
  }

  get first(): Segment {
    const first = this.#segments[0]
    assert(first !== undefined, 'a log has a segment')
    return first
  }

  /** The last one, which is appended to. */
  get active(): Segment {
    const active = this.#segments.at(-1)
    assert(active !== undefined, 'a log has a segment')
    return active
  }

  at(index: number): Segment | undefined {
    return this.#segments[index]
  }

  get sizeBytes(): number {
    let sizeBytes = 0
    for (const segment of this.#segments) sizeBytes += segment.sizeBytes
    return sizeBytes
  }

  /** Index of the last segment that begins at or below `offset`; −1 when all begin above. */
  floorIndex(offset: number): number {
    let low = 0
    let high = this.#segments.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      if (this.#segments[middle]!.baseOffset <= offset) low = middle + 1
      else high = middle - 1
    }
    return high
  }

  indexOf(segment: Segment): number {
    const index = this.floorIndex(segment.baseOffset)
    return this.#segments[index] === segment ? index : -1
  }

  get baseOffsets(): Offset[] {
    return this.#segments.map((segment) => segment.baseOffset)
  }

  add(segment: Segment): void {
    const last = this.#segments.at(-1)
    assert(
      last === undefined || last.baseOffset < segment.baseOffset,
      'segments are added in order of their offsets',
    )
    this.#segments.push(segment)
  }

  /** Takes out `count` segments from `index` on. */
  remove(index: number, count: number): Segment[] {
    return this.#segments.splice(index, count)
  }
}
