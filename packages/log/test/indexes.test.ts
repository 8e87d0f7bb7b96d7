import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { offset } from '@samsa/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLogEnvironment } from '../src/environment.ts'
import { OffsetIndex } from '../src/index/offset-index.ts'
import { TimeIndex } from '../src/index/time-index.ts'
import { Workshop } from './support/workshop.ts'

const BASE = 1_000_000_000_000

function newIndexes(workshop: Workshop) {
  const environment = createLogEnvironment(workshop.dependencies)
  const path = (name: string): string => join(workshop.directory, name)
  const offsets = new OffsetIndex(environment, path('a.index'), offset(BASE), 10_485_760)
  const times = new TimeIndex(environment, path('a.timeindex'), offset(BASE), 10_485_760)
  const files = [offsets.entries.file, times.entries.file]
  return {
    environment,
    offsets,
    times,
    async [Symbol.asyncDispose]() {
      for (const file of files) await environment.files.close(file)
    },
  }
}

test('an index of many pages finds what a list finds, whatever has reached the disk', async () => {
  await using workshop = new Workshop()
  await using indexes = newIndexes(workshop)
  const { offsets } = indexes
  await offsets.entries.open()
  const list: [number, number][] = []
  for (let index = 1; index <= 3000; index += 1) {
    list.push([BASE + index * 7, index * 4100])
    offsets.append(BASE + index * 7, index * 4100)
    if (index === 1700) await offsets.entries.flush()
  }
  expect(statSync(join(workshop.directory, 'a.index')).size).toBeGreaterThan(20_000)
  for (let at = BASE; at < BASE + 3010 * 7; at += 5) {
    const expected = list.findLast(([entry]) => entry <= at)?.[1] ?? 0
    expect(offsets.lookup(at)).toBe(expected)
  }
  expect(offsets.entries.hasPending).toBe(true)
  await offsets.entries.flush()
  expect(statSync(join(workshop.directory, 'a.index')).size).toBe(24_000)
})

test('cut anywhere, an index holds what is below and grows on from there', async () => {
  await using workshop = new Workshop()
  const run = async (count: number, flushAt: number, cutAt: number): Promise<void> => {
    await using indexes = newIndexes(workshop)
    const { offsets, times } = indexes
    await offsets.entries.reset()
    await times.entries.reset()
    for (let index = 1; index <= count; index += 1) {
      offsets.append(BASE + index, index * 100)
      times.append(index * 10, BASE + index)
      if (index !== flushAt) continue
      await offsets.entries.flush()
      await times.entries.flush()
    }
    await offsets.truncateTo(BASE + cutAt)
    await times.truncateTo(BASE + cutAt)
    const kept = Math.min(count, Math.max(0, cutAt - 1))
    expect([offsets.entries.count, times.entries.count]).toEqual([kept, kept])
    expect(times.lastTimestamp).toBe(kept === 0 ? -1 : kept * 10)
    offsets.append(BASE + 5000, 900_000)
    times.append(90_000, BASE + 5000)
    expect(offsets.lookup(BASE + 5000)).toBe(900_000)
    await offsets.entries.flush()
    await times.entries.flush()
    const bytes = readFileSync(join(workshop.directory, 'a.index'))
    expect([bytes.length, bytes.readInt32BE(bytes.length - 8)]).toEqual([(kept + 1) * 8, 5000])
  }
  const counts = fc.integer({ min: 0, max: 1200 })
  const property = fc.asyncProperty(counts, counts, counts, run)
  await expect(fc.assert(property, { numRuns: 40 })).resolves.toBeUndefined()
})

test('a time index takes only larger times, and finds the batch to begin at', async () => {
  await using workshop = new Workshop()
  await using indexes = newIndexes(workshop)
  const { times } = indexes
  for (const [time, at] of [
    [5, 1],
    [5, 2],
    [3, 3],
    [9, 4],
  ]) {
    times.append(time!, BASE + at!)
  }
  expect(times.entries.count).toBe(2)
  expect([4, 5, 8, 9, 99].map((time) => times.lookup(time) - BASE)).toEqual([0, 1, 1, 4, 4])
})

test('a timestamp beyond what a number holds exactly stays positive on disk', async () => {
  await using workshop = new Workshop()
  await using indexes = newIndexes(workshop)
  const { times } = indexes
  times.append(2 ** 63, BASE + 1)
  await times.entries.flush()
  const bytes = readFileSync(join(workshop.directory, 'a.timeindex'))
  expect(bytes.readBigInt64BE(0)).toBe(9_223_372_036_854_775_807n)
})

test('pages of the node stay within their bound, however many indexes are looked into', async () => {
  await using workshop = new Workshop({ limits: { indexCacheBytesMax: 65_536 } })
  await using indexes = newIndexes(workshop)
  const { environment, offsets } = indexes
  await offsets.entries.open()
  for (let index = 1; index <= 20_000; index += 1) offsets.append(BASE + index, index * 100)
  for (let at = 0; at < 20_000; at += 10) offsets.lookup(BASE + at)
  expect(environment.indexPages.bytes).toBeLessThanOrEqual(65_536)
})
