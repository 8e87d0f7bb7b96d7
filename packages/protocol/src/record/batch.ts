import type { LeaderEpoch, Offset, ProducerId } from '@samsa/base'
import type { Checksum } from '../checksum/checksum.ts'
import { readInt8, readInt16, readInt32, readInt64, readInt64Wide, readUint32 } from './bytes.ts'
import {
  ATTRIBUTES_OFFSET,
  BASE_OFFSET_OFFSET,
  BASE_SEQUENCE_OFFSET,
  BASE_TIMESTAMP_OFFSET,
  BATCH_LENGTH_OFFSET,
  codecOf,
  CRC_OFFSET,
  hasDeleteHorizon,
  incrementSequence,
  isControl,
  isTransactional,
  LAST_OFFSET_DELTA_OFFSET,
  LOG_APPEND_TIME,
  LOG_OVERHEAD,
  MAGIC_OFFSET,
  MAX_TIMESTAMP_OFFSET,
  NO_SEQUENCE,
  PARTITION_LEADER_EPOCH_OFFSET,
  PRODUCER_EPOCH_OFFSET,
  PRODUCER_ID_OFFSET,
  RECORD_BATCH_OVERHEAD,
  RECORDS_COUNT_OFFSET,
  RECORDS_OFFSET,
  type TimestampType,
  timestampTypeOf,
} from './layout.ts'

/**
 * A record batch of magic 2 where it lies: nothing is copied, each getter reads its field. One view
 * can be pointed at batch after batch (`reset`), so a loop over a segment makes no objects.
 *
 * The view checks nothing: who made it knows that a whole batch of magic 2 is there (`BatchWalker`
 * does). `batchLength`, `sizeBytes` and `magic` are right for older formats too; those are read
 * through `LegacyBatchView`. int64 fields come as the nearest number; where values beyond 2^53 count,
 * each has a `Wide` twin.
 */
export class BatchView {
  bytes: Uint8Array
  position: number

  constructor(bytes: Uint8Array, position: number = 0) {
    this.bytes = bytes
    this.position = position
  }

  /** Points the view at another batch. */
  reset(bytes: Uint8Array, position: number): this {
    this.bytes = bytes
    this.position = position
    return this
  }

  get baseOffset(): Offset {
    return readInt64(this.bytes, this.position + BASE_OFFSET_OFFSET) as Offset
  }

  get baseOffsetWide(): bigint {
    return readInt64Wide(this.bytes, this.position + BASE_OFFSET_OFFSET)
  }

  /** The field: bytes after it. */
  get batchLength(): number {
    return readInt32(this.bytes, this.position + BATCH_LENGTH_OFFSET)
  }

  /** Bytes of the whole batch, base offset and length included. */
  get sizeBytes(): number {
    return LOG_OVERHEAD + readInt32(this.bytes, this.position + BATCH_LENGTH_OFFSET)
  }

  /** Where the next batch begins. */
  get endPosition(): number {
    return this.position + this.sizeBytes
  }

  get leaderEpoch(): LeaderEpoch {
    return readInt32(this.bytes, this.position + PARTITION_LEADER_EPOCH_OFFSET) as LeaderEpoch
  }

  get magic(): number {
    return readInt8(this.bytes, this.position + MAGIC_OFFSET)
  }

  /** CRC-32C of everything from the attributes on, as stored. */
  get crc(): number {
    return readUint32(this.bytes, this.position + CRC_OFFSET)
  }

  get attributes(): number {
    return readInt16(this.bytes, this.position + ATTRIBUTES_OFFSET)
  }

  get lastOffsetDelta(): number {
    return readInt32(this.bytes, this.position + LAST_OFFSET_DELTA_OFFSET)
  }

  get lastOffset(): Offset {
    return (this.baseOffset + this.lastOffsetDelta) as Offset
  }

  /** The offset after this batch. */
  get nextOffset(): Offset {
    return (this.baseOffset + this.lastOffsetDelta + 1) as Offset
  }

  /** What record timestamps count from; with `hasDeleteHorizon` it is that horizon. */
  get baseTimestamp(): number {
    return readInt64(this.bytes, this.position + BASE_TIMESTAMP_OFFSET)
  }

  get baseTimestampWide(): bigint {
    return readInt64Wide(this.bytes, this.position + BASE_TIMESTAMP_OFFSET)
  }

  /** Largest timestamp of the records; with LogAppendTime that of each of them. */
  get maxTimestamp(): number {
    return readInt64(this.bytes, this.position + MAX_TIMESTAMP_OFFSET)
  }

  get maxTimestampWide(): bigint {
    return readInt64Wide(this.bytes, this.position + MAX_TIMESTAMP_OFFSET)
  }

  get producerId(): ProducerId {
    return readInt64(this.bytes, this.position + PRODUCER_ID_OFFSET) as ProducerId
  }

  get producerIdWide(): bigint {
    return readInt64Wide(this.bytes, this.position + PRODUCER_ID_OFFSET)
  }

  get hasProducerId(): boolean {
    return readInt32(this.bytes, this.position + PRODUCER_ID_OFFSET) >= 0
  }

  get producerEpoch(): number {
    return readInt16(this.bytes, this.position + PRODUCER_EPOCH_OFFSET)
  }

  get baseSequence(): number {
    return readInt32(this.bytes, this.position + BASE_SEQUENCE_OFFSET)
  }

  /** Sequence of the last record, which wraps at 2^31; −1 when there is none. */
  get lastSequence(): number {
    const baseSequence = this.baseSequence
    return baseSequence === NO_SEQUENCE
      ? NO_SEQUENCE
      : incrementSequence(baseSequence, this.lastOffsetDelta)
  }

  get recordsCount(): number {
    return readInt32(this.bytes, this.position + RECORDS_COUNT_OFFSET)
  }

  /** 0 to 7; 5 to 7 name no codec. */
  get codec(): number {
    return codecOf(this.attributes)
  }

  get isCompressed(): boolean {
    return codecOf(this.attributes) !== 0
  }

  get timestampType(): TimestampType {
    return timestampTypeOf(this.attributes)
  }

  get isLogAppendTime(): boolean {
    return timestampTypeOf(this.attributes) === LOG_APPEND_TIME
  }

  get isTransactional(): boolean {
    return isTransactional(this.attributes)
  }

  get isControl(): boolean {
    return isControl(this.attributes)
  }

  get hasDeleteHorizon(): boolean {
    return hasDeleteHorizon(this.attributes)
  }

  /** Time from which a compacted log may drop the tombstones or the marker; undefined when not set. */
  get deleteHorizonMs(): number | undefined {
    return this.hasDeleteHorizon ? this.baseTimestamp : undefined
  }

  /** The records, compressed as they are; a view. */
  get payload(): Uint8Array {
    return this.bytes.subarray(this.position + RECORDS_OFFSET, this.endPosition)
  }

  /** The whole batch; a view. */
  get batchBytes(): Uint8Array {
    return this.bytes.subarray(this.position, this.endPosition)
  }

  /** What `crc` should be. */
  computeCrc(checksum: Checksum): number {
    return checksum.crc32c(this.bytes, this.position + ATTRIBUTES_OFFSET, this.endPosition)
  }

  /** Whether size and CRC hold; the records may still be nonsense. */
  isValid(checksum: Checksum): boolean {
    return this.sizeBytes >= RECORD_BATCH_OVERHEAD && this.crc === this.computeCrc(checksum)
  }
}
