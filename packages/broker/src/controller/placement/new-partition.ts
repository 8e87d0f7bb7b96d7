import { type NodeId, type Uuid } from '@samsa/base'
import { partitionRecord, partitionRecordSchema } from '@samsa/protocol'
import { type MetadataRecord, metadataRecord } from '@samsa/raft'
import { directoryForNewReplica } from '../../metadata/directory-ids.ts'
import type { ClusterImage, MetadataImage } from '../../metadata/image.ts'
import { hasDirectoryAssignment, partitionRecordVersion } from '../../metadata/metadata-version.ts'

/** Registered, not fenced and not on its way down: may be in an ISR, may lead. */
export function isActive(cluster: ClusterImage, id: NodeId): boolean {
  const broker = cluster.brokers.get(id)
  return broker !== undefined && !broker.isFenced && !broker.inControlledShutdown
}

/** Record of a partition's birth: the ISR is its active replicas, the first of them leads. */
export function newPartitionRecord(
  image: MetadataImage,
  topicId: Uuid,
  partition: number,
  replicas: readonly NodeId[],
): MetadataRecord {
  const { cluster, features } = image
  const level = features.metadataVersion
  const isr = replicas.filter((id) => isActive(cluster, id))
  const directories = hasDirectoryAssignment(level)
    ? replicas.map((id) => directoryForNewReplica(cluster.brokers.get(id)))
    : []
  return metadataRecord(
    partitionRecordSchema,
    partitionRecord({
      partitionId: partition,
      topicId,
      replicas: [...replicas],
      isr,
      leader: isr[0]!,
      leaderEpoch: 0,
      partitionEpoch: 0,
      directories,
    }),
    partitionRecordVersion(level),
  )
}
