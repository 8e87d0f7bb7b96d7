import type {
  AccessControlEntryRecord,
  BrokerRegistrationChangeRecord,
  ClearElrRecord,
  ClientQuotaRecord,
  ConfigRecord,
  FeatureLevelRecord,
  FenceBrokerRecord,
  PartitionChangeRecord,
  PartitionRecord,
  ProducerIdsRecord,
  RegisterBrokerRecord,
  RegisterControllerRecord,
  RemoveUserScramCredentialRecord,
  TopicRecord,
  UnregisterBrokerRecord,
  UserScramCredentialRecord,
} from '@samsa/protocol'
import { type MetadataRecord, metadataRecordSchema } from '@samsa/raft'
import type { PlainImage } from './plain-image.ts'

type Fields = Record<string, unknown>

/** Records applied one by one to plain maps, as simply as can be: what the image is compared with. */
export class NaiveMetadata {
  readonly #levels = new Map<string, number>()
  readonly #brokers = new Map<string, Fields>()
  readonly #controllers = new Map<string, Fields>()
  readonly #topics = new Map<string, { name: string; id: string; partitions: Fields[] }>()
  readonly #configs = new Map<string, Map<string, string>>()
  readonly #kept = new Map<string, Map<string, unknown>>()
  #nextProducerId = 0
  #count = 0

  apply({ type, message }: MetadataRecord): void {
    this.#count += 1
    const name = metadataRecordSchema(type)!.name
    const act = this.#acts[name]
    if (act === undefined) throw new Error(`the model does not know ${name}`)
    act(message)
  }

  plain(): PlainImage {
    const sorted = <Value>(map: Map<string, Value>): Record<string, Value> =>
      Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
    const full = <Value>(maps: Map<string, Map<string, Value>>) =>
      sorted(
        new Map(
          [...maps].filter(([, map]) => map.size > 0).map(([key, map]) => [key, sorted(map)]),
        ),
      )
    return {
      offset: this.#count - 1,
      leaderEpoch: this.#count === 0 ? -1 : 1,
      metadataVersion: this.#levels.get('metadata.version') ?? 0,
      levels: sorted(this.#levels),
      brokers: sorted(this.#brokers),
      controllers: sorted(this.#controllers),
      topics: [...this.#topics.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
      configs: full(this.#configs),
      nextProducerId: this.#nextProducerId,
      kept: full(this.#kept),
    }
  }

  readonly #acts: Readonly<Record<string, (message: unknown) => void>> = {
    TopicRecord: (message) => {
      const { name, topicId } = message as TopicRecord
      this.#topics.set(topicId, { name, id: topicId, partitions: [] })
    },
    PartitionRecord: (message) => {
      const it = message as PartitionRecord
      this.#topics.get(it.topicId)!.partitions[it.partitionId] = {
        replicas: it.replicas,
        directories: it.directories,
        isr: it.isr,
        removingReplicas: it.removingReplicas,
        addingReplicas: it.addingReplicas,
        eligibleLeaderReplicas: it.eligibleLeaderReplicas ?? [],
        lastKnownLeaderReplicas: it.lastKnownElr ?? [],
        leader: it.leader,
        leaderRecoveryState: it.leaderRecoveryState,
        leaderEpoch: it.leaderEpoch,
        partitionEpoch: it.partitionEpoch,
      }
    },
    PartitionChangeRecord: (message) => this.#changePartition(message as PartitionChangeRecord),
    RemoveTopicRecord: (message) => {
      const { topicId } = message as { topicId: string }
      this.#configs.delete(`2:${this.#topics.get(topicId)!.name}`)
      this.#topics.delete(topicId)
    },
    ClearElrRecord: (message) => {
      const { topicName } = message as ClearElrRecord
      for (const { name, partitions } of this.#topics.values()) {
        if (topicName !== '' && topicName !== name) continue
        for (const it of partitions) {
          const [elr, known] = [it['eligibleLeaderReplicas'], it['lastKnownLeaderReplicas']]
          if ((elr as []).length + (known as []).length === 0) continue
          it['eligibleLeaderReplicas'] = []
          it['lastKnownLeaderReplicas'] = []
          it['partitionEpoch'] = (it['partitionEpoch'] as number) + 1
        }
      }
    },
    ConfigRecord: (message) => {
      const { resourceType, resourceName, name, value } = message as ConfigRecord
      const entries = this.#group(this.#configs, `${resourceType}:${resourceName}`)
      if (value === null) entries.delete(name)
      else entries.set(name, value)
    },
    RegisterBrokerRecord: (message) => {
      const it = message as RegisterBrokerRecord
      this.#brokers.set(String(it.brokerId), {
        id: it.brokerId,
        epoch: it.brokerEpoch,
        incarnationId: it.incarnationId,
        endpoints: it.endPoints.map(({ unknownTaggedFields: _unknown, ...rest }) => rest),
        features: [],
        rack: it.rack,
        isFenced: it.fenced,
        inControlledShutdown: it.inControlledShutdown,
        directories: it.logDirs,
        cordonedDirectories: [],
      })
    },
    UnregisterBrokerRecord: (message) =>
      this.#brokers.delete(String((message as UnregisterBrokerRecord).brokerId)),
    FenceBrokerRecord: (message) => {
      this.#brokers.get(String((message as FenceBrokerRecord).id))!['isFenced'] = true
    },
    BrokerRegistrationChangeRecord: (message) => {
      const { brokerId, fenced } = message as BrokerRegistrationChangeRecord
      if (fenced !== 0) this.#brokers.get(String(brokerId))!['isFenced'] = fenced === 1
    },
    RegisterControllerRecord: (message) => {
      const { controllerId: id, incarnationId } = message as RegisterControllerRecord
      this.#controllers.set(String(id), { id, incarnationId, endpoints: [], features: [] })
    },
    FeatureLevelRecord: (message) => {
      const { name, featureLevel } = message as FeatureLevelRecord
      if (featureLevel === 0) this.#levels.delete(name)
      else this.#levels.set(name, featureLevel)
    },
    ProducerIdsRecord: (message) => {
      this.#nextProducerId = (message as ProducerIdsRecord).nextProducerId
    },
    NoOpRecord: () => {},
    AccessControlEntryRecord: (message) => {
      const { id } = message as AccessControlEntryRecord
      this.#group(this.#kept, 'AccessControlEntryRecord').set(id, message)
    },
    RemoveAccessControlEntryRecord: (message) =>
      this.#group(this.#kept, 'AccessControlEntryRecord').delete((message as { id: string }).id),
    UserScramCredentialRecord: (message) => {
      const { name, mechanism } = message as UserScramCredentialRecord
      this.#group(this.#kept, 'UserScramCredentialRecord').set(`${mechanism}:${name}`, message)
    },
    RemoveUserScramCredentialRecord: (message) => {
      const { name, mechanism } = message as RemoveUserScramCredentialRecord
      this.#group(this.#kept, 'UserScramCredentialRecord').delete(`${mechanism}:${name}`)
    },
    ClientQuotaRecord: (message) => {
      const { entity, key, remove } = message as ClientQuotaRecord
      const parts = entity.map(({ entityType, entityName }) => [entityType, entityName])
      const subject = JSON.stringify([...parts.sort(([a], [b]) => (a! < b! ? -1 : 1)), key])
      const group = this.#group(this.#kept, 'ClientQuotaRecord')
      if (remove) group.delete(subject)
      else group.set(subject, message)
    },
  }

  #changePartition(record: PartitionChangeRecord): void {
    const it = this.#topics.get(record.topicId)!.partitions[record.partitionId]!
    const lists = {
      replicas: record.replicas,
      isr: record.isr,
      removingReplicas: record.removingReplicas,
      addingReplicas: record.addingReplicas,
      eligibleLeaderReplicas: record.eligibleLeaderReplicas,
      lastKnownLeaderReplicas: record.lastKnownElr,
      directories: record.directories,
    }
    for (const [field, list] of Object.entries(lists)) if (list !== null) it[field] = list
    if (record.leader !== -2) {
      it['leader'] = record.leader
      it['leaderEpoch'] = (it['leaderEpoch'] as number) + 1
    }
    if (record.leaderRecoveryState !== -1) it['leaderRecoveryState'] = record.leaderRecoveryState
    it['partitionEpoch'] = (it['partitionEpoch'] as number) + 1
    const directories = it['directories'] as string[]
    if (directories.length === 0) {
      it['directories'] = (it['replicas'] as number[]).map(() => 'AAAAAAAAAAAAAAAAAAAAAA')
    }
  }

  #group<Value>(groups: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
    const group = groups.get(key) ?? new Map<string, Value>()
    groups.set(key, group)
    return group
  }
}
