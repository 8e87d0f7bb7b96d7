import type { Checksum } from '../checksum/checksum.ts'
import {
  type Int64,
  readInt16,
  readInt32,
  readInt64,
  readInt64Wide,
  writeInt16,
  writeInt32,
  writeInt64,
} from './bytes.ts'
import {
  ATTRIBUTES_OFFSET,
  BASE_OFFSET_OFFSET,
  BATCH_LENGTH_OFFSET,
  COMPRESSION_CODEC_MASK,
  CONTROL_FLAG_MASK,
  DELETE_HORIZON_FLAG_MASK,
  CRC_OFFSET,
  LOG_APPEND_TIME,
  LOG_OVERHEAD,
  MAX_TIMESTAMP_OFFSET,
  PARTITION_LEADER_EPOCH_OFFSET,
  TIMESTAMP_TYPE_MASK,
  type TimestampType,
  timestampTypeOf,
  TRANSACTIONAL_FLAG_MASK,
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

/**
 * Sets max timestamp and timestamp type, and the CRC with them. Nothing happens when both are so
 * already; else attribute bits without a meaning are cleared, as Apache Kafka does it.
 */
export function patchMaxTimestamp(
  bytes: Uint8Array,
  position: number,
  maxTimestamp: Int64,
  timestampType: TimestampType,
  checksum: Checksum,
): void {
  const attributes = readInt16(bytes, position + ATTRIBUTES_OFFSET)
  const maxAt = position + MAX_TIMESTAMP_OFFSET
  if (timestampTypeOf(attributes) === timestampType && isInt64(bytes, maxAt, maxTimestamp)) return
  const typeBit = timestampType === LOG_APPEND_TIME ? TIMESTAMP_TYPE_MASK : 0
  const stamped = (attributes & MEANINGFUL_ATTRIBUTES & ~TIMESTAMP_TYPE_MASK) | typeBit
  writeInt16(bytes, position + ATTRIBUTES_OFFSET, stamped)
  writeInt64(bytes, maxAt, maxTimestamp)
  patchCrc(bytes, position, checksum)
}

const MEANINGFUL_ATTRIBUTES =
  COMPRESSION_CODEC_MASK |
  TIMESTAMP_TYPE_MASK |
  TRANSACTIONAL_FLAG_MASK |
  CONTROL_FLAG_MASK |
  DELETE_HORIZON_FLAG_MASK

function isInt64(bytes: Uint8Array, at: number, value: Int64): boolean {
  return typeof value === 'bigint'
    ? readInt64Wide(bytes, at) === value
    : readInt64(bytes, at) === value
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
