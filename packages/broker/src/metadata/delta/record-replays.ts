import {
  abortTransactionRecordSchema,
  accessControlEntryRecordSchema,
  beginTransactionRecordSchema,
  brokerRegistrationChangeRecordSchema,
  clearElrRecordSchema,
  type ClientQuotaRecord,
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
  type RecordSchema,
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
} from '@samsa/protocol'
import { TOPIC_RESOURCE } from '../configs-image.ts'
import { MetadataReplayError } from '../errors.ts'
import type { MetadataDeltaBuilder } from './delta-builder.ts'

type Replay<Message> = (builder: MetadataDeltaBuilder, message: Message, offset: number) => void

function on<Message>(
  schema: RecordSchema<Message>,
  replay: Replay<Message>,
): readonly [type: number, Replay<unknown>] {
  return [schema.type ?? -1, replay as Replay<unknown>]
}

/** What transactions enclose is the caller's business: their records never come here. */
function outsideOfBuilder(
  _builder: MetadataDeltaBuilder,
  _message: unknown,
  offset: number,
): never {
  throw new MetadataReplayError(offset, 'a transaction record came where none is expected')
}

const ACLS: string = accessControlEntryRecordSchema.name
const SCRAM_CREDENTIALS: string = userScramCredentialRecordSchema.name
const TOKENS: string = delegationTokenRecordSchema.name
const QUOTAS: string = clientQuotaRecordSchema.name
const ZK_MIGRATION: string = zkMigrationStateRecordSchema.name

const scramKey = (mechanism: number, user: string): string => `${mechanism}:${user}`

/** Type and name of each entity in order of type, then the quota's own key. */
function quotaKey({ entity, key }: ClientQuotaRecord): string {
  const parts = entity.map(({ entityType, entityName }) => [entityType, entityName])
  parts.sort(([a], [b]) => (a! < b! ? -1 : 1))
  return JSON.stringify([...parts, key])
}

/** What each type of metadata record does, all 26 of them. */
export const recordReplays: ReadonlyMap<number, Replay<unknown>> = new Map([
  on(registerBrokerRecordSchema, (builder, message) => builder.cluster.registerBroker(message)),
  on(unregisterBrokerRecordSchema, (builder, message) =>
    builder.cluster.unregisterBroker(message.brokerId),
  ),
  on(fenceBrokerRecordSchema, (builder, { id, epoch }, offset) =>
    builder.cluster.setFenced(id, epoch, true, offset),
  ),
  on(unfenceBrokerRecordSchema, (builder, { id, epoch }, offset) =>
    builder.cluster.setFenced(id, epoch, false, offset),
  ),
  on(brokerRegistrationChangeRecordSchema, (builder, message, offset) =>
    builder.cluster.changeBroker(message, offset),
  ),
  on(registerControllerRecordSchema, (builder, message) =>
    builder.cluster.registerController(message),
  ),

  on(topicRecordSchema, (builder, message, offset) => builder.topics.createTopic(message, offset)),
  on(partitionRecordSchema, (builder, message, offset) =>
    builder.topics.putPartition(message, offset),
  ),
  on(partitionChangeRecordSchema, (builder, message, offset) =>
    builder.topics.changePartition(message, offset),
  ),
  on(removeTopicRecordSchema, (builder, { topicId }, offset) => {
    const name = builder.topics.removeTopic(topicId, offset)
    builder.configs.removeAll(TOPIC_RESOURCE, name)
  }),
  on(clearElrRecordSchema, (builder, message, offset) => builder.topics.clearElr(message, offset)),

  on(configRecordSchema, (builder, message) => builder.configs.set(message)),
  on(featureLevelRecordSchema, (builder, { name, featureLevel }) =>
    builder.setFeatureLevel(name, featureLevel),
  ),
  on(producerIdsRecordSchema, (builder, { nextProducerId }) => {
    builder.nextProducerId = nextProducerId
  }),
  on(noOpRecordSchema, () => {}),
  on(beginTransactionRecordSchema, outsideOfBuilder),
  on(endTransactionRecordSchema, outsideOfBuilder),
  on(abortTransactionRecordSchema, outsideOfBuilder),

  on(accessControlEntryRecordSchema, (builder, message) =>
    builder.kept.put(ACLS, message.id, message),
  ),
  on(removeAccessControlEntryRecordSchema, (builder, { id }) => builder.kept.remove(ACLS, id)),
  on(userScramCredentialRecordSchema, (builder, message) =>
    builder.kept.put(SCRAM_CREDENTIALS, scramKey(message.mechanism, message.name), message),
  ),
  on(removeUserScramCredentialRecordSchema, (builder, { mechanism, name }) =>
    builder.kept.remove(SCRAM_CREDENTIALS, scramKey(mechanism, name)),
  ),
  on(delegationTokenRecordSchema, (builder, message) =>
    builder.kept.put(TOKENS, message.tokenId, message),
  ),
  on(removeDelegationTokenRecordSchema, (builder, { tokenId }) =>
    builder.kept.remove(TOKENS, tokenId),
  ),
  on(clientQuotaRecordSchema, (builder, message) => {
    const key = quotaKey(message)
    if (message.remove) builder.kept.remove(QUOTAS, key)
    else builder.kept.put(QUOTAS, key, message)
  }),
  on(zkMigrationStateRecordSchema, (builder, message) =>
    builder.kept.put(ZK_MIGRATION, '', message),
  ),
])
