import type { NodeId, Uuid } from '@samsa/base'
import {
  registerBrokerRecord,
  type RegisterBrokerRecordFeature,
  registerBrokerRecordSchema,
} from '@samsa/protocol'
import { metadataRecord } from '@samsa/raft'
import { usesEligibleLeaderReplicas } from '../../metadata/features.ts'
import type { FeatureRange } from '../../metadata/features.ts'
import type { EndpointImage, MetadataImage } from '../../metadata/image.ts'
import {
  hasDirectoryAssignment,
  registerBrokerRecordVersion,
} from '../../metadata/metadata-version.ts'
import { partitionChanges } from '../broker-partitions.ts'
import type { ControllerOperation, MetadataRecord } from '../controller.ts'

export interface BrokerRegistration {
  readonly brokerId: NodeId
  /** Fresh at every start of the process. */
  readonly incarnationId: Uuid
  readonly endpoints: readonly EndpointImage[]
  readonly features: readonly FeatureRange[]
  readonly rack: string | null
  readonly directories: readonly Uuid[]
  /** From the marker of a clean stop; −1 when there was none (KIP-966). */
  readonly previousBrokerEpoch: number
}

/**
 * A broker comes up: it is registered anew and fenced; its epoch is the offset of what this writes.
 * What an earlier incarnation led or had in sync is taken from it first, so that it leads again only
 * once it is unfenced. Answers with the broker epoch.
 */
export function registerBroker(registration: BrokerRegistration): ControllerOperation<number> {
  return {
    name: 'registerBroker',
    decide(image, { nextOffset }) {
      const { brokerId, incarnationId } = registration
      const before = image.cluster.brokers.get(brokerId)
      const isSame = before?.incarnationId === incarnationId
      const brokerEpoch = isSame ? before.epoch : nextOffset
      const record = registerBrokerRecord({
        brokerId,
        incarnationId,
        brokerEpoch,
        endPoints: registration.endpoints.map((it) => ({ ...it, unknownTaggedFields: null })),
        features: registration.features.map(featureRecord),
        rack: registration.rack,
        fenced: isSame ? before.isFenced : true,
        inControlledShutdown: isSame && before.inControlledShutdown,
      })
      const level = image.features.metadataVersion
      if (hasDirectoryAssignment(level)) record.logDirs = [...registration.directories]
      const version = registerBrokerRecordVersion(level)
      return {
        records: [
          ...(isSame ? [] : earlierIncarnationStops(image, registration)),
          metadataRecord(registerBrokerRecordSchema, record, version),
        ],
        response: brokerEpoch,
        // The registration is last: after a crash in between the broker registers again.
        isAtomic: false,
      }
    },
  }
}

/** A feature as both kinds of registration have it. */
export function featureRecord({ name, min, max }: FeatureRange): RegisterBrokerRecordFeature {
  return {
    name,
    minSupportedVersion: min,
    maxSupportedVersion: max,
    unknownTaggedFields: null,
  }
}

function earlierIncarnationStops(
  image: MetadataImage,
  { brokerId, previousBrokerEpoch }: BrokerRegistration,
): MetadataRecord[] {
  const before = image.cluster.brokers.get(brokerId)
  const isClean = before?.epoch === previousBrokerEpoch
  if (isClean || !usesEligibleLeaderReplicas(image.features)) {
    return partitionChanges(image, { leaving: brokerId }, ({ isr }) => isr.includes(brokerId))
  }
  return partitionChanges(
    image,
    { uncleanlyStopped: brokerId },
    ({ isr, eligibleLeaderReplicas }) =>
      isr.includes(brokerId) || eligibleLeaderReplicas.includes(brokerId),
  )
}
