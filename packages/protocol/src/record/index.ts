export * from './layout.ts'
export * from './errors.ts'
export { BatchView } from './batch.ts'
export { type Int64 } from './bytes.ts'
export {
  BatchWalker,
  walkBatches,
  batchSizeAt,
  PARTIAL_BATCH,
  BAD_BATCH_LENGTH,
  BAD_BATCH_MAGIC,
} from './walk.ts'
export { patchOffsets, patchMaxTimestamp, patchCrc } from './patch.ts'
