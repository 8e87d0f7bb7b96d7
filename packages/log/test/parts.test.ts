import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { leaderEpoch, offset } from '@samsa/base'
import { expect, test } from 'vitest'
import { TAIL_BLOCK_BYTES, TailCache } from '../src/cache/tail-cache.ts'
import { TailChunks } from '../src/cache/tail-chunks.ts'
import { FileTable, LogFile } from '../src/files/file-table.ts'
import { Pace } from '../src/files/pace.ts'
import { type Job, JobRunner } from '../src/job/job-runner.ts'
import { CheckpointWriter } from '../src/manager/checkpoint-writer.ts'
import { sideBySide } from '../src/manager/side-by-side.ts'
import { AppendQueue } from '../src/partition/append-queue.ts'
import { piecesAfter } from '../src/partition/group-write.ts'
import { ReadHints } from '../src/partition/read-hints.ts'
import type { Segment } from '../src/segment/segment.ts'
import { SettableClock } from './support/clock.ts'
import { Workshop } from './support/workshop.ts'

test('a block that a reader holds is not recycled, and nothing is cached when all are held', () => {
  const cache = new TailCache(2 * TAIL_BLOCK_BYTES)
  const chunks = new TailChunks()
  const half = new Uint8Array(TAIL_BLOCK_BYTES / 2).fill(7)
  for (let at = 0; at < 4; at += 1) cache.add(chunks, half, at, at + 1)
  const held = chunks.at(chunks.indexOf(0))!
  held.block.holds += 1
  for (let at = 4; at < 8; at += 1) cache.add(chunks, new Uint8Array(half.length), at, at + 1)
  expect([held.block.generation, held.block.bytes[0]]).toEqual([held.generation, 7])
  expect(cache.heldBlocks).toBe(1)

  const other = chunks.at(chunks.indexOf(7))!
  other.block.holds += 1
  cache.add(chunks, new Uint8Array(half.length), 8, 9)
  expect(chunks.length).toBe(0)
  other.block.release()
  cache.add(chunks, half, 9, 10)
  expect(chunks.indexOf(9)).toBeGreaterThanOrEqual(0)
})

test('what has been recycled, skipped or never cached is not found', () => {
  const cache = new TailCache(TAIL_BLOCK_BYTES)
  const [one, other] = [new TailChunks(), new TailChunks()]
  const most = new Uint8Array(TAIL_BLOCK_BYTES - 10)
  cache.add(one, most, 0, 5)
  cache.add(other, most, 0, 5)
  expect([one.indexOf(0), other.indexOf(0)]).toEqual([-1, 0])
  cache.add(other, new Uint8Array(5), 9, 10)
  expect([other.indexOf(0), other.indexOf(7), other.indexOf(9)]).toEqual([-1, -1, 0])
  cache.add(other, new Uint8Array(TAIL_BLOCK_BYTES + 1), 10, 11)
  expect(other.length).toBe(0)
})

test('open files stay near their bound; those used a moment ago are kept', async () => {
  await using workshop = new Workshop()
  const table = new FileTable(workshop.disk, workshop.logger, 100)
  const files: LogFile[] = []
  for (let index = 0; index < 600; index += 1) {
    const path = join(workshop.directory, String(index))
    writeFileSync(path, '')
    files.push(new LogFile(path))
    await table.open(files[index]!, 'read')
  }
  expect(table.openCount).toBeLessThanOrEqual(100 + 256)
  expect(files.slice(-200).every((file) => file.descriptor >= 0)).toBe(true)
  expect(files[0]!.descriptor).toBe(-1)
  await Promise.all([table.open(files[0]!, 'read'), table.open(files[0]!, 'read')])
  expect(files[0]!.descriptor).toBeGreaterThanOrEqual(0)
  for (const file of files) await table.close(file)
  expect(table.openCount).toBe(0)
})

test('while operations are slow they take the pool, and one a second tries again', () => {
  const clock = new SettableClock()
  const pace = new Pace(clock, 100, 1_000_000)
  const operate = (tookMs: number): boolean => {
    if (!pace.begin()) return false
    clock.skip(tookMs)
    pace.end()
    return true
  }
  expect([operate(101), operate(0), operate(0)]).toEqual([true, true, true])
  for (let times = 0; times < 4; times += 1) operate(101)
  expect(operate(0)).toBe(false)
  clock.skip(1001)
  expect([operate(101), operate(0)]).toEqual([true, false])
  clock.skip(1001)
  for (let times = 0; times < 20; times += 1) expect(operate(0)).toBe(true)
  expect([operate(101), operate(0)]).toEqual([true, true])
})

test('many operations in one turn do not add up to a long stretch', async () => {
  const clock = new SettableClock()
  const pace = new Pace(clock, 100, 5)
  let done = 0
  while (pace.begin() && done < 100) {
    clock.skip(1)
    pace.end()
    done += 1
  }
  expect(done).toBeGreaterThan(3)
  expect(done).toBeLessThan(9)
  await new Promise<void>((resolve) => clock.afterIo(resolve))
  expect(pace.begin()).toBe(true)
})

function* counting(steps: number, seen: string[], name: string): Job<string> {
  for (let step = 0; step < steps; step += 1) {
    seen.push(name)
    yield
  }
  return name
}

test('jobs run side by side, let other work in, and tell how they ended', async () => {
  const runner = new JobRunner(new SettableClock())
  const seen: string[] = []
  const both = [runner.run(counting(3, seen, 'a')), runner.run(counting(3, seen, 'b'))]
  expect(seen).toEqual([])
  expect(await Promise.all(both)).toEqual(['a', 'b'])
  expect(seen).toEqual(['a', 'b', 'a', 'b', 'a', 'b'])
  function* failing(): Job<void> {
    yield
    throw new Error('the disk broke')
  }
  await expect(runner.run(failing())).rejects.toThrow('the disk broke')
})

test('a long job gives the turn away between its steps', async () => {
  const runner = new JobRunner(new SettableClock())
  let turns = 0
  const count = (): void => {
    turns += 1
    next = setImmediate(count)
  }
  let next = setImmediate(count)
  await runner.run(counting(500, [], 'long'))
  clearImmediate(next)
  expect(turns).toBeGreaterThan(3)
})

test('a queue gives its entries back in order, and forgets their bytes', () => {
  const queue = new AppendQueue()
  const taken: number[] = []
  let pushed = 0
  for (let round = 0; round < 4000; round += 1) {
    for (let more = round % 3; more >= 0; more -= 1) {
      const entry = { origin: 'raft', leaderEpoch: leaderEpoch(pushed), bytes: new Uint8Array(1) }
      queue.push(entry as Parameters<AppendQueue['push']>[0], () => {})
      pushed += 1
    }
    taken.push(queue.shift().leaderEpoch)
  }
  while (queue.length > 0) taken.push(queue.shift().leaderEpoch)
  expect(taken).toEqual(Array.from({ length: pushed }, (_, index) => index))
  expect(queue.entries.every((entry) => entry?.bytes.length === 0)).toBe(true)
  expect(() => queue.shift()).toThrow(/empty queue/)
})

test('the rest of a short write begins at the very byte', () => {
  const pieces = [Buffer.from('abc'), Buffer.from('de'), Buffer.from('fghi')]
  for (let bytes = 0; bytes < 9; bytes += 1) {
    expect(Buffer.concat(piecesAfter(pieces, bytes)).toString()).toBe('abcdefghi'.slice(bytes))
  }
})

test('eight readers are told apart, and the oldest gives way to a ninth', () => {
  const hints = new ReadHints()
  const segment = {} as Segment
  for (let reader = 0; reader < 8; reader += 1) hints.note(-1, reader * 100, segment, reader)
  hints.note(300, 301, segment, 33)
  expect([hints.find(300), hints.find(301)?.position]).toEqual([undefined, 33])
  hints.note(-1, 999, segment, 9)
  expect([hints.find(0), hints.find(100)?.position, hints.find(999)?.position]).toEqual([
    undefined,
    1,
    9,
  ])
})

test('at most so many run side by side, and the first failure is told once all have ended', async () => {
  let running = 0
  let most = 0
  const ended: number[] = []
  const work = async (item: number): Promise<void> => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
    ended.push(item)
    if (item === 5) throw new Error('five')
  }
  const items = Array.from({ length: 20 }, (_, index) => index)
  await expect(sideBySide(items, 3, work)).rejects.toThrow('five')
  expect([most, running]).toEqual([3, 0])
  expect(ended.length).toBeLessThan(12)
})

test('checkpoint writes that wait become one, and content that has not changed is not written', async () => {
  await using workshop = new Workshop()
  let at = 1
  const collect = () => [{ topic: 't', partition: 0, offset: offset(at) }]
  const writer = new CheckpointWriter(workshop.disk, workshop.directory, 'f', collect)
  const first = writer.write()
  const second = writer.write()
  expect(second).toBe(first)
  await first
  workshop.disk.reset()
  await writer.write()
  expect(workshop.disk.syncs.length).toBe(0)
  at = 2
  await writer.write()
  expect(workshop.disk.syncs.length).toBe(1)
})
