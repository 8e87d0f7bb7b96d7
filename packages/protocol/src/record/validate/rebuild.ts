import { CODEC_NONE } from '../../compression/codec.ts'
import { KAFKA_RULES } from '../../compression/rules.ts'
import type { BatchView } from '../batch.ts'
import { BatchBuilder, type BatchTools } from '../builder.ts'
import type { Int64 } from '../bytes.ts'
import { NO_PRODUCER_EPOCH, NO_TIMESTAMP } from '../layout.ts'
import { RecordCursor, type RecordHeader } from '../record-cursor.ts'
import { throughJavaText } from './java-text.ts'
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
  const flaw = flawOf(batch)
  if (flaw !== undefined) return rejected(UNKNOWN_SERVER_ERROR, `${rules.partitionName}: ${flaw}.`)
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
      : tools.compression.decompress(batch.codec, batch.payload, outputBytesMax, KAFKA_RULES)
  const cursor = new RecordCursor().begin(batch, payload)
  while (cursor.next()) {
    const timestamp = cursor.exactTimestamp
    if (timestamp < NO_TIMESTAMP) {
      const message = `${rules.partitionName}: timestamp ${timestamp} is negative, which a topic with a codec of its own does not take.`
      return rejected(UNKNOWN_SERVER_ERROR, message)
    }
    const { key, value } = cursor
    const headers = cursor.headersCount === 0 ? undefined : cursor.headers.map(withTextKey)
    builder.append({ timestamp, key, value, headers })
  }
  return { kind: 'rebuilt', bytes: builder.build(), maxTimestamp, indexOfMaxTimestamp }
}

/** Apache Kafka reads header keys as text, so that is what comes out. */
function withTextKey({ key, value }: RecordHeader): RecordHeader {
  return { key: throughJavaText(key), value }
}

/** What Apache Kafka's builder refuses, where appending the batch as it is would not. */
function flawOf(batch: BatchView): string | undefined {
  if (batch.producerIdWide === NO_PRODUCER_ID) {
    return batch.isTransactional ? 'the batch is transactional and has no producer id' : undefined
  }
  if (batch.producerEpoch === NO_PRODUCER_EPOCH) return 'the batch has a producer id and no epoch'
  return batch.baseSequence < 0 ? 'the batch has a producer id and no sequence' : undefined
}

const NO_PRODUCER_ID = -1n
