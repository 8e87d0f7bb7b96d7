import { assert } from '@samsa/base'
import { TailChunks } from './tail-chunks.ts'

export const TAIL_BLOCK_BYTES = 1_048_576

/** A piece of the cache's memory. Written once from front to back, then recycled as a whole. */
export class TailBlock {
  readonly bytes: Uint8Array
  usedBytes: number
  /** Readers whose response is not written out yet: the block is not recycled meanwhile. */
  holds: number
  /** Grows when the block is recycled: chunks that point into an older generation are gone. */
  generation: number

  constructor() {
    this.bytes = Buffer.allocUnsafeSlow(TAIL_BLOCK_BYTES)
    this.usedBytes = 0
    this.holds = 0
    this.generation = 0
  }

  release(): void {
    assert(this.holds > 0, 'a tail cache block is released more often than held')
    this.holds -= 1
  }
}

/**
 * Newest batches of the partitions that are being read at their end, for one node: a log of copies
 * that goes round over blocks of 1 MiB. The oldest block is recycled whoever's batches it holds; when
 * readers hold all blocks, nothing is cached until one is let go.
 */
export class TailCache {
  readonly #blocksMax: number
  /** Oldest first; the last is the one being filled. */
  readonly #blocks: TailBlock[]

  constructor(bytesMax: number) {
    this.#blocksMax = Math.floor(bytesMax / TAIL_BLOCK_BYTES)
    this.#blocks = []
  }

  /** Memory taken so far; it grows with use, up to the limit. */
  get bytes(): number {
    return this.#blocks.length * TAIL_BLOCK_BYTES
  }

  /** Blocks that some reader still holds. */
  get heldBlocks(): number {
    return this.#blocks.filter((block) => block.holds > 0).length
  }

  /** Copies the batches `[baseOffset, nextOffset)` behind what the partition has here. */
  add(chunks: TailChunks, bytes: Uint8Array, baseOffset: number, nextOffset: number): void {
    const block = this.#blockFor(bytes.length)
    if (block === undefined) {
      chunks.clear()
      return
    }
    const start = block.usedBytes
    block.bytes.set(bytes, start)
    block.usedBytes += bytes.length
    chunks.add(block, start, bytes.length, baseOffset, nextOffset)
  }

  #blockFor(sizeBytes: number): TailBlock | undefined {
    if (sizeBytes > TAIL_BLOCK_BYTES || this.#blocksMax === 0) return undefined
    const current = this.#blocks.at(-1)
    if (current !== undefined && current.usedBytes + sizeBytes <= TAIL_BLOCK_BYTES) return current
    if (this.#blocks.length < this.#blocksMax) {
      const block = new TailBlock()
      this.#blocks.push(block)
      return block
    }
    const oldest = this.#blocks.findIndex((block) => block.holds === 0)
    if (oldest < 0) return undefined
    const block = this.#blocks.splice(oldest, 1)[0]!
    block.usedBytes = 0
    block.generation += 1
    this.#blocks.push(block)
    return block
  }
}
