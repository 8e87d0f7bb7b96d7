import {
  type ProduceRequest,
  produceRequest,
  produceRequestTopic,
  produceRequestTopicPartition,
  recordsOf,
} from '@samsa/protocol'
import type { PartitionQueue } from './partition-queue.ts'
import type { ProducerBatch } from './producer-batch.ts'

/** One batch on its way to one partition. */
export interface Sending {
  readonly queue: PartitionQueue
  readonly batch: ProducerBatch
}

export function produceRequestOf(
  sendings: readonly Sending[],
  acks: number,
  timeoutMs: number,
): ProduceRequest {
  const topics = new Map<string, ReturnType<typeof produceRequestTopic>>()
  for (const { queue, batch } of sendings) {
    let topic = topics.get(queue.topic)
    if (topic === undefined) {
      topic = produceRequestTopic({ name: queue.topic })
      topics.set(queue.topic, topic)
    }
    const records = recordsOf(batch.bytes)
    topic.partitionData.push(produceRequestTopicPartition({ index: queue.partition, records }))
  }
  return produceRequest({ acks, timeoutMs, topicData: [...topics.values()] })
}
