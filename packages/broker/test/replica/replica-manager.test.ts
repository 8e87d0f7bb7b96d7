import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leaderEpoch, nodeId, offset } from '@samsa/base'
import type { Disk } from '@samsa/base'
import type { Partition } from '../../src/replica/partition.ts'
import { batch } from './support/batches.ts'
import { until } from './support/manual-clock.ts'
import { fetch, produceAll, put, told } from './support/requests.ts'
import { partitionImage, TestNode, UNKNOWN_ID } from './support/test-node.ts'

/** What a coordinator hears of its topic. */
function hearing(node: TestNode, topic: string): string[] {
  const heard: string[] = []
  const note =
    (what: string) =>
    (partition: Partition): void => {
      heard.push(`${what} ${partition.topic}-${partition.partition} in ${partition.leaderEpoch}`)
    }
  node.replicas.subscribe(topic, { onLeader: note('leads'), onResigned: note('resigned') })
  return heard
}

test('partitions are there by name and by id once their logs are open', async () => {
  await using node = await TestNode.start()
  const opening = node.createTopic('t', { partitions: 2 })
  expect(node.replicas.partition('t', 0)).toBeUndefined()
  expect(node.partition('t').refusal).toBe(6)
  const id = await opening
  expect(node.replicas.partition('t', 1)).toBe(node.replicas.partitionById(id, 1))
  expect([...node.replicas.partitions()].map(({ name }) => name)).toEqual(['t-0', 't-1'])
  expect([node.replicas.topicName(id), node.replicas.topicId('t')]).toEqual(['t', id])
  expect(node.replicas.topicName(UNKNOWN_ID)).toBeUndefined()
  expect(node.replicas.partition('t', 2)).toBeUndefined()
})

test('a partition that is led elsewhere is error 6, one that is nowhere error 3', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  const topic = node.image.topics.byName('t')!
  const [here] = topic.partitions
  const elsewhere = { ...partitionImage([2]), leader: nodeId(2) }
  node.publish([{ ...topic, partitions: [here!, elsewhere] }])
  expect(node.replicas.partition('t', 1)).toBeUndefined()
  expect([0, 1, 2].map((index) => node.replicas.absence('t', index))).toEqual([6, 6, 3])
  using client = node.client()
  const answers = await produceAll(client, [
    ['t', 1, batch(['a'])],
    ['t', 2, batch(['a'])],
  ])
  expect(answers.map(({ errorCode }) => errorCode)).toEqual([6, 3])
})

test('a coordinator hears of partitions led already, of new ones, new epochs and the end', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  const heard = hearing(node, 't')
  const other = hearing(node, 'u')
  expect(heard).toEqual(['leads t-0 in 0'])
  node.alterTopic('t', () => ({ leaderEpoch: leaderEpoch(3) }))
  node.alterTopic('t', () => ({ partitionEpoch: 9 }))
  node.alterTopic('t', () => ({ leader: nodeId(2), leaderEpoch: leaderEpoch(4) }))
  node.alterTopic('t', () => ({ leader: nodeId(1), leaderEpoch: leaderEpoch(5) }))
  node.deleteTopic('t')
  expect(heard).toEqual([
    'leads t-0 in 0',
    'leads t-0 in 3',
    'resigned t-0 in 4',
    'leads t-0 in 5',
    'resigned t-0 in 5',
  ])
  await node.createTopic('u')
  expect(other).toEqual(['leads u-0 in 0'])
})

test('a deleted topic is gone at once, its directory is renamed, and the name is free', async () => {
  await using node = await TestNode.start()
  const id = await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'old')
  node.deleteTopic('t')
  expect(node.replicas.topic('t')).toBeUndefined()
  expect(node.replicas.topicById(id)).toBeUndefined()
  // Made again before the old directory is out of the way.
  const anew = node.createTopic('t')
  expect(await anew).not.toBe(id)
  expect(told(await fetch(client, [['t', 0, 0]]))).toEqual(['t-0:'])
  const names = readdirSync(node.directory).filter((name) => name.startsWith('t-0'))
  expect(names.some((name) => name.endsWith('-delete'))).toBe(true)
  expect(names).toContain('t-0')
})

test('an append that a deletion overtakes is told that the topic is unknown', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  // Large: it is on its way to the disk when the topic goes.
  const large = produceAll(client, [['t', 0, batch(['x'.repeat(500_000)])]])
  const behind = produceAll(client, [['t', 0, batch(['y'])]])
  node.deleteTopic('t')
  const codes = [(await large)[0]!.errorCode, (await behind)[0]!.errorCode]
  expect(codes.every((code) => code === 0 || code === 3)).toBe(true)
  expect(codes[1]).toBe(3)
  await node.replicas.whenSettled()
})

test('after a crash everything is there again, committed up to its end', async () => {
  await using first = await TestNode.start()
  await first.createTopic('t')
  const client = first.client()
  await put(client, 't', 'a', 'b')
  const topic = first.image.topics.byName('t')!
  await first.crash()
  await using node = await TestNode.start({ directory: first.directory })
  node.publish([topic])
  // The log is there already: no waiting.
  expect(node.partition('t').highWatermark).toBe(2)
  using again = node.client()
  expect(told(await fetch(again, [['t', 0, 0]]))).toEqual(['t-0: a b'])
})

test('where other replicas are in sync the high watermark is as it was written down', async () => {
  await using first = await TestNode.start()
  await first.createTopic('t')
  const client = first.client()
  await put(client, 't', 'committed')
  first.alterTopic('t', () => ({ isr: [nodeId(1), nodeId(2)] }))
  await produceAll(client, [['t', 0, batch(['not yet'])]], { acks: 1 })
  first.logs.start({
    brokerEpoch: () => 1,
    highWatermark: (log) => first.replicas.highWatermark(log),
  })
  await first.logs.writeCheckpoints()
  const topic = first.image.topics.byName('t')!
  await first.crash()
  await using node = await TestNode.start({ directory: first.directory })
  node.publish([topic])
  expect(node.partition('t').highWatermark).toBe(1)
  expect(node.partition('t').log.logEndOffset).toBe(2)
})

test('directories that the metadata does not know are removed at start', async () => {
  await using first = await TestNode.start()
  await first.createTopics({ kept: {}, gone: {} })
  const kept = first.image.topics.byName('kept')!
  await first.crash()
  await using node = await TestNode.start({ directory: first.directory })
  node.publish([kept])
  await node.replicas.whenSettled()
  expect(existsSync(join(node.directory, 'kept-0'))).toBe(true)
  expect(existsSync(join(node.directory, 'gone-0'))).toBe(false)
})

test('a directory of an earlier topic of the same name gives way', async () => {
  await using first = await TestNode.start()
  await first.createTopic('t')
  const client = first.client()
  await put(client, 't', 'of the deleted topic')
  await first.crash()
  await using node = await TestNode.start({ directory: first.directory })
  await node.createTopic('t')
  using again = node.client()
  expect(told(await fetch(again, [['t', 0, 0]]))).toEqual(['t-0:'])
})

test('a partition whose log cannot be opened is error 56, the others are served', async () => {
  const failing = (below: Disk): Disk =>
    new Proxy(below, {
      get(target, key) {
        if (key !== 'makeDirectory') {
          const value: unknown = Reflect.get(target, key)
          return typeof value === 'function' ? value.bind(target) : value
        }
        return (path: string) =>
          path.includes('bad')
            ? Promise.reject(new Error('the disk says no'))
            : target.makeDirectory(path)
      },
    })
  await using node = await TestNode.start({ diskOn: failing })
  await node.createTopics({ bad: {}, good: {} })
  using client = node.client()
  const answers = await produceAll(client, [
    ['bad', 0, batch(['a'])],
    ['good', 0, batch(['a'])],
  ])
  expect(answers.map(({ errorCode }) => errorCode)).toEqual([56, 0])
})

test("a topic's config reaches its open logs", async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  node.setConfigs('t', { 'retention.ms': '1234' })
  expect(node.partition('t').log.config.retentionMs).toBe(1234)
})

test('a replica that is moved away is forgotten with its log', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  node.alterTopic('t', () => ({
    replicas: [nodeId(2)],
    isr: [nodeId(2)],
    leader: nodeId(2),
    leaderEpoch: leaderEpoch(1),
  }))
  expect(node.replicas.topic('t')).toBeUndefined()
  expect(node.replicas.absence('t', 0)).toBe(6)
  await node.replicas.whenSettled()
  expect(existsSync(join(node.directory, 't-0'))).toBe(false)
})

test('an internal append is committed, or refused with the reason', async () => {
  await using node = await TestNode.start()
  await node.createTopic('__consumer_offsets')
  const partition = node.partition('__consumer_offsets')
  const append = (epoch: number): Promise<unknown> =>
    partition.appendInternal(batch(['a', 'b']), leaderEpoch(epoch)).toPromise()
  expect(await append(0)).toEqual({ errorCode: 0, baseOffset: 0, lastOffset: 1 })
  expect(await append(1)).toEqual({ errorCode: 6, baseOffset: -1, lastOffset: -1 })
  expect(partition.highWatermark).toBe(2)
  node.alterTopic('__consumer_offsets', () => ({ isr: [nodeId(1), nodeId(2)] }))
  const waiting = append(0)
  await until(() => partition.log.logEndOffset === offset(4), 'it is written')
  expect(partition.highWatermark).toBe(2)
  node.alterTopic('__consumer_offsets', () => ({ isr: [nodeId(1)] }))
  expect(await waiting).toEqual({ errorCode: 0, baseOffset: 2, lastOffset: 3 })
  node.alterTopic('__consumer_offsets', () => ({ leader: nodeId(2), leaderEpoch: leaderEpoch(1) }))
  expect(await append(0)).toEqual({ errorCode: 6, baseOffset: -1, lastOffset: -1 })
})
