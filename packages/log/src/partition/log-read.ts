import { assert, type Lease, NO_OFFSET, offset, type Offset } from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import type { TailBlock } from '../cache/tail-cache.ts'
import type { LogRead } from '../types.ts'
import type { LogCore } from './log-core.ts'

/** The answer to one read, and what it holds on to until `release`. */
export class LogReadResult implements LogRead {
  readonly errorCode: number
  readonly pieces: readonly Uint8Array[]
  readonly sizeBytes: number
  readonly baseOffset: Offset
  readonly nextOffset: Offset
  readonly logStartOffset: Offset
  readonly logEndOffset: Offset
  readonly #lease: Lease | undefined
  readonly #blocks: readonly TailBlock[]
  #isReleased: boolean

  constructor(
    core: LogCore,
    errorCode: number,
    span: ReadSpan,
    lease: Lease | undefined,
    blocks: readonly TailBlock[],
  ) {
    this.errorCode = errorCode
    this.pieces = span.pieces
    this.sizeBytes = span.sizeBytes
    this.baseOffset = span.baseOffset
    this.nextOffset = span.nextOffset
    this.logStartOffset = core.logStartOffset
    this.logEndOffset = core.logEndOffset
    this.#lease = lease
    this.#blocks = blocks
    this.#isReleased = false
    for (const block of blocks) block.holds += 1
  }

  release(): void {
    assert(!this.#isReleased, 'a read is released once')
    this.#isReleased = true
    this.#lease?.release()
    for (const block of this.#blocks) block.release()
  }
}

/** Batches that were found. */
export interface ReadSpan {
  readonly pieces: readonly Uint8Array[]
  readonly sizeBytes: number
  readonly baseOffset: Offset
  readonly nextOffset: Offset
}

export function emptyRead(core: LogCore, startOffset: Offset): LogReadResult {
  return new LogReadResult(core, ErrorCode.NONE, emptySpan(startOffset), undefined, NONE)
}

export function failedRead(core: LogCore, errorCode: number, startOffset: Offset): LogReadResult {
  return new LogReadResult(core, errorCode, emptySpan(startOffset), undefined, NONE)
}

function emptySpan(startOffset: Offset): ReadSpan {
  return { pieces: NONE, sizeBytes: 0, baseOffset: NO_OFFSET, nextOffset: offset(startOffset) }
}

const NONE: readonly never[] = []
