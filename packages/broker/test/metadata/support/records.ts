import type { NodeId, Uuid } from '@samsa/base'
import {
  brokerRegistrationChangeRecord,
  brokerRegistrationChangeRecordSchema,
  configRecord,
  configRecordSchema,
  featureLevelRecord,
  featureLevelRecordSchema,
  type PartitionChangeRecord,
  partitionChangeRecord,
  partitionChangeRecordSchema,
  type PartitionRecord,
  partitionRecord,
  partitionRecordSchema,
  type RegisterBrokerRecord,
  registerBrokerRecord,
  registerBrokerRecordSchema,
  removeTopicRecord,
  removeTopicRecordSchema,
  topicRecord,
  topicRecordSchema,
} from '@samsa/protocol'
import { type MetadataRecord, metadataRecord } from '@samsa/raft'
import { testUuid } from './fixed-doors.ts'

export const level = (name: string, featureLevel: number): MetadataRecord =>
  metadataRecord(featureLevelRecordSchema, featureLevelRecord({ name, featureLevel }))

export const topic = (name: string, topicId: Uuid): MetadataRecord =>
  metadataRecord(topicRecordSchema, topicRecord({ name, topicId }))

export const removal = (topicId: Uuid): MetadataRecord =>
  metadataRecord(removeTopicRecordSchema, removeTopicRecord({ topicId }))

export const config = (
  resourceType: number,
  resourceName: string,
  name: string,
  value: string | null,
): MetadataRecord =>
  metadataRecord(configRecordSchema, configRecord({ resourceType, resourceName, name, value }))

export function partition(
  topicId: Uuid,
  partitionId: number,
  fields: Partial<PartitionRecord> = {},
): MetadataRecord {
  const record = partitionRecord({
    topicId,
    partitionId,
    replicas: [1],
    isr: [1],
    leader: 1,
    leaderEpoch: 0,
    partitionEpoch: 0,
    directories: [testUuid(900)],
    ...fields,
  })
  return metadataRecord(partitionRecordSchema, record)
}

export function change(
  topicId: Uuid,
  partitionId: number,
  fields: Partial<PartitionChangeRecord>,
): MetadataRecord {
  const record = partitionChangeRecord({ topicId, partitionId, ...fields })
  return metadataRecord(partitionChangeRecordSchema, record)
}

export function registration(
  brokerId: number,
  brokerEpoch: number,
  fields: Partial<RegisterBrokerRecord> = {},
): MetadataRecord {
  const record = registerBrokerRecord({
    brokerId,
    brokerEpoch,
    incarnationId: testUuid(1000 + brokerId),
    endPoints: [
      {
        name: 'PLAINTEXT',
        host: `host-${brokerId}`,
        port: 9092,
        securityProtocol: 0,
        unknownTaggedFields: null,
      },
    ],
    fenced: true,
    logDirs: [testUuid(900 + brokerId)],
    ...fields,
  })
  return metadataRecord(registerBrokerRecordSchema, record)
}

/** `fenced`: −1 opens the broker, 1 closes it. */
export function fencing(brokerId: number, brokerEpoch: number, fenced: 1 | -1): MetadataRecord {
  const record = brokerRegistrationChangeRecord({ brokerId, brokerEpoch, fenced })
  return metadataRecord(brokerRegistrationChangeRecordSchema, record, 0)
}

export const nodes = (...ids: number[]): NodeId[] => ids as NodeId[]
