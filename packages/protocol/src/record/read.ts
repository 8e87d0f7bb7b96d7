import type { Checksum } from '../checksum/checksum.ts'
import { CODEC_NONE } from '../compression/codec.ts'
import type { Compression } from '../compression/compression.ts'
import { STORED_RULES } from '../compression/rules.ts'
import type { BatchView } from './batch.ts'
import { CorruptBatchError } from './errors.ts'
import { RECORD_BATCH_OVERHEAD } from './layout.ts'
import { RecordCursor, type RecordHeader } from './record-cursor.ts'

/** A record by itself; keys, values and headers are views. */
export interface BatchRecord {
  readonly offset: number
  readonly timestamp: number
  /** −1 when the batch has no sequences. */
  readonly sequence: number
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
  readonly headers: readonly RecordHeader[]
}

/**
 * What a batch may decompress to where nobody says otherwise: a hundred times the largest batch of a
 * default topic. Apache Kafka has no such bound.
 */
export const DECOMPRESSED_BYTES_MAX = 134_217_728

/** The records of a batch of magic 2, decompressed; not compressed, a view. Throws `CompressionError`. */
export function decompressPayload(
  batch: BatchView,
  compression: Compression,
  outputBytesMax: number = DECOMPRESSED_BYTES_MAX,
): Uint8Array {
  const codec = batch.codec
  return codec === CODEC_NONE
    ? batch.payload
    : compression.decompress(codec, batch.payload, outputBytesMax, STORED_RULES)
}

/** Throws `CorruptBatchError` unless size and CRC of a batch of magic 2 hold. */
export function ensureValid(batch: BatchView, checksum: Checksum): void {
  if (batch.sizeBytes < RECORD_BATCH_OVERHEAD) {
    const why = `${batch.sizeBytes} bytes are fewer than its header has, ${RECORD_BATCH_OVERHEAD}`
    throw new CorruptBatchError(batch.baseOffset, why)
  }
  const computed = batch.computeCrc(checksum)
  if (computed !== batch.crc) {
    const why = `stored CRC ${hex(batch.crc)}, computed ${hex(computed)}`
    throw new CorruptBatchError(batch.baseOffset, why)
  }
}

const hex = (value: number): string => `0x${value.toString(16).padStart(8, '0')}`

/** Points a cursor at the records of a batch of magic 2, decompressing them when need be. */
export function openRecords(
  batch: BatchView,
  compression: Compression,
  cursor: RecordCursor = new RecordCursor(),
  outputBytesMax: number = DECOMPRESSED_BYTES_MAX,
): RecordCursor {
  return cursor.begin(batch, decompressPayload(batch, compression, outputBytesMax))
}

/**
 * The records of a batch of magic 2 as objects, for readers that are not in a hurry; the others use
 * `RecordCursor`. Throws `InvalidRecordError` and `CompressionError` where it comes upon them.
 */
export function* records(
  batch: BatchView,
  compression: Compression,
  outputBytesMax: number = DECOMPRESSED_BYTES_MAX,
): Generator<BatchRecord, void> {
  const cursor = openRecords(batch, compression, new RecordCursor(), outputBytesMax)
  while (cursor.next()) {
    const { offset, timestamp, sequence, key, value, headers } = cursor
    yield { offset, timestamp, sequence, key, value, headers }
  }
}
