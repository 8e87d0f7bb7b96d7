import { leaderEpoch, offset } from '@samsa/base'
import {
  abortTransactionRecord,
  abortTransactionRecordSchema,
  beginTransactionRecord,
  beginTransactionRecordSchema,
  brokerRegistrationChangeRecord,
  brokerRegistrationChangeRecordSchema,
  endTransactionRecord,
  endTransactionRecordSchema,
  kRaftVersionRecord,
  metadataSchemas,
  unfenceBrokerRecord,
  unfenceBrokerRecordSchema,
  zkMigrationStateRecord,
  zkMigrationStateRecordSchema,
} from '@samsa/protocol'
import { metadataRecord, type MetadataRecord } from '@samsa/raft'
import { describe, expect, test } from 'vitest'
import { recordReplays } from '../../src/metadata/delta/record-replays.ts'
import { emptyImage } from '../../src/metadata/empty-image.ts'
import { MetadataReplayError } from '../../src/metadata/errors.ts'
import { ListInterner } from '../../src/metadata/interner.ts'
import { MetadataReplay } from '../../src/metadata/replay.ts'
import { testUuid } from './support/fixed-doors.ts'
import {
  change,
  config,
  fencing,
  level,
  partition,
  registration,
  removal,
  topic,
} from './support/records.ts'

const begin = metadataRecord(beginTransactionRecordSchema, beginTransactionRecord())
const end = metadataRecord(endTransactionRecordSchema, endTransactionRecord())
const abort = metadataRecord(abortTransactionRecordSchema, abortTransactionRecord())
const [A, B] = [testUuid(1), testUuid(2)]

class Replayed {
  readonly replay: MetadataReplay = new MetadataReplay(emptyImage, new ListInterner())
  #next = 0

  /** Names of topics in the image after each step that these records make. */
  take(...records: MetadataRecord[]): string[][] {
    for (const record of records) {
      this.replay.record(record, this.#next, 1)
      this.#next += 1
    }
    return this.replay
      .steps()
      .map(({ image }) => [...image.topics.values()].map(({ name }) => name))
  }
}

test('every type of metadata record has a meaning', () => {
  for (const { type, name } of metadataSchemas)
    expect([name, recordReplays.has(type!)]).toEqual([name, true])
  expect(recordReplays.size).toBe(26)
})

describe('a transaction', () => {
  test('is seen at its end, all of it at once', () => {
    const it = new Replayed()
    expect(it.take(topic('before', A))).toEqual([['before']])
    expect(it.take(begin)).toEqual([])
    expect(it.take(topic('inside', B))).toEqual([])
    expect(it.replay.isInTransaction).toBe(true)
    expect(it.take(end)).toEqual([['before', 'inside']])
    expect(it.replay.image.offset).toBe(3)
  })

  test('that is aborted leaves nothing but a later offset', () => {
    const it = new Replayed()
    it.take(topic('before', A))
    it.take(begin, topic('inside', B), partition(B, 0), config(2, 'inside', 'k', 'v'))
    expect(it.take(abort)).toEqual([['before']])
    expect(it.replay.image.offset).toBe(5)
    expect(it.take(topic('inside', B))).toEqual([['before', 'inside']])
  })

  test('within one batch makes a step of what came before it', () => {
    const it = new Replayed()
    const steps = it.take(topic('before', A), begin, topic('inside', B), end)
    expect(steps).toEqual([['before'], ['before', 'inside']])
  })

  test('ends, aborts and begins only where it may', () => {
    for (const records of [[end], [abort], [begin, begin], [begin, end, end]]) {
      expect(() => new Replayed().take(...records)).toThrow(MetadataReplayError)
    }
  })
})

describe('records that contradict those before them are refused', () => {
  const broken: readonly [string, MetadataRecord[]][] = [
    ['a topic that exists', [topic('a', A), topic('a', B)]],
    ['a topic id that exists', [topic('a', A), topic('b', A)]],
    ['a partition of no topic', [partition(A, 0)]],
    ['a partition that leaves a hole', [topic('a', A), partition(A, 1)]],
    ['a change of no topic', [change(A, 0, { leader: 1 })]],
    ['a change of no partition', [topic('a', A), change(A, 0, { leader: 1 })]],
    ['a removal of no topic', [removal(A)]],
    ['a removal twice', [topic('a', A), removal(A), removal(A)]],
    ['a change of no broker', [fencing(1, 0, 1)]],
    ['a change of another epoch', [registration(1, 5), fencing(1, 4, 1)]],
    [
      'a change to nonsense',
      [
        registration(1, 5),
        metadataRecord(
          brokerRegistrationChangeRecordSchema,
          brokerRegistrationChangeRecord({ brokerId: 1, brokerEpoch: 5, fenced: 2 }),
        ),
      ],
    ],
    ['a type that does not exist', [{ type: 6, version: 0, message: {} }]],
  ]

  test.each(broken)('%s', (_what, records) => {
    expect(() => new Replayed().take(...records)).toThrow(MetadataReplayError)
  })
})

test('a topic deleted and made again within one step is another topic, and the delta says both', () => {
  const it = new Replayed()
  it.take(topic('a', A), partition(A, 0), config(2, 'a', 'k', 'v'))
  const before = it.replay.image
  for (const [index, record] of [removal(A), topic('a', B), partition(B, 0)].entries()) {
    it.replay.record(record, 3 + index, 1)
  }
  const [step] = it.replay.steps()
  expect(step!.delta.topics.deleted).toEqual([{ name: 'a', id: A }])
  expect(step!.delta.topics.changed).toMatchObject([
    { topic: { name: 'a', id: B }, partitions: [0] },
  ])
  expect(step!.delta.configs).toEqual([{ type: 2, name: 'a' }])
  expect(step!.image.topics.byId(A)).toBeUndefined()
  expect(step!.image.topics.byName('a')?.id).toBe(B)
  expect([...step!.image.configs.of(2, 'a')]).toEqual([])
  expect([...before.configs.of(2, 'a')]).toEqual([['k', 'v']])
})

test('a topic made and deleted within one step was never there', () => {
  const it = new Replayed()
  it.take(level('metadata.version', 30))
  for (const [index, record] of [topic('a', A), partition(A, 0), removal(A)].entries()) {
    it.replay.record(record, 1 + index, 1)
  }
  const [step] = it.replay.steps()
  expect(step!.delta.topics).toEqual({ changed: [], deleted: [] })
  expect(step!.image.topics.size).toBe(0)
})

test('a leader named again counts as an election: the leader epoch moves on', () => {
  const it = new Replayed()
  it.take(topic('a', A), partition(A, 0, { leader: 1 }))
  it.take(change(A, 0, { leader: 1 }))
  it.take(change(A, 0, { isr: [1] }))
  const [first] = it.replay.image.topics.byName('a')!.partitions
  expect([first!.leader, first!.leaderEpoch, first!.partitionEpoch]).toEqual([1, 1, 2])
})

test('partitions from before directories were assigned have one "migrating" per replica', () => {
  const it = new Replayed()
  it.take(topic('a', A), partition(A, 0, { replicas: [1, 2], directories: [] }))
  const migrating = 'AAAAAAAAAAAAAAAAAAAAAA'
  expect(it.replay.image.topics.byName('a')!.partitions[0]!.directories).toEqual([
    migrating,
    migrating,
  ])
})

test('equal lists of replicas are one list, in all partitions', () => {
  const it = new Replayed()
  it.take(
    topic('a', A),
    partition(A, 0, { replicas: [1, 2] }),
    partition(A, 1, { replicas: [1, 2] }),
  )
  it.take(topic('b', B), partition(B, 0, { replicas: [1, 2], isr: [1, 2] }))
  const [one, two] = it.replay.image.topics.byName('a')!.partitions
  const [three] = it.replay.image.topics.byName('b')!.partitions
  expect(two!.replicas).toBe(one!.replicas)
  expect(three!.replicas).toBe(one!.replicas)
  expect(three!.isr).toBe(one!.replicas)
})

test('kraft.version comes from control records; a feature record of that name counts for nothing', () => {
  const it = new Replayed()
  it.take(level('kraft.version', 9))
  expect(it.replay.image.features.levels.has('kraft.version')).toBe(false)
  it.replay.control(
    { kind: 'kraftVersion', message: kRaftVersionRecord({ kRaftVersion: 1 }) },
    1,
    1,
  )
  it.replay.steps()
  expect(it.replay.image.features.levels.get('kraft.version')).toBe(1)
  expect(it.replay.image.offset).toBe(1)
})

test('records of old releases still mean what they meant', () => {
  const it = new Replayed()
  it.take(registration(1, 5))
  const unfence = metadataRecord(
    unfenceBrokerRecordSchema,
    unfenceBrokerRecord({ id: 1, epoch: 5 }),
  )
  const zk = metadataRecord(
    zkMigrationStateRecordSchema,
    zkMigrationStateRecord({ zkMigrationState: 3 }),
  )
  it.take(unfence, zk)
  expect([...it.replay.image.cluster.brokers.values()][0]!.isFenced).toBe(false)
  expect(it.replay.image.kept.records.get('ZkMigrationStateRecord')?.size).toBe(1)
})

test('a snapshot replaces everything, and its delta tells what is gone', () => {
  const it = new Replayed()
  it.take(topic('a', A), partition(A, 0), registration(1, 5), config(4, '', 'k', 'v'))
  const snapshot = {
    id: { offset: offset(100), epoch: leaderEpoch(7) },
    lastContainedLogTimestampMs: 0,
    kraftVersion: 1,
    voters: null,
    records: [topic('b', B), partition(B, 0), level('metadata.version', 30)],
  }
  const slices = it.replay.snapshot(snapshot)
  let slice = slices.next()
  while (slice.done !== true) slice = slices.next()
  const { image, delta } = slice.value
  expect([image.offset, image.leaderEpoch, image.topics.size]).toEqual([99, 7, 1])
  expect(Object.fromEntries(image.features.levels)).toEqual({
    'metadata.version': 30,
    'kraft.version': 1,
  })
  expect(delta.topics.deleted).toEqual([{ name: 'a', id: A }])
  expect(delta.topics.changed).toMatchObject([{ topic: { name: 'b' }, partitions: [0] }])
  expect(delta.configs).toEqual([{ type: 4, name: '' }])
  expect([...delta.brokers]).toEqual([1])
  expect(delta.featuresChanged).toBe(true)
  expect(it.replay.steps()).toEqual([])
})
