import type { AnyRecordSchema } from '../../api.ts'
import { abortTransactionRecordSchema } from './metadata/abort-transaction-record.ts'
import type { AbortTransactionRecord } from './metadata/abort-transaction-record.ts'
import { accessControlEntryRecordSchema } from './metadata/access-control-entry-record.ts'
import type { AccessControlEntryRecord } from './metadata/access-control-entry-record.ts'
import { beginTransactionRecordSchema } from './metadata/begin-transaction-record.ts'
import type { BeginTransactionRecord } from './metadata/begin-transaction-record.ts'
import { brokerRegistrationChangeRecordSchema } from './metadata/broker-registration-change-record.ts'
import type { BrokerRegistrationChangeRecord } from './metadata/broker-registration-change-record.ts'
import { clearElrRecordSchema } from './metadata/clear-elr-record.ts'
import type { ClearElrRecord } from './metadata/clear-elr-record.ts'
import { clientQuotaRecordSchema } from './metadata/client-quota-record.ts'
import type { ClientQuotaRecord } from './metadata/client-quota-record.ts'
import { configRecordSchema } from './metadata/config-record.ts'
import type { ConfigRecord } from './metadata/config-record.ts'
import { delegationTokenRecordSchema } from './metadata/delegation-token-record.ts'
import type { DelegationTokenRecord } from './metadata/delegation-token-record.ts'
import { endTransactionRecordSchema } from './metadata/end-transaction-record.ts'
import type { EndTransactionRecord } from './metadata/end-transaction-record.ts'
import { featureLevelRecordSchema } from './metadata/feature-level-record.ts'
import type { FeatureLevelRecord } from './metadata/feature-level-record.ts'
import { fenceBrokerRecordSchema } from './metadata/fence-broker-record.ts'
import type { FenceBrokerRecord } from './metadata/fence-broker-record.ts'
import { noOpRecordSchema } from './metadata/no-op-record.ts'
import type { NoOpRecord } from './metadata/no-op-record.ts'
import { partitionChangeRecordSchema } from './metadata/partition-change-record.ts'
import type { PartitionChangeRecord } from './metadata/partition-change-record.ts'
import { partitionRecordSchema } from './metadata/partition-record.ts'
import type { PartitionRecord } from './metadata/partition-record.ts'
import { producerIdsRecordSchema } from './metadata/producer-ids-record.ts'
import type { ProducerIdsRecord } from './metadata/producer-ids-record.ts'
import { registerBrokerRecordSchema } from './metadata/register-broker-record.ts'
import type { RegisterBrokerRecord } from './metadata/register-broker-record.ts'
import { registerControllerRecordSchema } from './metadata/register-controller-record.ts'
import type { RegisterControllerRecord } from './metadata/register-controller-record.ts'
import { removeAccessControlEntryRecordSchema } from './metadata/remove-access-control-entry-record.ts'
import type { RemoveAccessControlEntryRecord } from './metadata/remove-access-control-entry-record.ts'
import { removeDelegationTokenRecordSchema } from './metadata/remove-delegation-token-record.ts'
import type { RemoveDelegationTokenRecord } from './metadata/remove-delegation-token-record.ts'
import { removeTopicRecordSchema } from './metadata/remove-topic-record.ts'
import type { RemoveTopicRecord } from './metadata/remove-topic-record.ts'
import { removeUserScramCredentialRecordSchema } from './metadata/remove-user-scram-credential-record.ts'
import type { RemoveUserScramCredentialRecord } from './metadata/remove-user-scram-credential-record.ts'
import { topicRecordSchema } from './metadata/topic-record.ts'
import type { TopicRecord } from './metadata/topic-record.ts'
import { unfenceBrokerRecordSchema } from './metadata/unfence-broker-record.ts'
import type { UnfenceBrokerRecord } from './metadata/unfence-broker-record.ts'
import { unregisterBrokerRecordSchema } from './metadata/unregister-broker-record.ts'
import type { UnregisterBrokerRecord } from './metadata/unregister-broker-record.ts'
import { userScramCredentialRecordSchema } from './metadata/user-scram-credential-record.ts'
import type { UserScramCredentialRecord } from './metadata/user-scram-credential-record.ts'
import { zkMigrationStateRecordSchema } from './metadata/zk-migration-state-record.ts'
import type { ZkMigrationStateRecord } from './metadata/zk-migration-state-record.ts'

export const metadataSchemas: readonly AnyRecordSchema[] = [
  abortTransactionRecordSchema,
  accessControlEntryRecordSchema,
  beginTransactionRecordSchema,
  brokerRegistrationChangeRecordSchema,
  clearElrRecordSchema,
  clientQuotaRecordSchema,
  configRecordSchema,
  delegationTokenRecordSchema,
  endTransactionRecordSchema,
  featureLevelRecordSchema,
  fenceBrokerRecordSchema,
  noOpRecordSchema,
  partitionChangeRecordSchema,
  partitionRecordSchema,
  producerIdsRecordSchema,
  registerBrokerRecordSchema,
  registerControllerRecordSchema,
  removeAccessControlEntryRecordSchema,
  removeDelegationTokenRecordSchema,
  removeTopicRecordSchema,
  removeUserScramCredentialRecordSchema,
  topicRecordSchema,
  unfenceBrokerRecordSchema,
  unregisterBrokerRecordSchema,
  userScramCredentialRecordSchema,
  zkMigrationStateRecordSchema,
]

export const MetadataRecordType = {
  RegisterBrokerRecord: 0,
  UnregisterBrokerRecord: 1,
  TopicRecord: 2,
  PartitionRecord: 3,
  ConfigRecord: 4,
  PartitionChangeRecord: 5,
  FenceBrokerRecord: 7,
  UnfenceBrokerRecord: 8,
  RemoveTopicRecord: 9,
  DelegationTokenRecord: 10,
  UserScramCredentialRecord: 11,
  FeatureLevelRecord: 12,
  ClientQuotaRecord: 14,
  ProducerIdsRecord: 15,
  BrokerRegistrationChangeRecord: 17,
  AccessControlEntryRecord: 18,
  RemoveAccessControlEntryRecord: 19,
  NoOpRecord: 20,
  ZkMigrationStateRecord: 21,
  RemoveUserScramCredentialRecord: 22,
  BeginTransactionRecord: 23,
  EndTransactionRecord: 24,
  AbortTransactionRecord: 25,
  RemoveDelegationTokenRecord: 26,
  RegisterControllerRecord: 27,
  ClearElrRecord: 28,
} as const

export interface MetadataRecordMessages {
  0: RegisterBrokerRecord
  1: UnregisterBrokerRecord
  2: TopicRecord
  3: PartitionRecord
  4: ConfigRecord
  5: PartitionChangeRecord
  7: FenceBrokerRecord
  8: UnfenceBrokerRecord
  9: RemoveTopicRecord
  10: DelegationTokenRecord
  11: UserScramCredentialRecord
  12: FeatureLevelRecord
  14: ClientQuotaRecord
  15: ProducerIdsRecord
  17: BrokerRegistrationChangeRecord
  18: AccessControlEntryRecord
  19: RemoveAccessControlEntryRecord
  20: NoOpRecord
  21: ZkMigrationStateRecord
  22: RemoveUserScramCredentialRecord
  23: BeginTransactionRecord
  24: EndTransactionRecord
  25: AbortTransactionRecord
  26: RemoveDelegationTokenRecord
  27: RegisterControllerRecord
  28: ClearElrRecord
}

export type MetadataRecord = {
  [Type in keyof MetadataRecordMessages]: {
    readonly type: Type
    readonly version: number
    readonly message: MetadataRecordMessages[Type]
  }
}[keyof MetadataRecordMessages]

export const metadataRecordSchemas: readonly (AnyRecordSchema | undefined)[] = [
  registerBrokerRecordSchema,
  unregisterBrokerRecordSchema,
  topicRecordSchema,
  partitionRecordSchema,
  configRecordSchema,
  partitionChangeRecordSchema,
  undefined,
  fenceBrokerRecordSchema,
  unfenceBrokerRecordSchema,
  removeTopicRecordSchema,
  delegationTokenRecordSchema,
  userScramCredentialRecordSchema,
  featureLevelRecordSchema,
  undefined,
  clientQuotaRecordSchema,
  producerIdsRecordSchema,
  undefined,
  brokerRegistrationChangeRecordSchema,
  accessControlEntryRecordSchema,
  removeAccessControlEntryRecordSchema,
  noOpRecordSchema,
  zkMigrationStateRecordSchema,
  removeUserScramCredentialRecordSchema,
  beginTransactionRecordSchema,
  endTransactionRecordSchema,
  abortTransactionRecordSchema,
  removeDelegationTokenRecordSchema,
  registerControllerRecordSchema,
  clearElrRecordSchema,
]
