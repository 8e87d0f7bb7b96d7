import type { Checksum } from '../../checksum/checksum.ts'
import { CODEC_ZSTD } from '../../compression/codec.ts'
import type { BatchView } from '../batch.ts'
import { readInt32 } from '../bytes.ts'
import { BATCH_LENGTH_OFFSET, MAGIC_V2, RECORD_BATCH_OVERHEAD } from '../layout.ts'
import { BAD_BATCH_LENGTH, batchSizeAt, PARTIAL_BATCH } from '../walk.ts'
import {
  CORRUPT_MESSAGE,
  INVALID_RECORD,
  MESSAGE_TOO_LARGE,
  RECORD_LIST_TOO_LARGE,
  rejected,
  type RejectedBatch,
  UNKNOWN_SERVER_ERROR,
  UNSUPPORTED_COMPRESSION_TYPE,
} from './outcome.ts'
import type { AppendRules } from './rules.ts'

/** First version of Produce whose consumers know zstd (KIP-110). */
const ZSTD_API_VERSION = 7
/** A batch of magic 2 that is smaller has no last offset delta, which is looked at before its CRC. */
const LAST_OFFSET_END = 27

/**
 * Checks what can be seen without the records, in Apache Kafka's order, since the first thing that is
 * wrong decides the error: the request's shape, the append's, then the validator's. Points `view` at
 * the batch; undefined when all is well.
 */
export function checkHeader(
  bytes: Uint8Array,
  rules: AppendRules,
  checksum: Checksum,
  view: BatchView,
): RejectedBatch | undefined {
  view.reset(bytes, 0)
  return checkShape(bytes, rules, view) ?? checkAppend(rules, checksum, view) ?? checkBatch(view)
}

/** Exactly one batch, of magic 2; bytes of a batch that is cut short may follow. */
function checkShape(
  bytes: Uint8Array,
  rules: AppendRules,
  view: BatchView,
): RejectedBatch | undefined {
  const sizeBytes = batchSizeAt(bytes, 0, bytes.length)
  if (sizeBytes === PARTIAL_BATCH) {
    return rejected(INVALID_RECORD, 'No whole record batch was sent: send one per partition.')
  }
  if (sizeBytes < 0) return badHeader(bytes, 0, sizeBytes)
  if (view.magic !== MAGIC_V2) {
    const message = `The batch has message format ${view.magic}; only format 2 (Kafka 0.11 and newer) is accepted.`
    return rejected(INVALID_RECORD, message)
  }
  if (rules.apiVersion < ZSTD_API_VERSION) {
    if (view.codec > CODEC_ZSTD) return unknownCodec(view)
    if (view.codec === CODEC_ZSTD) {
      const message = `zstd needs version ${ZSTD_API_VERSION} of Produce, this is ${rules.apiVersion}: use another codec.`
      return rejected(UNSUPPORTED_COMPRESSION_TYPE, message)
    }
  }
  const next = batchSizeAt(bytes, sizeBytes, bytes.length)
  if (next === PARTIAL_BATCH) return undefined
  return next < 0
    ? badHeader(bytes, sizeBytes, next)
    : rejected(INVALID_RECORD, 'More than one record batch was sent: send one per partition.')
}

function checkAppend(
  rules: AppendRules,
  checksum: Checksum,
  view: BatchView,
): RejectedBatch | undefined {
  const { sizeBytes, baseOffset } = view
  const at = rules.partitionName
  if (baseOffset !== 0) {
    return rejected(INVALID_RECORD, `${at}: the base offset is ${baseOffset}, a producer sends 0.`)
  }
  if (sizeBytes < LAST_OFFSET_END) return tooSmall(UNKNOWN_SERVER_ERROR, at, sizeBytes)
  if (sizeBytes > rules.messageBytesMax) return tooLarge(rules, sizeBytes)
  if (sizeBytes < RECORD_BATCH_OVERHEAD) return tooSmall(CORRUPT_MESSAGE, at, sizeBytes)
  const computed = view.computeCrc(checksum)
  if (computed !== view.crc) {
    const message = `${at}: the batch is corrupt, CRC ${view.crc} came with bytes of CRC ${computed}: send it again.`
    return rejected(CORRUPT_MESSAGE, message)
  }
  return view.codec > CODEC_ZSTD ? unknownCodec(view) : undefined
}

function checkBatch(view: BatchView): RejectedBatch | undefined {
  const { lastOffsetDelta, recordsCount } = view
  if (lastOffsetDelta < 0) {
    return rejected(INVALID_RECORD, `The last offset delta is ${lastOffsetDelta}, below 0.`)
  }
  if (recordsCount <= 0) {
    return rejected(INVALID_RECORD, `The batch claims ${recordsCount} records: send one at least.`)
  }
  if (recordsCount !== lastOffsetDelta + 1) {
    const message = `The batch claims ${recordsCount} records and a last offset delta of ${lastOffsetDelta}, which must be one less.`
    return rejected(INVALID_RECORD, message)
  }
  if (view.isControl) {
    return rejected(INVALID_RECORD, 'Control batches are written by brokers only.')
  }
  if (view.hasProducerId && view.baseSequence < 0) {
    const message = `The batch has a producer id, ${view.producerIdWide}, but sequence ${view.baseSequence}: number it from 0.`
    return rejected(INVALID_RECORD, message)
  }
  return undefined
}

/** After the header, and again when a batch was made anew. */
export function checkSize(rules: AppendRules, sizeBytes: number): RejectedBatch | undefined {
  return sizeBytes > rules.messageBytesMax ? tooLarge(rules, sizeBytes) : undefined
}

/** The last check of all: the batch must fit into a segment. */
export function checkSegment(rules: AppendRules, sizeBytes: number): RejectedBatch | undefined {
  if (sizeBytes <= rules.segmentBytes) return undefined
  const message = `${rules.partitionName}: the batch has ${sizeBytes} bytes, a segment at most ${rules.segmentBytes} (segment.bytes).`
  return rejected(RECORD_LIST_TOO_LARGE, message)
}

function tooLarge(rules: AppendRules, sizeBytes: number): RejectedBatch {
  const message = `${rules.partitionName}: the batch has ${sizeBytes} bytes, at most ${rules.messageBytesMax} are allowed (max.message.bytes).`
  return rejected(MESSAGE_TOO_LARGE, message)
}

function tooSmall(errorCode: number, at: string, sizeBytes: number): RejectedBatch {
  const message = `${at}: the batch has ${sizeBytes} bytes, its header alone has ${RECORD_BATCH_OVERHEAD}.`
  return rejected(errorCode, message)
}

function unknownCodec(view: BatchView): RejectedBatch {
  const message = `Compression type ${view.codec} is not known: use none, gzip, snappy, lz4 or zstd.`
  return rejected(UNKNOWN_SERVER_ERROR, message)
}

function badHeader(bytes: Uint8Array, position: number, why: number): RejectedBatch {
  const what =
    why === BAD_BATCH_LENGTH
      ? `batch length ${readInt32(bytes, position + BATCH_LENGTH_OFFSET)}`
      : 'an unknown magic'
  return rejected(CORRUPT_MESSAGE, `There is no record batch at byte ${position}: ${what}.`)
}
