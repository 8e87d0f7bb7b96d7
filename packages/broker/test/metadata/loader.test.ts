import { leaderEpoch, offset } from '@samsa/base'
import {
  beginTransactionRecord,
  beginTransactionRecordSchema,
  endTransactionRecord,
  endTransactionRecordSchema,
} from '@samsa/protocol'
import { type CommittedBatch, metadataRecord, type MetadataRecord } from '@samsa/raft'
import { expect, test } from 'vitest'
import { MetadataReplayError } from '../../src/metadata/errors.ts'
import type { MetadataImage } from '../../src/metadata/image.ts'
import { MetadataLoader } from '../../src/metadata/loader.ts'
import type { MetadataPublisher } from '../../src/metadata/metadata-reader.ts'
import { StillClock, testUuid } from './support/fixed-doors.ts'
import { partition, removal, topic } from './support/records.ts'

function batch(baseOffset: number, records: readonly MetadataRecord[]): CommittedBatch {
  return {
    baseOffset: offset(baseOffset),
    lastOffset: offset(baseOffset + records.length - 1),
    leaderEpoch: leaderEpoch(1),
    appendTimestampMs: 0,
    sizeBytes: 0,
    records,
    controlRecords: [],
  }
}

class Heard implements MetadataPublisher {
  readonly name: string
  readonly #order: string[]
  readonly images: MetadataImage[] = []
  /** Offsets told, with counts of changed and of deleted topics. */
  readonly told: [offset: number, changed: number, deleted: number][] = []

  constructor(name: string, order: string[] = []) {
    this.name = name
    this.#order = order
  }

  publish({ topics }: Parameters<MetadataPublisher['publish']>[0], image: MetadataImage): void {
    this.#order.push(this.name)
    this.images.push(image)
    this.told.push([image.offset, topics.changed.length, topics.deleted.length])
  }
}

function setUp() {
  const clock = new StillClock()
  const failures: Error[] = []
  const loader = new MetadataLoader({ clock, onFailure: (error) => failures.push(error) })
  return { clock, failures, loader }
}

const [A, B] = [testUuid(1), testUuid(2)]

test('a small change is in the image, and told, when it is handed over', () => {
  const { loader } = setUp()
  const heard = new Heard('one')
  loader.subscribe(heard)
  loader.handleCommit([batch(0, [topic('a', A), partition(A, 0)])])
  expect(loader.image().topics.byName('a')?.partitions).toHaveLength(1)
  expect(heard.told).toEqual([
    [-1, 0, 0],
    [1, 1, 0],
  ])
  expect(heard.images[1]).toBe(loader.image())
})

test('publishers are told in the order in which they came, and who waits for the change last', () => {
  const { loader } = setUp()
  const order: string[] = []
  loader.setOnPublished(() => order.push('waiting'))
  for (const name of ['one', 'two']) loader.subscribe(new Heard(name, order))
  order.length = 0
  loader.handleCommit([batch(0, [topic('a', A)])])
  expect(order).toEqual(['one', 'two', 'waiting'])
})

test('whoever subscribes late first gets all there is, as one delta', () => {
  const { loader } = setUp()
  loader.handleCommit([batch(0, [topic('a', A), topic('b', B), removal(A)])])
  const heard = new Heard('late')
  loader.subscribe(heard)
  expect(heard.told).toEqual([[2, 1, 0]])
})

test('a large batch is replayed in slices, and seen only when all of it is', async () => {
  const { clock, loader } = setUp()
  const heard = new Heard('one')
  loader.subscribe(heard)
  const records = [topic('a', A)]
  for (let number = 0; number < 4000; number++) records.push(partition(A, number))
  loader.handleCommit([batch(0, records)])
  expect(loader.image().topics.size).toBe(0)
  let isIdle = false
  const idle = loader.whenIdle().then(() => (isIdle = true))
  let turns = 0
  while (clock.waitingCount > 0) {
    expect(loader.image().topics.size).toBe(0)
    clock.turn()
    turns += 1
  }
  await idle
  expect(isIdle).toBe(true)
  expect(turns).toBeGreaterThanOrEqual(4)
  expect(loader.image().topics.byName('a')?.partitions).toHaveLength(4000)
  expect(heard.told).toEqual([
    [-1, 0, 0],
    [4000, 1, 0],
  ])
})

test('batches that come while a large one is replayed keep their order', () => {
  const { clock, loader } = setUp()
  const records = [topic('a', A)]
  for (let number = 0; number < 1500; number++) records.push(partition(A, number))
  loader.handleCommit([batch(0, records)])
  loader.handleCommit([batch(1501, [topic('b', B)]), batch(1502, [removal(A)])])
  expect(loader.image().topics.size).toBe(0)
  while (clock.waitingCount > 0) clock.turn()
  expect([...loader.image().topics.values()].map(({ name }) => name)).toEqual(['b'])
  expect(loader.image().offset).toBe(1502)
})

test('a snapshot is replayed in slices too', async () => {
  const { clock, loader } = setUp()
  loader.handleCommit([batch(0, [topic('old', B)])])
  const heard = new Heard('one')
  loader.subscribe(heard)
  const records = [topic('a', A)]
  for (let number = 0; number < 2000; number++) records.push(partition(A, number))
  loader.handleLoadSnapshot({
    id: { offset: offset(5000), epoch: leaderEpoch(3) },
    lastContainedLogTimestampMs: 0,
    kraftVersion: 0,
    voters: null,
    records,
  })
  loader.handleCommit([batch(5000, [topic('b', testUuid(3))])])
  expect(loader.image().topics.byName('old')).toBeDefined()
  let turns = 0
  for (; clock.waitingCount > 0; turns++) clock.turn()
  await loader.whenIdle()
  expect(turns).toBeGreaterThanOrEqual(4)
  expect([...loader.image().topics.values()].map(({ name }) => name)).toEqual(['a', 'b'])
  expect(heard.told.slice(1)).toEqual([
    [4999, 1, 1],
    [5000, 1, 0],
  ])
})

test('a transaction over several batches is told when it ends', () => {
  const { loader } = setUp()
  const heard = new Heard('one')
  loader.subscribe(heard)
  const begin = metadataRecord(beginTransactionRecordSchema, beginTransactionRecord())
  const end = metadataRecord(endTransactionRecordSchema, endTransactionRecord())
  loader.handleCommit([batch(0, [begin, topic('a', A)])])
  loader.handleCommit([batch(2, [topic('b', B)])])
  expect([loader.isInTransaction, loader.image().topics.size]).toEqual([true, 0])
  loader.handleCommit([batch(3, [end])])
  expect([loader.isInTransaction, loader.image().topics.size]).toEqual([false, 2])
  expect(heard.told.slice(1)).toEqual([[3, 2, 0]])
})

test('a record that cannot be applied stops the image where it is and fails the node', async () => {
  const { failures, loader } = setUp()
  loader.handleCommit([batch(0, [topic('a', A)])])
  const image = loader.image()
  loader.handleCommit([batch(1, [partition(A, 0), removal(B)])])
  expect(failures).toHaveLength(1)
  expect(failures[0]).toBeInstanceOf(MetadataReplayError)
  expect(failures[0]!.message).toContain('offset 2')
  loader.handleCommit([batch(3, [topic('c', B)])])
  expect(loader.image()).toBe(image)
  expect(failures).toHaveLength(1)
  await expect(loader.whenIdle()).rejects.toThrow(MetadataReplayError)
})

test('a publisher that throws fails the node', () => {
  const { failures, loader } = setUp()
  const reason = new Error('a bug')
  let isFirst = true
  loader.subscribe({
    name: 'broken',
    publish: () => {
      if (!isFirst) throw reason
      isFirst = false
    },
  })
  loader.handleCommit([batch(0, [topic('a', A)])])
  expect(failures).toEqual([reason])
})
