import { assert, NO_NODE_ID, type NodeId } from '@samsa/base'
import {
  brokerRegistrationChangeRecord,
  type BrokerRegistrationChangeRecord,
  brokerRegistrationChangeRecordSchema,
} from '@samsa/protocol'
import { metadataRecord } from '@samsa/raft'
import type { BrokerRegistrationImage, MetadataImage } from '../../metadata/image.ts'
import { partitionChanges } from '../broker-partitions.ts'
import type { ControllerOperation, MetadataRecord } from '../controller.ts'

/*
 * A broker's way, each step an operation (Kafka's BrokerControlState):
 *
 * | state | unfence | begin shutdown | fence |
 * | --- | --- | --- | --- |
 * | fenced | unfenced | shutting down | – |
 * | unfenced | – | shutting down | fenced |
 * | shutting down | – | – | fenced |
 */

/** BrokerRegistrationChangeRecord's three-valued fields. */
const NO = -1
const YES = 1
/** Versions that first had a field: fenced, inControlledShutdown. */
const FENCED_VERSION = 0
const SHUTDOWN_VERSION = 1

function registrationOf(image: MetadataImage, brokerId: NodeId): BrokerRegistrationImage {
  const broker = image.cluster.brokers.get(brokerId)
  assert(broker !== undefined, `broker ${brokerId} is registered`)
  return broker
}

function change(
  broker: BrokerRegistrationImage,
  fields: Partial<BrokerRegistrationChangeRecord>,
  version: number,
): MetadataRecord {
  const record = brokerRegistrationChangeRecord({
    brokerId: broker.id,
    brokerEpoch: broker.epoch,
    ...fields,
  })
  return metadataRecord(brokerRegistrationChangeRecordSchema, record, version)
}

/** Opens a fenced broker to clients and elects it where nobody leads and it may. */
export function unfenceBroker(brokerId: NodeId): ControllerOperation<void> {
  return {
    name: 'unfenceBroker',
    decide(image) {
      const broker = registrationOf(image, brokerId)
      if (!broker.isFenced) return { records: [], response: undefined }
      const elections = partitionChanges(
        image,
        { joining: brokerId },
        ({ leader }) => leader === NO_NODE_ID,
      )
      return {
        records: [change(broker, { fenced: NO }, FENCED_VERSION), ...elections],
        response: undefined,
        isAtomic: false,
      }
    },
  }
}

/** Takes all leaderships from a broker that is going to stop, and takes it out of every ISR. */
export function beginControlledShutdown(brokerId: NodeId): ControllerOperation<void> {
  return {
    name: 'beginControlledShutdown',
    decide(image) {
      const broker = registrationOf(image, brokerId)
      const announcement = broker.inControlledShutdown
        ? []
        : [change(broker, { inControlledShutdown: YES }, SHUTDOWN_VERSION)]
      return {
        records: [...announcement, ...changesOnLeaving(image, brokerId)],
        response: undefined,
        isAtomic: false,
      }
    },
  }
}

/** Closes a broker to clients. */
export function fenceBroker(brokerId: NodeId): ControllerOperation<void> {
  return {
    name: 'fenceBroker',
    decide(image) {
      const broker = registrationOf(image, brokerId)
      if (broker.isFenced) return { records: [], response: undefined }
      return {
        records: [
          ...changesOnLeaving(image, brokerId),
          change(broker, { fenced: YES }, FENCED_VERSION),
        ],
        response: undefined,
        isAtomic: false,
      }
    },
  }
}

function changesOnLeaving(image: MetadataImage, brokerId: NodeId): MetadataRecord[] {
  return partitionChanges(image, { leaving: brokerId }, ({ isr }) => isr.includes(brokerId))
}
