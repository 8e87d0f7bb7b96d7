export * from './layout.ts'
export { type Int64 } from './bytes.ts'
export { BatchView } from './batch.ts'
export { CorruptBatchError, InvalidBatchHeaderError, InvalidRecordError } from './errors.ts'
export {
  BAD_BATCH_LENGTH,
  BAD_BATCH_MAGIC,
  batchSizeAt,
  BatchWalker,
  PARTIAL_BATCH,
  walkBatches,
} from './walk.ts'
export { patchCrc, patchMaxTimestamp, patchOffsets } from './patch.ts'
export { RecordWalk, walkRecords } from './walker.ts'
export { RecordCursor, type RecordHeader } from './record-cursor.ts'
export {
  type BatchRecord,
  DECOMPRESSED_BYTES_MAX,
  decompressPayload,
  ensureValid,
  openRecords,
  records,
} from './read.ts'
export {
  BatchBuilder,
  type BatchFields,
  type BatchTools,
  buildBatch,
  type NewRecord,
} from './builder.ts'
export {
  buildControlBatch,
  buildEndMarker,
  CONTROL_ABORT,
  CONTROL_COMMIT,
  CONTROL_KRAFT_VERSION,
  CONTROL_KRAFT_VOTERS,
  CONTROL_LEADER_CHANGE,
  CONTROL_SNAPSHOT_FOOTER,
  CONTROL_SNAPSHOT_HEADER,
  controlKey,
  controlTypeOf,
  coordinatorEpochOf,
  endMarkerValue,
} from './control.ts'
export { LegacyBatchView, type LegacyRecord, readLegacyBatch } from './legacy.ts'
export {
  type AcceptedBatch,
  type RecordError,
  RECORD_ERRORS_MAX,
  type RejectedBatch,
  type ValidationOutcome,
} from './validate/outcome.ts'
export { type AppendRules, CODEC_OF_PRODUCER, DEFAULT_APPEND_RULES } from './validate/rules.ts'
export type { KeptRecords, RebuiltRecords, RecordsVerdict } from './validate/verdict.ts'
export {
  BatchValidator,
  createValidationTask,
  type DeferredValidation,
  INLINE_COMPRESSED_BYTES_MAX,
  INLINE_OUTPUT_BYTES_MAX,
  validateForAppend,
  type ValidationInput,
} from './validate/validate.ts'
