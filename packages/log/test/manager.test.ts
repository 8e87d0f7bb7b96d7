import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { offset, uuid } from '@samsa/base'
import { defaultLogConfig, writeMetaProperties } from '@samsa/log'
import type { LogManager } from '@samsa/log'
import { expect, test } from 'vitest'
import { batchOf, sequenced } from './support/batches.ts'
import { append, batchRanges, read, readAll } from './support/log-calls.ts'
import { CLUSTER_ID, DIRECTORY_ID, TOPIC_ID, Workshop } from './support/workshop.ts'

const MARKER = '.kafka_cleanshutdown'
const config = defaultLogConfig
const sources = { brokerEpoch: () => 42, highWatermark: () => offset(2) }

async function format(workshop: Workshop): Promise<void> {
  workshop.clock.setWallMs(2000)
  const meta = { clusterId: CLUSTER_ID, nodeId: 1, directoryId: DIRECTORY_ID }
  await writeMetaProperties(workshop.disk, workshop.directory, meta)
}

async function start(workshop: Workshop): Promise<LogManager> {
  const manager = await workshop.openManager()
  await manager.load(() => config)
  manager.start(sources)
  return manager
}

test('a directory that was never formatted is refused in one sentence', async () => {
  await using workshop = new Workshop()
  await expect(workshop.openManager()).rejects.toThrow(/is not formatted/)
})

test('a directory of another cluster or node is refused, and can be opened by its owner', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  await expect(workshop.openManager({ clusterId: 'other' })).rejects.toThrow(/for cluster/)
  await expect(workshop.openManager({ nodeId: 2 })).rejects.toThrow(/for node 1, not 2/)
  await expect(start(workshop)).resolves.toBeDefined()
})

test('a directory in use is refused, and free again after a stop', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const first = await start(workshop)
  await expect(workshop.openManager()).rejects.toMatchObject({ code: 'DISK_LOCKED' })
  await first.close()
  await expect(start(workshop)).resolves.toBeDefined()
})

test('a clean stop leaves marker and checkpoints; the next start takes the marker away', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await start(workshop)
  const log = await manager.getOrCreate('orders', TOPIC_ID, 3, config)
  for (let index = 0; index < 4; index += 1) await append(log, sequenced(index))
  await log.deleteRecordsBefore(offset(1))
  await manager.close()
  const text = (name: string): string => readFileSync(join(workshop.directory, name), 'utf8')
  expect(JSON.parse(text(MARKER))).toEqual({ version: 0, brokerEpoch: 42 })
  expect(text('recovery-point-offset-checkpoint')).toBe('0\n1\norders 3 4\n')
  expect(text('log-start-offset-checkpoint')).toBe('0\n1\norders 3 1\n')
  expect(text('replication-offset-checkpoint')).toBe('0\n1\norders 3 2\n')

  workshop.disk.reset()
  const again = await workshop.openManager()
  expect(again.directories[0]!.cleanShutdown).toEqual({ brokerEpoch: 42 })
  expect(existsSync(join(workshop.directory, MARKER))).toBe(false)
  await again.load(() => config)
  expect(again.checkpointedHighWatermark('orders', 3)).toBe(2)
  const found = again.get('orders', 3)!
  expect([found.logStartOffset, found.logEndOffset, found.topicId]).toEqual([1, 4, TOPIC_ID])
  expect(found.activeProducers()).toMatchObject([{ lastSequence: 3 }])
})

test('without the marker every log is recovered, and what was acknowledged is there', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await start(workshop)
  const log = await manager.getOrCreate('orders', TOPIC_ID, 0, config)
  for (let index = 0; index < 4; index += 1) await append(log, batchOf({ count: 2 }))
  await manager.abandon()
  const again = await start(workshop)
  expect(again.directories[0]!.cleanShutdown).toBeNull()
  expect(batchRanges(await readAll(again.get('orders', 0)!, 0)).length).toBe(4)
})

test('deleted records stay deleted after a kill', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await start(workshop)
  const log = await manager.getOrCreate('orders', TOPIC_ID, 0, config)
  for (let index = 0; index < 10; index += 1) await append(log, batchOf())
  await log.deleteRecordsBefore(offset(6))
  await manager.abandon()
  const again = await start(workshop)
  expect(again.get('orders', 0)!.logStartOffset).toBe(6)
})

test('a partition is made once, however many ask for it at the same time', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await start(workshop)
  const all = await Promise.all([1, 2, 3].map(() => manager.getOrCreate('t', TOPIC_ID, 0, config)))
  expect(new Set(all).size).toBe(1)
  expect([...manager.all()].length).toBe(1)
})

test('a directory of another topic id is not taken for the new topic', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await start(workshop)
  await manager.getOrCreate('t', TOPIC_ID, 0, config)
  const other = uuid('vZkpshDwT8WYDQSkk0Bg5A')
  const asked = manager.getOrCreate('t', other, 0, config)
  await expect(asked).rejects.toMatchObject({ code: 'LOG_TOPIC_ID_MISMATCH' })
  await manager.delete('t', 0)
  const made = await manager.getOrCreate('t', other, 0, config)
  expect(made.topicId).toBe(other)
})

test('a deleted partition is gone at once, its folder a little later, and not loaded again', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await start(workshop)
  const short = { ...config, fileDeleteDelayMs: 10 }
  const log = await manager.getOrCreate('t', TOPIC_ID, 0, short)
  await append(log, batchOf())
  await manager.delete('t', 0)
  expect(manager.get('t', 0)).toBeUndefined()
  expect(existsSync(workshop.path('.'))).toBe(false)
  expect((await append(log, batchOf())).errorCode).toBe(56)
  expect((await read(log, 0)).errorCode).toBe(56)
  const folders = (): string[] =>
    readdirSync(workshop.directory).filter((name) => name.endsWith('-delete'))
  await expect.poll(folders).toEqual([])

  mkdirSync(join(workshop.directory, 'gone-0.85cc5a91b79d492a8e476051dcb51702-delete'))
  await manager.close()
  const again = await workshop.openManager()
  await again.load(() => short)
  expect([...again.all()]).toEqual([])
  await expect.poll(folders).toEqual([])
})

test('the metadata log lives in the directory and is not one of the partitions', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await workshop.openManager()
  const metadata = await manager.openMetadataLog(config)
  await manager.load(() => config)
  await append(metadata, batchOf(), { origin: 'raft', leaderEpoch: 2 })
  expect(metadata.name).toBe('__cluster_metadata-0')
  expect([...manager.all()]).toEqual([])
  await manager.close()
  const again = await workshop.openManager()
  expect((await again.openMetadataLog(config)).logEndOffset).toBe(1)
})

test('a folder without partition.metadata gets the id of the topic that asks for it', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  mkdirSync(workshop.path('.'))
  const manager = await start(workshop)
  const log = await manager.getOrCreate('t', TOPIC_ID, 0, config)
  expect(log.topicId).toBe(TOPIC_ID)
  expect(readFileSync(workshop.path('partition.metadata'), 'utf8')).toContain(TOPIC_ID)
})

test('checkpoint files that cannot be read make the logs be checked from their beginning', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await start(workshop)
  const log = await manager.getOrCreate('t', TOPIC_ID, 0, config)
  await append(log, batchOf())
  await manager.writeCheckpoints()
  await manager.abandon()
  for (const name of ['recovery-point-offset-checkpoint', 'log-start-offset-checkpoint']) {
    writeFileSync(join(workshop.directory, name), 'nonsense')
  }
  const again = await start(workshop)
  expect(again.get('t', 0)!.logEndOffset).toBe(1)
  expect(
    workshop.logger.lines.filter((line) => /checkpoint file is ignored/.test(line)).length,
  ).toBe(2)
})

test('a new config counts from the next append on', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await start(workshop)
  const log = await manager.getOrCreate('t', TOPIC_ID, 0, config)
  for (let index = 0; index < 5; index += 1) await append(log, batchOf({ valueBytes: 100 }))
  expect(log.segmentCount).toBe(1)
  manager.updateConfig('t', { ...config, segmentBytes: 200 })
  for (let index = 0; index < 3; index += 1) await append(log, batchOf({ valueBytes: 100 }))
  expect(log.segmentCount).toBe(4)
})

test('after a failed sync there is no clean stop, and the lock is given back', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await start(workshop)
  const log = await manager.getOrCreate('t', TOPIC_ID, 0, config)
  await append(log, batchOf())
  workshop.disk.isSyncFailing = true
  await manager.close()
  workshop.disk.isSyncFailing = false
  expect(existsSync(join(workshop.directory, MARKER))).toBe(false)
  const again = await start(workshop)
  expect(again.get('t', 0)!.logEndOffset).toBe(1)
})

test('retention runs by itself at its interval', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await workshop.openManager({ intervals: { retentionCheckMs: 5 } })
  await manager.load(() => config)
  manager.start({ brokerEpoch: () => 1, highWatermark: (log) => log.logEndOffset })
  const log = await manager.getOrCreate('t', TOPIC_ID, 0, { ...config, retentionMs: 1000 })
  await append(log, batchOf({ timestamp: 5 }))
  await expect.poll(() => log.logStartOffset).toBe(offset(1))
})

test('a producer that was idle for long enough is forgotten, and may begin anywhere', async () => {
  await using workshop = new Workshop()
  await format(workshop)
  const manager = await workshop.openManager({ intervals: { producerExpiryCheckMs: 5 } })
  await manager.load(() => config)
  manager.start(sources)
  const short = { ...config, producerIdExpirationMs: 500 }
  const log = await manager.getOrCreate('t', TOPIC_ID, 0, short)
  await append(log, sequenced(0, 1, { timestamp: 2000 }))
  expect((await append(log, sequenced(7))).errorCode).toBe(45)
  workshop.clock.setWallMs(2500)
  await expect.poll(() => log.activeProducers().length).toBe(0)
  expect((await append(log, sequenced(7))).errorCode).toBe(0)
})

test('two nodes in one process know nothing of each other', async () => {
  await using one = new Workshop()
  await using two = new Workshop()
  await format(one)
  await format(two)
  const first = await start(one)
  const second = await start(two)
  const log = await first.getOrCreate('t', TOPIC_ID, 0, config)
  await append(log, batchOf())
  expect(second.get('t', 0)).toBeUndefined()
  const other = await second.getOrCreate('t', TOPIC_ID, 0, config)
  expect(other.logEndOffset).toBe(0)
})
