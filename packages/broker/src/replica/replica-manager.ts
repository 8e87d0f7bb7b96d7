import type { Uuid } from '@samsa/base'
import type { Partition } from './partition.ts'

/**
 * The partitions this node hosts, by name and by id, kept in step with the image by deltas: the hot
 * path never reads the image.
 */
export interface ReplicaManager {
  partition(topic: string, partition: number): Partition | undefined
  partitionById(topicId: Uuid, partition: number): Partition | undefined
  /** Name of a hosted topic; undefined when unknown. */
  topicName(topicId: Uuid): string | undefined
  topicId(topic: string): Uuid | undefined
  partitions(): Iterable<Partition>
}
