import type { Checksum } from '../checksum/checksum.ts'
import type { Compression } from '../compression/compression.ts'
import { CODEC_NONE } from '../compression/codec.ts'
import { type Int64, writeInt16, writeInt32, writeInt64 } from './bytes.ts'
import {
  attributesOf,
  ATTRIBUTES_OFFSET,
  BASE_SEQUENCE_OFFSET,
  BASE_TIMESTAMP_OFFSET,
  BATCH_LENGTH_OFFSET,
  CREATE_TIME,
  LAST_OFFSET_DELTA_OFFSET,
  LOG_OVERHEAD,
  MAGIC_OFFSET,
  MAGIC_V2,
  MAX_TIMESTAMP_OFFSET,
  NO_PRODUCER_EPOCH,
  NO_SEQUENCE,
  NO_TIMESTAMP,
  PRODUCER_EPOCH_OFFSET,
  PRODUCER_ID_OFFSET,
  RECORD_BATCH_OVERHEAD,
  RECORDS_COUNT_OFFSET,
  type TimestampType,
} from './layout.ts'
import { patchCrc, patchOffsets } from './patch.ts'
import { RecordWriter } from './record-writer.ts'
import type { RecordHeader } from './record-cursor.ts'

/** A record to be written. */
export interface NewRecord {
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
  readonly timestamp?: Int64 | undefined
  /** From the batch's base offset; where absent, one more than the record before. */
  readonly offsetDelta?: number | undefined
  readonly headers?: readonly RecordHeader[] | undefined
  /** Without a meaning; 0 where absent. */
  readonly attributes?: number | undefined
}

/** Fields of the batch; what is absent is "none", as Apache Kafka writes it. */
export interface BatchFields {
  readonly baseOffset?: Int64 | undefined
  readonly leaderEpoch?: number | undefined
  readonly codec?: number | undefined
  readonly compressionLevel?: number | undefined
  readonly timestampType?: TimestampType | undefined
  readonly producerId?: Int64 | undefined
  readonly producerEpoch?: number | undefined
  readonly baseSequence?: number | undefined
  readonly isTransactional?: boolean | undefined
  readonly isControl?: boolean | undefined
  /** Takes the place of the base timestamp (KIP-534). */
  readonly deleteHorizonMs?: Int64 | undefined
  /** What deltas count from; the first record's timestamp where absent. */
  readonly baseTimestamp?: Int64 | undefined
  /** The largest of the records' where absent. */
  readonly maxTimestamp?: Int64 | undefined
  /** The last record's where absent; larger when records at the end are gone. */
  readonly lastOffsetDelta?: number | undefined
}

export interface BatchTools {
  readonly checksum: Checksum
  readonly compression: Compression
}

/**
 * Makes one batch of magic 2: `append` records, then `build`. What is not compressed has exactly the
 * bytes that Apache Kafka's own builder writes. `build` leaves the builder empty and its buffer ready
 * for the next batch: who makes many keeps one builder.
 */
export class BatchBuilder {
  readonly #tools: BatchTools
  readonly #fields: BatchFields
  readonly #writer: RecordWriter
  #recordsCount: number
  #lastOffsetDelta: number
  #baseTimestamp: Int64 | undefined
  #maxTimestamp: Int64

  constructor(tools: BatchTools, fields: BatchFields = {}) {
    this.#tools = tools
    this.#fields = fields
    this.#writer = new RecordWriter()
    this.#recordsCount = 0
    this.#lastOffsetDelta = -1
    this.#baseTimestamp = fields.deleteHorizonMs ?? fields.baseTimestamp
    this.#maxTimestamp = NO_TIMESTAMP
  }

  get recordsCount(): number {
    return this.#recordsCount
  }

  /** Size of the batch if it were built now without compression. */
  get uncompressedSizeBytes(): number {
    return RECORD_BATCH_OVERHEAD + this.#writer.sizeBytes
  }

  append(record: NewRecord): void {
    const timestamp = record.timestamp ?? NO_TIMESTAMP
    const offsetDelta = record.offsetDelta ?? this.#lastOffsetDelta + 1
    this.#baseTimestamp ??= timestamp
    this.#writer.write(
      record.attributes ?? 0,
      difference(timestamp, this.#baseTimestamp),
      offsetDelta,
      record.key,
      record.value,
      record.headers ?? NO_HEADERS,
    )
    if (timestamp > this.#maxTimestamp) this.#maxTimestamp = timestamp
    this.#lastOffsetDelta = offsetDelta
    this.#recordsCount++
  }

  /**
   * The batch, in an array of its own. `last`: fields that are known only now (base sequence, …), which
   * go before those of the constructor; timestamps to count from are not among them. Throws
   * `UnknownCodecError` for codec 5 to 7.
   */
  build(last?: BatchFields): Uint8Array {
    const fields = last === undefined ? this.#fields : { ...this.#fields, ...last }
    const codec = fields.codec ?? CODEC_NONE
    const payload = this.#tools.compression.compress(
      codec,
      this.#writer.written,
      fields.compressionLevel,
    )
    const batch = new Uint8Array(RECORD_BATCH_OVERHEAD + payload.length)
    batch.set(payload, RECORD_BATCH_OVERHEAD)
    patchOffsets(batch, 0, fields.baseOffset ?? 0, fields.leaderEpoch ?? -1)
    writeInt32(batch, BATCH_LENGTH_OFFSET, batch.length - LOG_OVERHEAD)
    batch[MAGIC_OFFSET] = MAGIC_V2
    writeInt16(batch, ATTRIBUTES_OFFSET, attributesFrom(fields, codec))
    writeInt32(batch, LAST_OFFSET_DELTA_OFFSET, fields.lastOffsetDelta ?? this.#lastOffsetDelta)
    writeInt64(batch, BASE_TIMESTAMP_OFFSET, this.#baseTimestamp ?? NO_TIMESTAMP)
    writeInt64(batch, MAX_TIMESTAMP_OFFSET, fields.maxTimestamp ?? this.#maxTimestamp)
    writeInt64(batch, PRODUCER_ID_OFFSET, fields.producerId ?? -1)
    writeInt16(batch, PRODUCER_EPOCH_OFFSET, fields.producerEpoch ?? NO_PRODUCER_EPOCH)
    writeInt32(batch, BASE_SEQUENCE_OFFSET, fields.baseSequence ?? NO_SEQUENCE)
    writeInt32(batch, RECORDS_COUNT_OFFSET, this.#recordsCount)
    patchCrc(batch, 0, this.#tools.checksum)
    this.#reset()
    return batch
  }

  #reset(): void {
    this.#writer.clear()
    this.#recordsCount = 0
    this.#lastOffsetDelta = -1
    this.#baseTimestamp = this.#fields.deleteHorizonMs ?? this.#fields.baseTimestamp
    this.#maxTimestamp = NO_TIMESTAMP
  }
}

function attributesFrom(fields: BatchFields, codec: number): number {
  return attributesOf({
    codec,
    timestampType: fields.timestampType ?? CREATE_TIME,
    isTransactional: fields.isTransactional ?? false,
    isControl: fields.isControl ?? false,
    hasDeleteHorizon: fields.deleteHorizonMs !== undefined,
  })
}

const NO_HEADERS: readonly RecordHeader[] = []

function difference(left: Int64, right: Int64): Int64 {
  if (typeof left === 'number' && typeof right === 'number') {
    const delta = left - right
    if (Number.isSafeInteger(delta)) return delta
  }
  return BigInt.asIntN(64, BigInt(left) - BigInt(right))
}

/** A batch of these records in one call. */
export function buildBatch(
  tools: BatchTools,
  fields: BatchFields,
  records: Iterable<NewRecord>,
): Uint8Array {
  const builder = new BatchBuilder(tools, fields)
  for (const record of records) builder.append(record)
  return builder.build()
}
