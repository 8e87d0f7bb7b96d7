import { offset, type Offset } from '@samsa/base'
import type { LogCore } from '../partition/log-core.ts'
import { runOfBatches } from '../partition/batch-run.ts'
import { LogReadResult } from '../partition/log-read.ts'
import type { ReadOptions } from '../types.ts'
import type { TailBlock } from './tail-cache.ts'
import type { TailChunk } from './tail-chunks.ts'

/** The read, if the tail cache has the batch of `startOffset`; it never waits. */
export function readTail(
  core: LogCore,
  startOffset: Offset,
  options: ReadOptions,
): LogReadResult | undefined {
  const { tailChunks } = core
  if (tailChunks.length === 0) return undefined
  const first = tailChunks.indexOf(startOffset)
  const chunk = first < 0 ? undefined : tailChunks.at(first)
  if (chunk === undefined || isStale(chunk)) return undefined
  const collector = new TailCollector(startOffset, options)
  for (let index = first; ; index += 1) {
    const next = tailChunks.at(index)
    if (next === undefined || isStale(next) || !collector.add(next)) break
  }
  if (collector.sizeBytes === 0) return undefined
  core.environment.metrics.readTailCacheBytes.add(collector.sizeBytes)
  return new LogReadResult(core, 0, collector, undefined, collector.blocks)
}

function isStale(chunk: TailChunk): boolean {
  return chunk.block.generation !== chunk.generation
}

/** Puts chunks together; those that lie side by side in a block become one piece. */
class TailCollector {
  readonly pieces: Uint8Array[]
  readonly blocks: TailBlock[]
  sizeBytes: number
  baseOffset: Offset
  nextOffset: Offset
  readonly #options: ReadOptions
  #pieceStart: number
  #pieceEnd: number

  constructor(startOffset: Offset, options: ReadOptions) {
    this.pieces = []
    this.blocks = []
    this.sizeBytes = 0
    this.baseOffset = offset(-1)
    this.nextOffset = startOffset
    this.#options = options
    this.#pieceStart = 0
    this.#pieceEnd = 0
  }

  /** False when nothing behind this chunk is wanted. */
  add(chunk: TailChunk): boolean {
    const { maxBytes, upTo, minOneBatch } = this.#options
    const left = maxBytes - this.sizeBytes
    if (this.sizeBytes > 0 && chunk.nextOffset <= upTo && chunk.end - chunk.start <= left) {
      this.#append(chunk.block, chunk.start, chunk.end)
      this.nextOffset = offset(chunk.nextOffset)
      return true
    }
    const run = runOfBatches(
      chunk.block.bytes,
      chunk.start,
      chunk.end,
      this.nextOffset,
      upTo,
      left,
      minOneBatch && this.sizeBytes === 0,
    )
    if (run.end === run.start) return false
    if (this.sizeBytes === 0) this.baseOffset = run.baseOffset
    this.#append(chunk.block, run.start, run.end)
    this.nextOffset = run.nextOffset
    return run.end === chunk.end
  }

  #append(block: TailBlock, start: number, end: number): void {
    this.sizeBytes += end - start
    const last = this.pieces.length - 1
    if (this.blocks.at(-1) === block && this.#pieceEnd === start) {
      this.pieces[last] = block.bytes.subarray(this.#pieceStart, end)
    } else {
      this.pieces.push(block.bytes.subarray(start, end))
      this.#pieceStart = start
      if (this.blocks.at(-1) !== block) this.blocks.push(block)
    }
    this.#pieceEnd = end
  }
}
