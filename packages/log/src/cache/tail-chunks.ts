import type { TailBlock } from './tail-cache.ts'

/** Neighbouring batches are told apart only above this size, to keep the list short. */
const CHUNK_BYTES_MAX = 32_768
/** Stale chunks at the front are dropped in bulk. */
const STALE_CHUNKS_MAX = 64

/** Some whole batches of one partition that lie in one block. */
export interface TailChunk {
  readonly block: TailBlock
  readonly generation: number
  readonly start: number
  end: number
  readonly baseOffset: number
  nextOffset: number
}

/** Where the tail cache has one partition's newest batches: without gaps, ending at the log end. */
export class TailChunks {
  #chunks: TailChunk[]
  /** Chunks before it have been recycled. */
  #first: number

  constructor() {
    this.#chunks = []
    this.#first = 0
  }

  get length(): number {
    return this.#chunks.length - this.#first
  }

  clear(): void {
    this.#chunks = []
    this.#first = 0
  }

  add(
    block: TailBlock,
    start: number,
    sizeBytes: number,
    baseOffset: number,
    nextOffset: number,
  ): void {
    const last = this.#chunks.at(-1)
    if (last !== undefined && last.nextOffset !== baseOffset) this.clear()
    else if (last !== undefined && canExtend(last, block, start, sizeBytes)) {
      last.end += sizeBytes
      last.nextOffset = nextOffset
      return
    }
    this.#dropStale()
    const { generation } = block
    this.#chunks.push({
      block,
      generation,
      start,
      end: start + sizeBytes,
      baseOffset,
      nextOffset,
    })
  }

  /** Index of the chunk that holds `offset`; −1 when it is not cached. */
  indexOf(offset: number): number {
    this.#dropStale()
    let low = this.#first
    let high = this.#chunks.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      if (this.#chunks[middle]!.baseOffset <= offset) low = middle + 1
      else high = middle - 1
    }
    if (high < this.#first) return -1
    return offset < this.#chunks[high]!.nextOffset ? high : -1
  }

  /** The chunk at an index from `indexOf`, or behind it; undefined at the end. */
  at(index: number): TailChunk | undefined {
    return this.#chunks[index]
  }

  #dropStale(): void {
    let first = this.#first
    for (; first < this.#chunks.length; first += 1) {
      const chunk = this.#chunks[first]!
      if (chunk.block.generation === chunk.generation) break
    }
    this.#first = first
    if (first >= STALE_CHUNKS_MAX || first === this.#chunks.length) {
      this.#chunks = this.#chunks.slice(first)
      this.#first = 0
    }
  }
}

function canExtend(last: TailChunk, block: TailBlock, start: number, sizeBytes: number): boolean {
  return (
    last.block === block &&
    last.generation === block.generation &&
    last.end === start &&
    last.end - last.start + sizeBytes <= CHUNK_BYTES_MAX
  )
}
