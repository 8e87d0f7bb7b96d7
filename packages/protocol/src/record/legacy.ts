import type { Offset } from '@samsa/base'
import { CODEC_NONE, CODEC_ZSTD } from '../compression/codec.ts'
import type { Compression } from '../compression/compression.ts'
import { crc32 } from '../compression/crc32.ts'
import { type DecodingRules, MAGIC_0_RULES, STORED_RULES } from '../compression/rules.ts'
import { readInt8, readInt32, readInt64, readUint32 } from './bytes.ts'
import { CorruptBatchError, InvalidRecordError } from './errors.ts'
import {
  BATCH_LENGTH_OFFSET,
  COMPRESSION_CODEC_MASK,
  LOG_OVERHEAD,
  MAGIC_OFFSET,
  MAGIC_V0,
  MAGIC_V1,
  NO_TIMESTAMP,
  TIMESTAMP_TYPE_MASK,
} from './layout.ts'
import { batchSizeAt, PARTIAL_BATCH } from './walk.ts'

/**
 * Message formats 0 and 1 (before Kafka 0.11), which old segments may still hold. They are read, never
 * written; producers of them are refused. Offset and size stand as in a batch, then: int32 CRC-32 of
 * what follows, int8 magic, int8 attributes, int64 timestamp (magic 1), int32 length and key, int32
 * length and value. A compressed message's value holds further messages.
 */
const CRC_OFFSET = 12
const ATTRIBUTES_OFFSET = 17
const TIMESTAMP_OFFSET = 18
const KEY_OFFSET_V0 = 18
const KEY_OFFSET_V1 = 26
const FIELD_LENGTHS_BYTES = 8

/** A message of an old format; no headers, no sequence. */
export interface LegacyRecord {
  readonly offset: number
  /** −1 in format 0. */
  readonly timestamp: number
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
}

/** A message of magic 0 or 1 where it lies; with a codec it wraps others. Checks nothing. */
export class LegacyBatchView {
  bytes: Uint8Array
  position: number

  constructor(bytes: Uint8Array, position: number = 0) {
    this.bytes = bytes
    this.position = position
  }

  /** Of a wrapper, that of its last message. */
  get lastOffset(): Offset {
    return readInt64(this.bytes, this.position) as Offset
  }

  get sizeBytes(): number {
    return LOG_OVERHEAD + readInt32(this.bytes, this.position + BATCH_LENGTH_OFFSET)
  }

  get magic(): number {
    return readInt8(this.bytes, this.position + MAGIC_OFFSET)
  }

  get attributes(): number {
    return readInt8(this.bytes, this.position + ATTRIBUTES_OFFSET)
  }

  get codec(): number {
    return this.attributes & COMPRESSION_CODEC_MASK
  }

  /** Format 0 has none. */
  get timestampType(): 'NoTimestampType' | 'CreateTime' | 'LogAppendTime' {
    if (this.magic === MAGIC_V0) return 'NoTimestampType'
    return (this.attributes & TIMESTAMP_TYPE_MASK) === 0 ? 'CreateTime' : 'LogAppendTime'
  }

  get maxTimestamp(): number {
    return this.magic === MAGIC_V0
      ? NO_TIMESTAMP
      : readInt64(this.bytes, this.position + TIMESTAMP_OFFSET)
  }

  /** Throws `CorruptBatchError` unless size and CRC hold. */
  ensureValid(): void {
    const keyAt = this.magic === MAGIC_V0 ? KEY_OFFSET_V0 : KEY_OFFSET_V1
    if (this.sizeBytes < keyAt + FIELD_LENGTHS_BYTES) {
      throw new CorruptBatchError(this.lastOffset, `${this.sizeBytes} bytes are too few`)
    }
    const end = this.position + this.sizeBytes
    const computed = crc32(this.bytes, this.position + MAGIC_OFFSET, end)
    if (computed !== readUint32(this.bytes, this.position + CRC_OFFSET)) {
      throw new CorruptBatchError(this.lastOffset, 'its CRC-32 does not hold')
    }
  }
}

/**
 * The messages of one of magic 0 or 1: itself, or those it wraps. Throws `InvalidRecordError`,
 * `InvalidBatchHeaderError` or a `CompressionError`.
 */
export function readLegacyBatch(
  batch: LegacyBatchView,
  compression: Compression,
  outputBytesMax: number,
): LegacyRecord[] {
  const outer = readMessage(batch, 0)
  if (batch.codec === CODEC_NONE) return [outer]

  const { magic, codec, lastOffset } = batch
  const invalid = (why: string): InvalidRecordError => new InvalidRecordError(lastOffset, 0, why)
  if (codec === CODEC_ZSTD) throw invalid('old formats have no zstd')
  if (outer.value === null) throw invalid('a wrapper message has no value')
  const rules = rulesOf(magic)
  const inner = compression.decompress(codec, outer.value, outputBytesMax, rules)
  const messages = readMessages(inner, lastOffset)
  const last = messages.at(-1)
  if (last === undefined) throw invalid('a wrapper message wraps nothing')

  // Offsets inside a wrapper of format 1 are relative, and the wrapper has that of the last. A few
  // versions of librdkafka left it 0.
  const shift = magic === MAGIC_V1 && lastOffset !== 0 ? lastOffset - last.offset : 0
  const isStamped = batch.timestampType === 'LogAppendTime'
  return messages.map(({ offset, timestamp, key, value }) => ({
    offset: offset + shift,
    timestamp: isStamped ? batch.maxTimestamp : timestamp,
    key,
    value,
  }))
}

function rulesOf(magic: number): DecodingRules {
  return magic === MAGIC_V0 ? MAGIC_0_RULES : STORED_RULES
}

function readMessages(bytes: Uint8Array, wrapperOffset: number): LegacyRecord[] {
  const messages: LegacyRecord[] = []
  const view = new LegacyBatchView(bytes)
  for (;;) {
    const sizeBytes = batchSizeAt(bytes, view.position, bytes.length)
    if (sizeBytes === PARTIAL_BATCH) return messages
    const index = messages.length
    if (sizeBytes < 0 || view.magic > MAGIC_V1) {
      throw new InvalidRecordError(wrapperOffset, index, 'its size or its magic is impossible')
    }
    if (view.codec !== CODEC_NONE) {
      throw new InvalidRecordError(wrapperOffset, index, 'a wrapped message is a wrapper itself')
    }
    messages.push(readMessage(view, index))
    view.position += sizeBytes
  }
}

function readMessage(view: LegacyBatchView, index: number): LegacyRecord {
  const { bytes, position, magic, lastOffset } = view
  const end = position + view.sizeBytes
  const field = (at: number): number => {
    const length = end - at < 4 ? Number.NaN : readInt32(bytes, at)
    if (!(length <= end - at - 4)) {
      throw new InvalidRecordError(lastOffset, index, `a field of ${length} bytes passes its end`)
    }
    return Math.max(length, -1)
  }
  const keyAt = position + (magic === MAGIC_V0 ? KEY_OFFSET_V0 : KEY_OFFSET_V1)
  const keyBytes = field(keyAt)
  const valueAt = keyAt + 4 + Math.max(keyBytes, 0)
  const valueBytes = field(valueAt)
  return {
    offset: lastOffset,
    timestamp: view.maxTimestamp,
    key: keyBytes < 0 ? null : bytes.subarray(keyAt + 4, keyAt + 4 + keyBytes),
    value: valueBytes < 0 ? null : bytes.subarray(valueAt + 4, valueAt + 4 + valueBytes),
  }
}
