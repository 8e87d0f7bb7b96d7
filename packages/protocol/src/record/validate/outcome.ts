/** Error codes of the protocol that a Produce request's records can get here. */
export const UNKNOWN_SERVER_ERROR = -1
export const CORRUPT_MESSAGE = 2
export const MESSAGE_TOO_LARGE = 10
export const RECORD_LIST_TOO_LARGE = 18
export const INVALID_TIMESTAMP = 32
export const UNSUPPORTED_COMPRESSION_TYPE = 76
export const INVALID_RECORD = 87

/** A record that was refused (KIP-467). */
export interface RecordError {
  /** Index of the record in its batch. */
  readonly batchIndex: number
  readonly message: string
}

/** More records than these are refused, but not listed. */
export const RECORD_ERRORS_MAX = 1000

/** The batch may be appended. */
export interface AcceptedBatch {
  readonly kind: 'accepted'
  /**
   * Exactly one whole batch: the given bytes, with timestamp type, max timestamp and CRC put right in
   * place where need be, or a batch made anew. Base offset and leader epoch are the log's to set.
   */
  readonly bytes: Uint8Array
  /** Made anew with the topic's codec: `bytes` is an array of its own. */
  readonly isRebuilt: boolean
  readonly recordsCount: number
  readonly lastOffsetDelta: number
  /** As the batch says it now; rounded beyond 2^53. */
  readonly maxTimestamp: number
  /** Offset, counted from the batch's first, of the first record that has it. */
  readonly offsetDeltaOfMaxTimestamp: number
  /** −1 unless the topic has LogAppendTime. */
  readonly logAppendTimeMs: number
}

/** The batch is refused, whole. */
export interface RejectedBatch {
  readonly kind: 'rejected'
  readonly errorCode: number
  readonly message: string
  /** At most `RECORD_ERRORS_MAX`. */
  readonly recordErrors: readonly RecordError[]
}

export type ValidationOutcome = AcceptedBatch | RejectedBatch

export function rejected(
  errorCode: number,
  message: string,
  recordErrors: readonly RecordError[] = NO_RECORD_ERRORS,
): RejectedBatch {
  return { kind: 'rejected', errorCode, message, recordErrors }
}

const NO_RECORD_ERRORS: readonly RecordError[] = Object.freeze([])
