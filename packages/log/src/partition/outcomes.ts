import { NO_OFFSET, type Offset } from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import type { ProducerBatch } from '../producer/producer-entry.ts'
import type { AppendOutcome } from '../types.ts'

export function refused(errorCode: number, logStartOffset: Offset): AppendOutcome {
  return {
    errorCode,
    baseOffset: NO_OFFSET,
    lastOffset: NO_OFFSET,
    logAppendTimeMs: -1,
    logStartOffset,
    isDuplicate: false,
  }
}

export function appended(
  baseOffset: Offset,
  lastOffset: Offset,
  logAppendTimeMs: number,
  logStartOffset: Offset,
): AppendOutcome {
  return {
    errorCode: ErrorCode.NONE,
    baseOffset,
    lastOffset,
    logAppendTimeMs,
    logStartOffset,
    isDuplicate: false,
  }
}

/** Answers as the first time; that time's append time is the batch's max timestamp, as in Kafka. */
export function duplicateOf(batch: ProducerBatch, logStartOffset: Offset): AppendOutcome {
  return {
    errorCode: ErrorCode.NONE,
    baseOffset: batch.firstOffset,
    lastOffset: batch.lastOffset,
    logAppendTimeMs: batch.timestamp,
    logStartOffset,
    isDuplicate: true,
  }
}
