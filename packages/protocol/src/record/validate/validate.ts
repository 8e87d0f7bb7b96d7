import type { ComputeTask } from '@samsa/base'
import { CODEC_NONE } from '../../compression/codec.ts'
import { DecompressedTooLargeError } from '../../compression/errors.ts'
import { BatchView } from '../batch.ts'
import type { BatchTools } from '../builder.ts'
import { LOG_APPEND_TIME } from '../layout.ts'
import { patchMaxTimestamp } from '../patch.ts'
import { RecordWalk } from '../walker.ts'
import { checkHeader, checkSegment, checkSize } from './header.ts'
import type { ValidationOutcome } from './outcome.ts'
import type { AppendRules } from './rules.ts'
import { judgeRecords, type RecordsVerdict, refusalOfBomb, targetCodecOf } from './verdict.ts'

/** Compressed batches up to this size are looked at where they arrive … */
export const INLINE_COMPRESSED_BYTES_MAX = 65_536
/** … unless they decompress to more than this (about a millisecond's work). */
export const INLINE_OUTPUT_BYTES_MAX = 1_048_576

/** A batch too costly to look at in the event loop: run `validationTask` on `input`, then `finish`. */
export interface DeferredValidation {
  readonly kind: 'deferred'
  readonly input: ValidationInput
}

/** Plain data, for another thread. */
export interface ValidationInput {
  /** A copy of the batch: a view would take the whole request along. */
  readonly batch: Uint8Array
  readonly rules: AppendRules
  readonly nowMs: number
}

/**
 * Validates the batches of Produce requests as Apache Kafka 4.3 does: `ProduceRequest`'s shape,
 * `UnifiedLog`'s header and CRC, `LogValidator`'s records, in that order. One per thread; it keeps
 * what one batch needs for the next.
 *
 * ```ts
 * let outcome = validator.begin(bytes, rules, clock.nowMs())
 * if (outcome.kind === 'deferred') {
 *   const verdict = await compute.run(task, outcome.input)   // place in the queue taken before
 *   outcome = validator.finish(bytes, outcome.input, verdict)
 * }
 * ```
 *
 * `bytes` is what a partition of the request has as records. It is changed in place where the broker
 * has to put something right, so it must belong to the caller until the append is done.
 */
export class BatchValidator {
  readonly #tools: BatchTools
  readonly #view: BatchView
  readonly #walk: RecordWalk

  constructor(tools: BatchTools) {
    this.#tools = tools
    this.#view = new BatchView(new Uint8Array(0))
    this.#walk = new RecordWalk()
  }

  /** All at once, however long it takes. */
  validate(bytes: Uint8Array, rules: AppendRules, nowMs: number): ValidationOutcome {
    const view = this.#view
    const refused = checkHeader(bytes, rules, this.#tools.checksum, view)
    if (refused !== undefined) return refused
    return this.#settle(bytes, rules, nowMs, judge(view, rules, nowMs, this.#tools, this.#walk))
  }

  /** The same, unless the records are costly to look at. */
  begin(
    bytes: Uint8Array,
    rules: AppendRules,
    nowMs: number,
  ): ValidationOutcome | DeferredValidation {
    const view = this.#view
    const refused = checkHeader(bytes, rules, this.#tools.checksum, view)
    if (refused !== undefined) return refused
    const verdict = this.#judgeInline(rules, nowMs)
    return verdict === undefined
      ? { kind: 'deferred', input: { batch: new Uint8Array(view.batchBytes), rules, nowMs } }
      : this.#settle(bytes, rules, nowMs, verdict)
  }

  /** Brings in what `validationTask` made of a deferred batch. */
  finish(bytes: Uint8Array, input: ValidationInput, verdict: RecordsVerdict): ValidationOutcome {
    return this.#settle(bytes, input.rules, input.nowMs, verdict)
  }

  #judgeInline(rules: AppendRules, nowMs: number): RecordsVerdict | undefined {
    const view = this.#view
    const tools = this.#tools
    if (view.codec === CODEC_NONE && targetCodecOf(view, rules) === CODEC_NONE) {
      return judgeRecords(view, rules, nowMs, tools, 0, this.#walk)
    }
    if (view.sizeBytes > INLINE_COMPRESSED_BYTES_MAX) return undefined
    const { decompressedBytesMax } = rules
    const outputBytesMax = Math.min(INLINE_OUTPUT_BYTES_MAX, decompressedBytesMax)
    try {
      return judgeRecords(view, rules, nowMs, tools, outputBytesMax, this.#walk)
    } catch (error) {
      if (!(error instanceof DecompressedTooLargeError)) throw error
      return outputBytesMax < decompressedBytesMax ? undefined : refusalOfBomb(rules, error)
    }
  }

  #settle(
    bytes: Uint8Array,
    rules: AppendRules,
    nowMs: number,
    verdict: RecordsVerdict,
  ): ValidationOutcome {
    if (verdict.kind === 'rejected') return verdict
    const view = this.#view.reset(bytes, 0)
    const isRebuilt = verdict.kind === 'rebuilt'
    if (isRebuilt) {
      view.reset(verdict.bytes, 0)
      const refused = checkSize(rules, view.sizeBytes)
      if (refused !== undefined) return refused
    } else {
      const { checksum } = this.#tools
      patchMaxTimestamp(bytes, 0, verdict.maxTimestamp, rules.timestampType, checksum)
    }
    return (
      checkSegment(rules, view.sizeBytes) ?? {
        kind: 'accepted',
        bytes: view.batchBytes,
        isRebuilt,
        recordsCount: view.recordsCount,
        lastOffsetDelta: view.lastOffsetDelta,
        maxTimestamp: Number(verdict.maxTimestamp),
        offsetDeltaOfMaxTimestamp: verdict.indexOfMaxTimestamp,
        logAppendTimeMs: rules.timestampType === LOG_APPEND_TIME ? nowMs : -1,
      }
    )
  }
}

/** `BatchValidator.validate` for one batch. */
export function validateForAppend(
  bytes: Uint8Array,
  rules: AppendRules,
  nowMs: number,
  tools: BatchTools,
): ValidationOutcome {
  return new BatchValidator(tools).validate(bytes, rules, nowMs)
}

/** The part of the work that `Compute` does elsewhere, with that thread's own tools. */
export function createValidationTask(
  tools: BatchTools,
): ComputeTask<ValidationInput, RecordsVerdict> {
  return {
    name: 'protocol/validate-records',
    run: ({ batch, rules, nowMs }) =>
      judge(new BatchView(batch), rules, nowMs, tools, new RecordWalk()),
  }
}

function judge(
  view: BatchView,
  rules: AppendRules,
  nowMs: number,
  tools: BatchTools,
  walk: RecordWalk,
): RecordsVerdict {
  try {
    return judgeRecords(view, rules, nowMs, tools, rules.decompressedBytesMax, walk)
  } catch (error) {
    if (!(error instanceof DecompressedTooLargeError)) throw error
    return refusalOfBomb(rules, error)
  }
}
