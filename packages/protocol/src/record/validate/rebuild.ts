import { CODEC_NONE } from '../../compression/codec.ts'
import { LZ4_KAFKA_RULES } from '../../compression/lz4-frame.ts'
import type { BatchView } from '../batch.ts'
import { BatchBuilder, type BatchTools } from '../builder.ts'
import type { Int64 } from '../bytes.ts'
import { RecordCursor } from '../record-cursor.ts'
import { rejected, type RejectedBatch, UNKNOWN_SERVER_ERROR } from './outcome.ts'
import type { AppendRules } from './rules.ts'
import type { RebuiltRecords } from './verdict.ts'

/**
 * Makes the batch anew with the topic's codec: the same records, in the order they come, with offset
 * deltas 0, 1, 2 … The records have been found well formed.
 */
export function rebuild(
  batch: BatchView,
  rules: AppendRules,
  maxTimestamp: Int64,
  indexOfMaxTimestamp: number,
  tools: BatchTools,
  outputBytesMax: number,
): RebuiltRecords | RejectedBatch {
  const builder = new BatchBuilder(tools, {
    codec: rules.targetCodec,
    compressionLevel: rules.compressionLevel,
    timestampType: rules.timestampType,
    maxTimestamp,
    producerId: batch.producerIdWide,
    producerEpoch: batch.producerEpoch,
    baseSequence: batch.baseSequence,
    isTransactional: batch.isTransactional,
  })
  const payload =
    batch.codec === CODEC_NONE
      ? batch.payload
      : tools.compression.decompress(batch.codec, batch.payload, outputBytesMax, LZ4_KAFKA_RULES)
  const cursor = new RecordCursor().begin(batch, payload)
  while (cursor.next()) {
    const timestamp = timestampOf(batch, cursor)
    if (timestamp < -1) {
      const message = `${rules.partitionName}: timestamp ${timestamp} is negative, which a topic with a codec of its own does not take.`
      return rejected(UNKNOWN_SERVER_ERROR, message)
    }
    const { key, value, headers } = cursor
    builder.append({ timestamp, key, value, headers })
  }
  return { kind: 'rebuilt', bytes: builder.build(), maxTimestamp, indexOfMaxTimestamp }
}

function timestampOf(batch: BatchView, cursor: RecordCursor): Int64 {
  const { timestamp } = cursor
  if (Number.isSafeInteger(timestamp)) return timestamp
  return batch.isLogAppendTime
    ? batch.maxTimestampWide
    : BigInt.asIntN(64, batch.baseTimestampWide + cursor.timestampDelta)
}
