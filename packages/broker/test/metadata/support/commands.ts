import type { Uuid } from '@samsa/base'
import {
  accessControlEntryRecord,
  accessControlEntryRecordSchema,
  clearElrRecord,
  clearElrRecordSchema,
  clientQuotaRecord,
  clientQuotaRecordSchema,
  fenceBrokerRecord,
  fenceBrokerRecordSchema,
  noOpRecord,
  noOpRecordSchema,
  producerIdsRecord,
  producerIdsRecordSchema,
  registerControllerRecord,
  registerControllerRecordSchema,
  removeAccessControlEntryRecord,
  removeAccessControlEntryRecordSchema,
  removeUserScramCredentialRecord,
  removeUserScramCredentialRecordSchema,
  unregisterBrokerRecord,
  unregisterBrokerRecordSchema,
  userScramCredentialRecord,
  userScramCredentialRecordSchema,
} from '@samsa/protocol'
import { metadataRecord, type MetadataRecord } from '@samsa/raft'
import fc from 'fast-check'
import { testUuid } from './fixed-doors.ts'
import {
  change,
  config,
  fencing,
  level,
  partition,
  registration,
  removal,
  topic,
} from './records.ts'

/** A step of a history; what it comes to depends on the steps before it. */
export interface Command {
  readonly kind: number
  readonly a: number
  readonly b: number
  readonly c: number
}

export const commands: fc.Arbitrary<Command[]> = fc.array(
  fc.record({ kind: fc.nat(99), a: fc.nat(1000), b: fc.nat(1000), c: fc.nat(1000) }),
  { maxLength: 120 },
)

/** What is needed of a history to go on with it validly. */
class History {
  readonly topics: { name: string; id: Uuid; partitionCount: number }[] = []
  readonly brokers: Map<number, number> = new Map()
  readonly acls: Uuid[] = []
  count = 0

  nextId(): Uuid {
    this.count += 1
    return testUuid(this.count)
  }
}

type Make = (history: History, command: Command) => MetadataRecord | undefined

const names = ['a', 'b', 'a.b', 'a_b', 'c-1', 'c-2', 'topic.with_both', 'z']
const replicaLists = [[1], [1, 2], [2, 1], [1, 2, 3], [3], []]

const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items[index % items.length]

const createTopic: Make = (history, { a }) => {
  const name = pick(names, a)!
  if (history.topics.some((it) => it.name === name)) return undefined
  const id = history.nextId()
  history.topics.push({ name, id, partitionCount: 0 })
  return topic(name, id)
}

const addPartition: Make = (history, { a, b }) => {
  const it = pick(history.topics, a)
  if (it === undefined) return undefined
  it.partitionCount += 1
  const replicas = pick(replicaLists, b)!
  return partition(it.id, it.partitionCount - 1, { replicas, isr: replicas, leader: b % 4 })
}

const changePartition: Make = (history, { a, b, c }) => {
  const it = pick(
    history.topics.filter(({ partitionCount }) => partitionCount > 0),
    a,
  )
  if (it === undefined) return undefined
  const list = pick(replicaLists, c)!
  const fields = [
    { leader: c % 4 },
    { leader: -1 },
    { isr: list },
    { replicas: list, isr: list },
    { eligibleLeaderReplicas: list, lastKnownElr: [c % 3] },
    { addingReplicas: list },
    { removingReplicas: list },
    { leaderRecoveryState: c % 2 },
    { directories: list.map((id) => testUuid(900 + id)) },
  ][b % 9]!
  return change(it.id, b % it.partitionCount, fields)
}

const deleteTopic: Make = (history, { a }) => {
  if (history.topics.length === 0) return undefined
  const [it] = history.topics.splice(a % history.topics.length, 1)
  return removal(it!.id)
}

const setConfig: Make = (history, { a, b, c }) => {
  const key = `key-${b % 3}`
  const value = c % 3 === 0 ? null : String(c)
  const it = pick(history.topics, a)
  if (it !== undefined && a % 3 > 0) return config(2, it.name, key, value)
  return config(4, a % 2 === 0 ? '' : '1', key, value)
}

const registerBroker: Make = (history, { a, c }) => {
  const id = a % 4
  history.brokers.set(id, c)
  return registration(id, c, { rack: c % 2 === 0 ? null : `rack-${c % 3}` })
}

const changeBroker: Make = (history, { a, b }) => {
  const broker = pick([...history.brokers], a)
  if (broker === undefined) return undefined
  if (b % 3 === 0) {
    const record = fenceBrokerRecord({ id: broker[0], epoch: broker[1] })
    return metadataRecord(fenceBrokerRecordSchema, record)
  }
  return fencing(broker[0], broker[1], b % 3 === 1 ? 1 : -1)
}

const unregisterBroker: Make = (history, { a }) => {
  const broker = pick([...history.brokers], a)
  if (broker === undefined) return undefined
  history.brokers.delete(broker[0])
  const record = unregisterBrokerRecord({ brokerId: broker[0], brokerEpoch: broker[1] })
  return metadataRecord(unregisterBrokerRecordSchema, record)
}

const clearElr: Make = (history, { a }) => {
  const it = pick(history.topics, a)
  const topicName = it === undefined || a % 3 === 0 ? '' : it.name
  return metadataRecord(clearElrRecordSchema, clearElrRecord({ topicName }))
}

const addAcl: Make = (history) => {
  const id = history.nextId()
  history.acls.push(id)
  return metadataRecord(accessControlEntryRecordSchema, accessControlEntryRecord({ id }))
}

const removeAcl: Make = (history) => {
  const id = history.acls.pop()
  if (id === undefined) return undefined
  const record = removeAccessControlEntryRecord({ id })
  return metadataRecord(removeAccessControlEntryRecordSchema, record)
}

const scram: Make = (_history, { a, b }) => {
  const [name, mechanism] = [`user-${a % 3}`, 1 + (a % 2)]
  if (b % 3 === 0) {
    const record = removeUserScramCredentialRecord({ name, mechanism })
    return metadataRecord(removeUserScramCredentialRecordSchema, record)
  }
  const salt = Buffer.from(String(b))
  const record = userScramCredentialRecord({ name, mechanism, salt, iterations: 4096 + b })
  return metadataRecord(userScramCredentialRecordSchema, record)
}

const quota: Make = (_history, { a, b }) => {
  const entity = [
    { entityType: 'user', entityName: a % 3 === 0 ? null : 'alice', unknownTaggedFields: null },
    { entityType: 'client-id', entityName: `app-${a % 2}`, unknownTaggedFields: null },
  ]
  const shown = b % 2 === 0 ? entity : entity.toReversed()
  const record = clientQuotaRecord({ entity: shown, key: 'k', value: b, remove: b % 4 === 0 })
  return metadataRecord(clientQuotaRecordSchema, record)
}

const other: Make = (_history, { a, b }) => {
  switch (a % 4) {
    case 0:
      return level(`feature-${b % 3}`, b % 4)
    case 1:
      return level('metadata.version', 7 + (b % 24))
    case 2:
      return metadataRecord(
        producerIdsRecordSchema,
        producerIdsRecord({ brokerId: 1, nextProducerId: b * 1000 }),
      )
    default:
      return b % 2 === 0
        ? metadataRecord(noOpRecordSchema, noOpRecord())
        : metadataRecord(
            registerControllerRecordSchema,
            registerControllerRecord({ controllerId: b % 3, incarnationId: testUuid(b + 1) }),
          )
  }
}

/** How often each kind comes, in parts of a hundred. */
const makers: readonly (readonly [share: number, make: Make])[] = [
  [15, createTopic],
  [20, addPartition],
  [18, changePartition],
  [7, deleteTopic],
  [10, setConfig],
  [6, registerBroker],
  [6, changeBroker],
  [2, unregisterBroker],
  [2, clearElr],
  [2, addAcl],
  [1, removeAcl],
  [2, scram],
  [2, quota],
  [7, other],
]

/** The records that a history of commands comes to; each is valid after those before it. */
export function recordsOf(steps: readonly Command[]): MetadataRecord[] {
  const history = new History()
  const records: MetadataRecord[] = []
  for (const command of steps) {
    let share = command.kind
    const maker = makers.find(([parts]) => (share -= parts) < 0)
    const record = maker?.[1](history, command)
    if (record !== undefined) records.push(record)
  }
  return records
}
