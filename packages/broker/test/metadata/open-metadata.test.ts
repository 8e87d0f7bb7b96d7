import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Completion, nodeId, offset } from '@samsa/base'
import {
  beginTransactionRecord,
  beginTransactionRecordSchema,
  createTopicsRequestTopic,
  type CreateTopicsResponse,
  topicRecord,
  topicRecordSchema,
} from '@samsa/protocol'
import {
  metadataRecord,
  type MetadataRecord,
  metadataRecordSchema,
  RaftLogFailedError,
  RaftVotersError,
} from '@samsa/raft'
import { describe, expect, test, vi } from 'vitest'
import { createTopics } from '../../src/controller/operations/create-topics.ts'
import { featureRecords, writeBootstrap } from '../../src/metadata/bootstrap.ts'
import { FeatureLevelError, MetadataVersionError } from '../../src/metadata/errors.ts'
import { sameImage } from '../../src/metadata/same.ts'
import { plainRules } from '../controller/support/controller-bench.ts'
import { HeldDisk } from './support/held-disk.ts'
import { batchesIn, replayed } from './support/log-replay.ts'
import { level } from './support/records.ts'
import { type Opened, SELF, tools, Workshop } from './support/workshop.ts'

async function create({ metadata }: Opened, ...names: string[]): Promise<CreateTopicsResponse> {
  const operation = createTopics({
    topics: names.map((name) =>
      createTopicsRequestTopic({ name, numPartitions: 2, replicationFactor: 1 }),
    ),
    validateOnly: false,
    rules: plainRules,
    mayDescribe: () => true,
    refused: [],
  })
  const { response } = metadata.controller.submit(operation)
  return await (response as Completion<CreateTopicsResponse>).toPromise()
}

/** Records as a decision of their own. */
async function write({ metadata }: Opened, records: readonly MetadataRecord[]): Promise<void> {
  const operation = { name: 'write', decide: () => ({ records, response: undefined }) }
  await (metadata.controller.submit(operation).response as unknown as Completion<void>).toPromise()
}

const outline = ({ metadata }: Opened) =>
  [...metadata.reader.image().topics.values()].map(({ name, partitions }) => [
    name,
    ...partitions.map(({ leader, leaderEpoch }) => `${leader}@${leaderEpoch}`),
  ])

/** What the quorum writes, by name. */
function metadataFiles({ directory }: Workshop): Record<string, string> {
  const path = join(directory, '__cluster_metadata-0')
  const names = readdirSync(path).filter((name) => /\.log$|\.checkpoint$|^quorum-state/.test(name))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(path, name), 'hex')]))
}

/** The live image is what the files say. */
async function expectReplayed(opened: Opened): Promise<void> {
  const image = replayed(await batchesIn(opened.log))
  expect(sameImage(image, opened.metadata.reader.image())).toBe(true)
}

const typesOf = (records: readonly MetadataRecord[]): string[] =>
  records.map(({ type }) => metadataRecordSchema(type)!.name)

test('a fresh directory gets what formatting asked for, in one transaction', async () => {
  await using workshop = new Workshop()
  await workshop.format()
  const opened = await workshop.open()
  const { features, offset: last } = opened.metadata.reader.image()
  expect(Object.fromEntries(features.levels)).toEqual({
    'metadata.version': 30,
    'kraft.version': 1,
  })
  const batches = await batchesIn(opened.log)
  expect(batches.map(({ controlRecords }) => controlRecords.map(({ kind }) => kind))).toEqual([
    ['leaderChange', 'kraftVersion', 'voters'],
    [],
  ])
  expect(typesOf(batches[1]!.records)).toEqual([
    'BeginTransactionRecord',
    'FeatureLevelRecord',
    'EndTransactionRecord',
  ])
  expect([last, opened.metadata.leaderEpoch]).toEqual([5, 1])
  await expectReplayed(opened)
})

test('without bootstrap.checkpoint the newest level is taken', async () => {
  await using workshop = new Workshop()
  await workshop.format({ standaloneEndpoints: null })
  rmSync(join(workshop.directory, 'bootstrap.checkpoint'))
  const opened = await workshop.open()
  expect(opened.metadata.reader.image().features.metadataVersion).toBe(30)
})

test('an older level is kept, and records are written as it has them', async () => {
  await using workshop = new Workshop()
  await workshop.format({ metadataVersion: 7, standaloneEndpoints: null })
  const opened = await workshop.start()
  await create(opened, 'a')
  const batches = await batchesIn(opened.log)
  const versions = batches
    .flatMap(({ records }) => records)
    .map(({ type, version }) => [metadataRecordSchema(type)!.name, version])
  expect(versions).toEqual([
    ['FeatureLevelRecord', 0],
    ['RegisterBrokerRecord', 1],
    ['BrokerRegistrationChangeRecord', 0],
    ['TopicRecord', 0],
    ['PartitionRecord', 0],
    ['PartitionRecord', 0],
  ])
  await expectReplayed(opened)
})

test('topics, ids and counters are there again after a clean stop, led in a later epoch', async () => {
  await using workshop = new Workshop()
  await workshop.format()
  const first = await workshop.start()
  const { topics } = await create(first, 'a', 'b')
  const block = await first.metadata.allocateProducerIds().toPromise()
  expect([block.first, block.size]).toEqual([0, 1000])
  expect(outline(first)).toEqual([
    ['a', '1@0', '1@0'],
    ['b', '1@0', '1@0'],
  ])
  await workshop.stop(first)

  const second = await workshop.open()
  expect(outline(second)).toEqual([
    ['a', '-1@1', '-1@1'],
    ['b', '-1@1', '-1@1'],
  ])
  expect([...second.metadata.reader.image().cluster.brokers.values()]).toMatchObject([
    { id: 1, isFenced: true, inControlledShutdown: true },
  ])
  const epoch = await second.metadata.registerSelf(workshop.registration(second))
  expect(second.metadata.brokerEpoch()).toBe(epoch)
  await second.metadata.unfenceSelf()
  expect(outline(second)).toEqual([
    ['a', '1@2', '1@2'],
    ['b', '1@2', '1@2'],
  ])
  const image = second.metadata.reader.image()
  expect(topics.map(({ topicId }) => image.topics.byId(topicId)?.name)).toEqual(['a', 'b'])
  expect((await second.metadata.allocateProducerIds().toPromise()).first).toBe(1000)
  expect(second.metadata.leaderEpoch).toBe(2)
  await expectReplayed(second)
})

test('after a kill everything that was answered is there', async () => {
  await using workshop = new Workshop()
  await workshop.format()
  const answered: string[] = []
  for (let life = 1; life <= 4; life++) {
    const opened = await workshop.start()
    expect(outline(opened).map(([name]) => name)).toEqual(answered.toSorted())
    expect(opened.metadata.leaderEpoch).toBe(life)
    const { topics } = await create(opened, `t${life}`, `u${life}`)
    answered.push(...topics.map(({ name }) => name))
    await expectReplayed(opened)
    await workshop.kill(opened)
  }
})

test('an answer is not given before the quorum’s sync of its records', async () => {
  await using workshop = new Workshop()
  await workshop.format()
  const held = new HeldDisk(workshop.doors.disk)
  const opened = await workshop.open({}, held.disk)
  await opened.metadata.registerSelf(workshop.registration(opened))
  await opened.metadata.unfenceSelf()
  held.isHolding = true
  let isAnswered = false
  const answer = create(opened, 'a').then(() => (isAnswered = true))
  await vi.waitFor(() => expect(held.heldCount).toBe(1))
  expect([isAnswered, opened.metadata.reader.image().topics.size]).toEqual([false, 0])
  held.release()
  await answer
  expect(opened.metadata.reader.image().topics.size).toBe(1)
})

test('a disk that fails fails the node: nobody is answered, and nothing more is taken', async () => {
  await using workshop = new Workshop()
  await workshop.format()
  const held = new HeldDisk(workshop.doors.disk)
  const opened = await workshop.open({}, held.disk)
  await opened.metadata.registerSelf(workshop.registration(opened))
  await opened.metadata.unfenceSelf()
  held.isSyncFailing = true
  let isAnswered = false
  void create(opened, 'a').then(() => (isAnswered = true))
  await expect(opened.metadata.fenceSelf()).rejects.toThrow(RaftLogFailedError)
  await vi.waitFor(() => expect(opened.failures).toHaveLength(1))
  expect(opened.failures[0]).toBeInstanceOf(RaftLogFailedError)
  await expect(opened.metadata.fenceSelf()).rejects.toThrow(RaftLogFailedError)
  expect([isAnswered, opened.metadata.reader.image().topics.size]).toEqual([false, 0])
})

describe('levels of features', () => {
  const higher = new Map([['group.version', 1]])

  /** A directory whose log has a level that this release has not finished. */
  async function withHigherLevel(workshop: Workshop): Promise<void> {
    await workshop.format()
    const opened = await workshop.start()
    await create(opened, 'a')
    await write(
      opened,
      [...higher].map(([name, to]) => level(name, to)),
    )
    await workshop.stop(opened)
  }

  test('that are not finished refuse the directory, in one sentence, with nothing written', async () => {
    await using workshop = new Workshop()
    await withHigherLevel(workshop)
    const before = metadataFiles(workshop)
    const refusal = await workshop.open().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(FeatureLevelError)
    expect((refusal as Error).message).toMatchInlineSnapshot(
      `"The metadata has group.version finalized at level 1, and this release supports level 0 only: start it with a release that has it, or set samsa.features.tolerate=true to keep the level without using it."`,
    )
    expect(metadataFiles(workshop)).toEqual(before)
  })

  test('are kept when they are tolerated', async () => {
    await using workshop = new Workshop()
    await withHigherLevel(workshop)
    const opened = await workshop.start({ toleratesFeatures: true })
    const { features, topics } = opened.metadata.reader.image()
    expect([features.levels.get('group.version'), topics.size]).toEqual([1, 1])
    await expectReplayed(opened)
  })

  test('that formatting asked for are looked at before the first write', async () => {
    await using workshop = new Workshop()
    await workshop.format({ standaloneEndpoints: null })
    const records = featureRecords(30, higher)
    await writeBootstrap(workshop.doors.disk, workshop.directory, records, tools, 1)
    await expect(workshop.open()).rejects.toThrow(FeatureLevelError)
    expect(Object.keys(metadataFiles(workshop))).not.toContain('quorum-state')
    const opened = await workshop.open({ toleratesFeatures: true })
    expect(opened.metadata.reader.image().features.levels.get('group.version')).toBe(1)
  })

  test('of metadata.version that nobody can read refuse the directory whatever is set', async () => {
    await using workshop = new Workshop()
    await workshop.format()
    const opened = await workshop.start()
    await write(opened, [level('metadata.version', 31)])
    await workshop.kill(opened)
    for (const toleratesFeatures of [false, true]) {
      await expect(workshop.open({ toleratesFeatures })).rejects.toThrow(MetadataVersionError)
    }
  })
})

describe('a transaction that a killed leader left open', () => {
  test('is aborted by the next one, and leaves nothing', async () => {
    await using workshop = new Workshop()
    await workshop.format()
    const first = await workshop.start()
    await create(first, 'a')
    const begin = metadataRecord(beginTransactionRecordSchema, beginTransactionRecord())
    const inside = metadataRecord(
      topicRecordSchema,
      topicRecord({ name: 'half', topicId: workshop.doors.random.uuid() }),
    )
    first.metadata.raft.append(first.metadata.leaderEpoch, [begin, inside])
    await first.metadata.close()
    await workshop.kill(first)

    const second = await workshop.start()
    expect(outline(second).map(([name]) => name)).toEqual(['a'])
    const types = typesOf((await batchesIn(second.log)).flatMap(({ records }) => records))
    expect(types).toContain('AbortTransactionRecord')
    await create(second, 'half')
    await expectReplayed(second)
    await workshop.stop(second)

    const third = await workshop.start()
    expect(outline(third).map(([name]) => name)).toEqual(['a', 'half'])
  })
})

test('a directory of a larger quorum is refused', async () => {
  await using workshop = new Workshop()
  await workshop.format({ standaloneEndpoints: null })
  const staticVoters = [1, 2, 3].map(nodeId)
  await expect(workshop.open({ staticVoters })).rejects.toThrow(RaftVotersError)
  await using other = new Workshop()
  await other.format({ standaloneEndpoints: null })
  const opened = await other.open({ staticVoters: [SELF] })
  expect(opened.metadata.raft.voters()).toEqual([1])
})

test('what stands behind the last whole batch is a torn tail, and is cut off', async () => {
  await using workshop = new Workshop()
  await workshop.format()
  const first = await workshop.start()
  await create(first, 'a')
  const end = first.log.logEndOffset
  await workshop.kill(first)
  const segment = join(workshop.directory, '__cluster_metadata-0', '00000000000000000000.log')
  writeFileSync(segment, Buffer.concat([readFileSync(segment), Buffer.alloc(37, 7)]))
  const second = await workshop.open()
  expect(outline(second).map(([name]) => name)).toEqual(['a'])
  expect(second.log.endOffsetForEpoch(second.metadata.leaderEpoch).endOffset).toBe(end + 1)
  expect(second.metadata.reader.image().offset).toBe(offset(end))
})
