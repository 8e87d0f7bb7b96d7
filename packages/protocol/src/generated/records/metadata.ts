import type { AnyRecordSchema } from '../../api.ts'
import { abortTransactionRecordSchema } from './metadata/abort-transaction-record.ts'
import { accessControlEntryRecordSchema } from './metadata/access-control-entry-record.ts'
import { beginTransactionRecordSchema } from './metadata/begin-transaction-record.ts'
import { brokerRegistrationChangeRecordSchema } from './metadata/broker-registration-change-record.ts'
import { clearElrRecordSchema } from './metadata/clear-elr-record.ts'
import { clientQuotaRecordSchema } from './metadata/client-quota-record.ts'
import { configRecordSchema } from './metadata/config-record.ts'
import { delegationTokenRecordSchema } from './metadata/delegation-token-record.ts'
import { endTransactionRecordSchema } from './metadata/end-transaction-record.ts'
import { featureLevelRecordSchema } from './metadata/feature-level-record.ts'
import { fenceBrokerRecordSchema } from './metadata/fence-broker-record.ts'
import { noOpRecordSchema } from './metadata/no-op-record.ts'
import { partitionChangeRecordSchema } from './metadata/partition-change-record.ts'
import { partitionRecordSchema } from './metadata/partition-record.ts'
import { producerIdsRecordSchema } from './metadata/producer-ids-record.ts'
import { registerBrokerRecordSchema } from './metadata/register-broker-record.ts'
import { registerControllerRecordSchema } from './metadata/register-controller-record.ts'
import { removeAccessControlEntryRecordSchema } from './metadata/remove-access-control-entry-record.ts'
import { removeDelegationTokenRecordSchema } from './metadata/remove-delegation-token-record.ts'
import { removeTopicRecordSchema } from './metadata/remove-topic-record.ts'
import { removeUserScramCredentialRecordSchema } from './metadata/remove-user-scram-credential-record.ts'
import { topicRecordSchema } from './metadata/topic-record.ts'
import { unfenceBrokerRecordSchema } from './metadata/unfence-broker-record.ts'
import { unregisterBrokerRecordSchema } from './metadata/unregister-broker-record.ts'
import { userScramCredentialRecordSchema } from './metadata/user-scram-credential-record.ts'
import { zkMigrationStateRecordSchema } from './metadata/zk-migration-state-record.ts'

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
