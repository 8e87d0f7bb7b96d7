import type { NodeId } from '@samsa/base'
import type { MetadataRecord } from './controller.ts'
import { BROKER_RESOURCE, TOPIC_RESOURCE } from '../metadata/configs-image.ts'
import { usesEligibleLeaderReplicas } from '../metadata/features.ts'
import type { MetadataImage, PartitionImage } from '../metadata/image.ts'
import { isActive } from './placement/new-partition.ts'
import { partitionChange } from './partition-change.ts'

/** What happens to a broker, as far as partitions care; undefined where it does not. */
export interface BrokerEvent {
  /** Leaves every ISR and leads nothing. */
  readonly leaving?: NodeId
  /** Counts as active although the image still has it fenced. */
  readonly joining?: NodeId
  /** Lost what it had not synced: leaves every ISR and every ELR. */
  readonly uncleanlyStopped?: NodeId
}

/**
 * Changes of the partitions that `concerns` picks, by topic name and number. One pass over all
 * partitions: brokers come and go rarely.
 */
export function partitionChanges(
  image: MetadataImage,
  event: BrokerEvent,
  concerns: (partition: PartitionImage) => boolean,
): MetadataRecord[] {
  const { cluster, features, topics } = image
  const { leaving, joining, uncleanlyStopped } = event
  const isAcceptableLeader = (id: NodeId): boolean =>
    id !== leaving && id !== uncleanlyStopped && (id === joining || isActive(cluster, id))
  const rules = {
    metadataVersion: features.metadataVersion,
    usesEligibleLeaderReplicas: usesEligibleLeaderReplicas(features),
    uncleanReplica: uncleanlyStopped,
    isAcceptableLeader,
  }
  const records: MetadataRecord[] = []
  for (const { name, id: topicId, partitions } of topics.ascending('')) {
    for (const [partitionId, partition] of partitions.entries()) {
      if (!concerns(partition)) continue
      const record = partitionChange({
        ...rules,
        topicId,
        partitionId,
        partition,
        minInsyncReplicas: minInsyncReplicas(image, name),
        allowsUncleanElection:
          topicConfig(image, name, 'unclean.leader.election.enable') === 'true',
        targetIsr: partition.isr.filter((id) => id !== leaving && id !== uncleanlyStopped),
      })
      if (record !== undefined) records.push(record)
    }
  }
  return records
}

function minInsyncReplicas(image: MetadataImage, topic: string): number {
  const count = Number(topicConfig(image, topic, 'min.insync.replicas'))
  return Number.isInteger(count) && count > 0 ? count : 1
}

/** What the topic sets, or the cluster does for all topics. */
function topicConfig(image: MetadataImage, topic: string, key: string): string | undefined {
  const { configs } = image
  return configs.of(TOPIC_RESOURCE, topic).get(key) ?? configs.of(BROKER_RESOURCE, '').get(key)
}
