import type { Checksum } from '../checksum/checksum.ts'
import { type Int64, readInt16, readInt32, writeInt16, writeInt32, writeInt64 } from './bytes.ts'
import {
  ATTRIBUTES_OFFSET,
  BASE_OFFSET_OFFSET,
  BATCH_LENGTH_OFFSET,
  CRC_OFFSET,
  LOG_APPEND_TIME,
  LOG_OVERHEAD,
  MAX_TIMESTAMP_OFFSET,
  PARTITION_LEADER_EPOCH_OFFSET,
  TIMESTAMP_TYPE_MASK,
  type TimestampType,
} from './layout.ts'

/** Sets what a leader assigns. The CRC covers neither, so nothing else changes. */
export function patchOffsets(
  bytes: Uint8Array,
  position: number,
  baseOffset: Int64,
  leaderEpoch: number,
): void {
  writeInt64(bytes, position + BASE_OFFSET_OFFSET, baseOffset)
  writeInt32(bytes, position + PARTITION_LEADER_EPOCH_OFFSET, leaderEpoch)
}

/** Sets max timestamp and timestamp type, and the CRC with them. */
export function patchMaxTimestamp(
  bytes: Uint8Array,
  position: number,
  maxTimestamp: Int64,
  timestampType: TimestampType,
  checksum: Checksum,
): void {
  const attributes = readInt16(bytes, position + ATTRIBUTES_OFFSET)
  const stamped =
    timestampType === LOG_APPEND_TIME
      ? attributes | TIMESTAMP_TYPE_MASK
      : attributes & ~TIMESTAMP_TYPE_MASK
  writeInt16(bytes, position + ATTRIBUTES_OFFSET, stamped)
  writeInt64(bytes, position + MAX_TIMESTAMP_OFFSET, maxTimestamp)
  patchCrc(bytes, position, checksum)
}

/** Makes the stored CRC that of the bytes as they are now. */
export function patchCrc(bytes: Uint8Array, position: number, checksum: Checksum): void {
  const end = position + LOG_OVERHEAD + readInt32(bytes, position + BATCH_LENGTH_OFFSET)
  writeInt32(
    bytes,
    position + CRC_OFFSET,
    checksum.crc32c(bytes, position + ATTRIBUTES_OFFSET, end),
  )
}
