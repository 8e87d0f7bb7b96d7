import { readdirSync } from 'node:fs'
import { offset } from '@samsa/base'
import type { PartitionLog } from '@samsa/log'
import { expect, test } from 'vitest'
import type { Log } from '../src/partition/log.ts'
import { batchOf, sequenced } from './support/batches.ts'
import { append, read, readAll } from './support/log-calls.ts'
import { Workshop } from './support/workshop.ts'

const NOW = 1_750_000_000_000

async function filled(workshop: Workshop, count: number): Promise<Log> {
  workshop.clock.setWallMs(NOW)
  const log = await workshop.open()
  for (let index = 0; index < count; index += 1) {
    await append(log, batchOf({ valueBytes: 50, timestamp: NOW - (count - index) * 1000 }))
  }
  return log as PartitionLog as Log
}

const small = { segmentBytes: 600 }

test('segments whose newest record is older than retention.ms go, younger ones stay', async () => {
  await using workshop = new Workshop({ config: { ...small, retentionMs: 20_000 } })
  const log = await filled(workshop, 50)
  await log.applyRetention(log.logEndOffset, NOW)
  expect(log.logStartOffset).toBeGreaterThan(20)
  expect(log.logStartOffset).toBeLessThanOrEqual(30)
  expect((await read(log, log.logStartOffset)).baseOffset).toBe(log.logStartOffset)
  expect((await read(log, log.logStartOffset - 1)).errorCode).toBe(1)
})

test('an active segment that is old altogether is rolled and goes too', async () => {
  await using workshop = new Workshop({ config: { ...small, retentionMs: 20_000 } })
  const log = await filled(workshop, 10)
  await log.applyRetention(log.logEndOffset, NOW + 60_000)
  expect([log.logStartOffset, log.logEndOffset, log.sizeBytes]).toEqual([10, 10, 0])
  expect((await append(log, batchOf())).baseOffset).toBe(10)
})

test('beyond retention.bytes the oldest segments go, never below that size', async () => {
  await using workshop = new Workshop({
    config: { ...small, retentionMs: -1, retentionBytes: 2000 },
  })
  const log = await filled(workshop, 50)
  await log.applyRetention(log.logEndOffset, NOW)
  expect(log.sizeBytes).toBeGreaterThanOrEqual(2000)
  expect(log.sizeBytes).toBeLessThan(2000 + 600)
})

test('nothing at or above the high watermark goes', async () => {
  await using workshop = new Workshop({ config: { ...small, retentionMs: 0 } })
  const log = await filled(workshop, 50)
  await log.applyRetention(offset(17), NOW + 1)
  expect(log.logStartOffset).toBeLessThanOrEqual(17)
  expect(log.logStartOffset).toBeGreaterThan(8)
})

test('a compacted log keeps everything but what was deleted by records', async () => {
  await using workshop = new Workshop({
    config: { ...small, isDeleted: false, isCompacted: true, retentionMs: 0, retentionBytes: 0 },
  })
  const log = await filled(workshop, 50)
  await log.applyRetention(log.logEndOffset, NOW + 60_000)
  expect(log.logStartOffset).toBe(0)
  const segments = log.segmentCount
  await log.deleteRecordsBefore(offset(30))
  await log.applyRetention(log.logEndOffset, NOW + 60_000)
  expect([log.logStartOffset, log.segmentCount < segments]).toEqual([30, true])
})

test('deleted files are renamed at once and removed after their delay', async () => {
  await using workshop = new Workshop({
    config: { ...small, retentionMs: 0, fileDeleteDelayMs: 20 },
  })
  const log = await filled(workshop, 30)
  await log.applyRetention(offset(20), NOW + 1)
  const names = (): string[] => readdirSync(workshop.path('.'))
  expect(names().some((name) => name.endsWith('.log.deleted'))).toBe(true)
  await expect.poll(() => names().filter((name) => name.endsWith('.deleted'))).toEqual([])
})

test('a reader under way keeps its file while retention takes the segment', async () => {
  await using workshop = new Workshop({
    config: { ...small, retentionMs: 0 },
    limits: { readNowBytesMax: 0, tailCacheBytesMax: 0 },
  })
  const log = await filled(workshop, 30)
  const reading = read(log, 0, { maxBytes: 200 })
  await log.applyRetention(log.logEndOffset, NOW + 1)
  expect((await reading).baseOffset).toBe(0)
})

test('records are deleted up to any offset, again, and not beyond the end', async () => {
  await using workshop = new Workshop()
  const log = await filled(workshop, 10)
  const moved: number[] = []
  log.setListener({ onStartOffset: () => moved.push(log.logStartOffset) })
  const answers: number[] = []
  for (const at of [6, 6, 3, 11]) answers.push(await log.deleteRecordsBefore(offset(at)))
  expect(answers).toEqual([6, 6, 6, 10])
  expect(moved).toEqual([6, 10])
  expect((await read(log, 9)).errorCode).toBe(1)
  expect((await append(log, batchOf())).baseOffset).toBe(10)
})

test('a truncated log ends where it was told, in files, epochs and producers', async () => {
  await using workshop = new Workshop({ config: { ...small, indexIntervalBytes: 100 } })
  const log = await workshop.open()
  for (let index = 0; index < 40; index += 1) {
    const bytes = sequenced(index, 1, { valueBytes: 40, timestamp: 1000 + index })
    await append(log, bytes, { leaderEpoch: Math.floor(index / 10) })
  }
  const before = await readAll(log, 0)
  await log.truncateTo(offset(17))
  expect([log.logEndOffset, log.latestLeaderEpoch]).toEqual([17, 1])
  expect(log.activeProducers()).toMatchObject([{ lastSequence: 16 }])
  const after = await readAll(log, 0)
  expect(Buffer.compare(after, before.subarray(0, after.length))).toBe(0)
  expect(await log.maxTimestampOffset()).toMatchObject({ timestamp: 1016, offset: 16 })
  const next = await append(log, sequenced(17, 1, { valueBytes: 40 }), { leaderEpoch: 9 })
  expect([next.errorCode, next.baseOffset]).toEqual([0, 17])
  await log.close()
  const again = await workshop.open({ isCleanStop: true })
  expect([again.logEndOffset, again.latestLeaderEpoch]).toEqual([18, 9])
})

test('truncation waits for appends under way, and reads from before it are not served', async () => {
  await using workshop = new Workshop({
    limits: { writeNowBytesMax: 0, readNowBytesMax: 0, tailCacheBytesMax: 0 },
  })
  const log = await workshop.open()
  await append(log, batchOf())
  const appended = append(log, batchOf())
  const truncated = log.truncateTo(offset(1))
  await Promise.all([appended, truncated])
  expect(log.logEndOffset).toBe(1)
  await append(log, batchOf({ seed: 9 }))
  expect((await read(log, 1)).baseOffset).toBe(1)
})

test('a log restarted at an offset is empty and goes on there', async () => {
  await using workshop = new Workshop({ config: small })
  const log = await filled(workshop, 30)
  await log.truncateFullyAndStartAt(offset(1000))
  expect([log.logStartOffset, log.logEndOffset, log.sizeBytes]).toEqual([1000, 1000, 0])
  expect((await append(log, batchOf())).baseOffset).toBe(1000)
  await log.abandon()
  const again = await workshop.open()
  expect([again.logStartOffset, again.logEndOffset]).toEqual([1000, 1001])
})
