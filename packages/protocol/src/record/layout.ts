import { CODEC_NONE } from '../compression/codec.ts'

/**
 * Byte layout of record batches, magic 2 (KIP-98) and the first bytes that all magics share. All
 * integers are big endian. The byte table is in `docs/formats/record-batch.md`.
 */

export const BASE_OFFSET_OFFSET = 0
export const BATCH_LENGTH_OFFSET = 8
export const PARTITION_LEADER_EPOCH_OFFSET = 12
/** In the same place in every format: what tells the formats apart. */
export const MAGIC_OFFSET = 16
export const CRC_OFFSET = 17
export const ATTRIBUTES_OFFSET = 21
export const LAST_OFFSET_DELTA_OFFSET = 23
export const BASE_TIMESTAMP_OFFSET = 27
export const MAX_TIMESTAMP_OFFSET = 35
export const PRODUCER_ID_OFFSET = 43
export const PRODUCER_EPOCH_OFFSET = 51
export const BASE_SEQUENCE_OFFSET = 53
export const RECORDS_COUNT_OFFSET = 57
export const RECORDS_OFFSET = 61

/** Base offset and batch length: what `batchLength` does not count. */
export const LOG_OVERHEAD = 12
/** Bytes of a batch without records. */
export const RECORD_BATCH_OVERHEAD = 61
/** Bytes needed to know size and magic of a batch. */
export const HEADER_SIZE_UP_TO_MAGIC = 17
/** Smallest `batchLength` of any format (a message of magic 0 without key and value). */
export const RECORD_OVERHEAD_V0 = 14

export const MAGIC_V0 = 0
export const MAGIC_V1 = 1
export const MAGIC_V2 = 2

/** `maxTimestamp` or a record's timestamp that was never set. */
export const NO_TIMESTAMP = -1
export const NO_PRODUCER_EPOCH = -1
export const NO_SEQUENCE = -1

export const COMPRESSION_CODEC_MASK = 0x07
export const TIMESTAMP_TYPE_MASK = 0x08
export const TRANSACTIONAL_FLAG_MASK = 0x10
export const CONTROL_FLAG_MASK = 0x20
/** KIP-534: base timestamp is the time from which the batch's tombstones or marker may go. */
export const DELETE_HORIZON_FLAG_MASK = 0x40

export const CREATE_TIME = 0
export const LOG_APPEND_TIME = 1
/** Bit 3 of the attributes: who set the timestamps, producer or broker. */
export type TimestampType = typeof CREATE_TIME | typeof LOG_APPEND_TIME

export const codecOf = (attributes: number): number => attributes & COMPRESSION_CODEC_MASK
export const timestampTypeOf = (attributes: number): TimestampType =>
  (attributes & TIMESTAMP_TYPE_MASK) === 0 ? CREATE_TIME : LOG_APPEND_TIME
export const isTransactional = (attributes: number): boolean =>
  (attributes & TRANSACTIONAL_FLAG_MASK) !== 0
export const isControl = (attributes: number): boolean => (attributes & CONTROL_FLAG_MASK) !== 0
export const hasDeleteHorizon = (attributes: number): boolean =>
  (attributes & DELETE_HORIZON_FLAG_MASK) !== 0

export interface AttributeFlags {
  readonly codec?: number
  readonly timestampType?: TimestampType
  readonly isTransactional?: boolean
  readonly isControl?: boolean
  readonly hasDeleteHorizon?: boolean
}

/** The attributes field of a batch; what is not named is 0. */
export function attributesOf(flags: AttributeFlags): number {
  return (
    (flags.codec ?? CODEC_NONE) |
    (flags.timestampType === LOG_APPEND_TIME ? TIMESTAMP_TYPE_MASK : 0) |
    (flags.isTransactional === true ? TRANSACTIONAL_FLAG_MASK : 0) |
    (flags.isControl === true ? CONTROL_FLAG_MASK : 0) |
    (flags.hasDeleteHorizon === true ? DELETE_HORIZON_FLAG_MASK : 0)
  )
}

/** Sequence numbers run from 0 to 2^31−1 and begin again. */
export function incrementSequence(sequence: number, increment: number): number {
  const rest = 0x7fffffff - sequence
  return increment > rest ? increment - rest - 1 : sequence + increment
}
