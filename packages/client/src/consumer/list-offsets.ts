import type { TopicPartition } from '@samsa/base'
import {
  listOffsetsApi,
  listOffsetsRequest,
  listOffsetsRequestTopic,
  listOffsetsRequestTopicPartition,
} from '@samsa/protocol'
import type { Cluster } from '../cluster/cluster.ts'
import { ensureAccepted, withRetries } from '../cluster/retry.ts'

export const LATEST = -1n
export const EARLIEST = -2n

/** Offset of the first record at or after the timestamp, from the partition's leader; −1: there is none. */
export function offsetFor(
  cluster: Cluster,
  { topic, partition }: TopicPartition,
  timestamp: bigint,
): Promise<number> {
  const what = `ListOffsets of ${topic}-${partition}`
  return withRetries(what, cluster.settings, async () => {
    await cluster.topic(topic)
    const leaderId = cluster.metadata.leaderOf(topic, partition)
    try {
      const connection = await cluster.broker(leaderId)
      const asked = listOffsetsRequestTopicPartition({ partitionIndex: partition, timestamp })
      const topics = [listOffsetsRequestTopic({ name: topic, partitions: [asked] })]
      const version = connection.versionOf(listOffsetsApi, 7)
      const request = listOffsetsRequest({ replicaId: -1, topics })
      const response = await connection.send(listOffsetsApi, version, request)
      const answer = response.topics[0]?.partitions[0]
      ensureAccepted(what, answer?.errorCode ?? -1)
      return answer?.offset ?? -1
    } catch (error) {
      await cluster.refresh()
      throw error
    }
  })
}
