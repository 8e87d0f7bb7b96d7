import { offset } from '@samsa/base'
import type { LogRead } from '@samsa/log'
import { ErrorCode } from '@samsa/protocol'
import { expect, test } from 'vitest'
import { batchOf } from './support/batches.ts'
import { append, batchRanges, read, readAll } from './support/log-calls.ts'
import { Workshop } from './support/workshop.ts'

/** A log of `count` single batches of 100 bytes and more, without a tail cache. */
async function filledLog(workshop: Workshop, count: number, valueBytes: number = 100) {
  const log = await workshop.open()
  for (let index = 0; index < count; index += 1) {
    await append(log, batchOf({ count: 2, valueBytes, seed: index }))
  }
  return log
}

test('a read begins with the batch that holds the offset and ends at a batch border', async () => {
  await using workshop = new Workshop()
  const log = await filledLog(workshop, 10)
  const size = batchOf({ count: 2, valueBytes: 100 }).length
  const got = await read(log, 5, { maxBytes: size * 3 + 20 })
  expect(batchRanges(got.bytes)).toEqual([
    [4, 5],
    [6, 7],
    [8, 9],
  ])
  expect([got.baseOffset, got.nextOffset]).toEqual([4, 10])
})

test('nothing at or above the bound is given, and no part of a batch that crosses it', async () => {
  await using workshop = new Workshop()
  const log = await filledLog(workshop, 4)
  expect(batchRanges((await read(log, 0, { upTo: offset(4) })).bytes)).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(batchRanges((await read(log, 0, { upTo: offset(5) })).bytes).length).toBe(2)
  const beyond = await read(log, 4, { upTo: offset(4) })
  expect([beyond.errorCode, beyond.bytes.length, beyond.nextOffset]).toEqual([0, 0, 4])
})

test('a first batch larger than the bound is given whole, but only when asked for', async () => {
  await using workshop = new Workshop()
  const log = await filledLog(workshop, 3, 5000)
  const whole = await read(log, 2, { maxBytes: 100 })
  expect(batchRanges(whole.bytes)).toEqual([[2, 3]])
  const none = await read(log, 2, { maxBytes: 100, minOneBatch: false })
  expect([none.errorCode, none.bytes.length, none.nextOffset]).toEqual([0, 0, 2])
})

test('offsets outside the log are out of range, its very end is an empty answer', async () => {
  await using workshop = new Workshop()
  const log = await filledLog(workshop, 3)
  await log.deleteRecordsBefore(offset(2))
  expect((await read(log, 1)).errorCode).toBe(ErrorCode.OFFSET_OUT_OF_RANGE)
  expect((await read(log, 7)).errorCode).toBe(ErrorCode.OFFSET_OUT_OF_RANGE)
  const end = await read(log, 6)
  expect([end.errorCode, end.bytes.length, end.logStartOffset, end.logEndOffset]).toEqual([
    0, 0, 2, 6,
  ])
})

test('reading on from segment to segment gives every batch once', async () => {
  await using workshop = new Workshop({ config: { segmentBytes: 1000 } })
  const log = await filledLog(workshop, 40)
  expect(log.segmentCount).toBeGreaterThan(8)
  const ranges = batchRanges(await readAll(log, 0, 700))
  expect(ranges).toEqual(Array.from({ length: 40 }, (_, index) => [index * 2, index * 2 + 1]))
})

test('a reader that follows in order costs one file read a call', async () => {
  await using workshop = new Workshop({ limits: { tailCacheBytesMax: 0 } })
  const log = await filledLog(workshop, 100)
  await read(log, 0, { maxBytes: 1000 })
  let at: number = (await read(log, 0, { maxBytes: 1000 })).nextOffset
  workshop.disk.reset()
  let calls = 0
  while (at < 150) {
    at = (await read(log, at, { maxBytes: 1000 })).nextOffset
    calls += 1
  }
  expect(calls).toBeGreaterThan(10)
  expect(workshop.disk.count('.log').reads).toBe(calls)
  expect(workshop.disk.count('.index').reads).toBe(0)
})

test('several readers at different places each keep to one read a call', async () => {
  await using workshop = new Workshop({ limits: { tailCacheBytesMax: 0 } })
  const log = await filledLog(workshop, 100)
  const readers = [0, 40, 80]
  for (const [index, at] of readers.entries()) {
    readers[index] = (await read(log, at, { maxBytes: 600 })).nextOffset
  }
  workshop.disk.reset()
  for (let round = 0; round < 5; round += 1) {
    for (const [index, at] of readers.entries()) {
      readers[index] = (await read(log, at, { maxBytes: 600 })).nextOffset
    }
  }
  expect(workshop.disk.count('.log').reads).toBe(15)
})

test('what was written while somebody reads at the end is given from memory', async () => {
  await using workshop = new Workshop()
  const log = await filledLog(workshop, 5)
  await read(log, log.logEndOffset)
  workshop.disk.reset()
  for (let index = 0; index < 20; index += 1) {
    await append(log, batchOf({ count: 2, seed: index }))
    const got = await read(log, 10 + index * 2)
    expect(batchRanges(got.bytes)).toEqual([[10 + index * 2, 11 + index * 2]])
  }
  const together = await read(log, 12, { upTo: offset(20) })
  expect(batchRanges(together.bytes).length).toBe(4)
  expect(workshop.disk.count('.log').reads).toBe(0)
})

test('what the tail cache gives is what the file has', async () => {
  await using workshop = new Workshop()
  const log = await workshop.open()
  await read(log, 0)
  for (let index = 0; index < 300; index += 1) {
    await append(log, batchOf({ count: 1 + (index % 3), valueBytes: index * 3, seed: index }))
  }
  const cached = await readAll(log, 0, 10_000)
  expect(workshop.disk.count('.log').reads).toBe(0)
  workshop.clock.skip(60_000)
  await append(log, batchOf())
  const fromFile = await readAll(log, 0)
  expect(workshop.disk.count('.log').reads).toBeGreaterThan(0)
  expect(Buffer.compare(fromFile.subarray(0, cached.length), cached)).toBe(0)
})

test('a log that nobody has read at its end for a while is not cached', async () => {
  await using workshop = new Workshop()
  const log = await filledLog(workshop, 2)
  await read(log, log.logEndOffset)
  workshop.clock.skip(10_001)
  await append(log, batchOf())
  workshop.disk.reset()
  await read(log, 4)
  expect(workshop.disk.count('.log').reads).toBeGreaterThan(0)
})

test('pieces of a read keep their bytes until it is released, whatever is written', async () => {
  await using workshop = new Workshop({ limits: { tailCacheBytesMax: 2_097_152 } })
  const log = await workshop.open()
  await read(log, 0)
  await append(log, batchOf({ valueBytes: 1000, seed: 5 }))
  const held = await new Promise<LogRead>((resolve) => {
    log.read(offset(0), { maxBytes: 9999, upTo: offset(1), minOneBatch: true }, resolve)
  })
  const before = Buffer.concat(held.pieces)
  for (let index = 0; index < 50; index += 1) {
    await append(log, batchOf({ valueBytes: 100_000, seed: index }))
  }
  expect(Buffer.compare(Buffer.concat(held.pieces), before)).toBe(0)
  held.release()
  expect(() => held.release()).toThrow(/released once/)
})

test('a batch damaged on disk is an error of its read, not wrong data and not a loop', async () => {
  await using workshop = new Workshop({ limits: { tailCacheBytesMax: 0 } })
  const log = await filledLog(workshop, 4)
  const file = await workshop.disk.open(workshop.path('00000000000000000000.log'), 'write')
  workshop.disk.writevNow(file, [Buffer.alloc(12)], 0)
  await workshop.disk.close(file)
  expect((await read(log, 0)).errorCode).toBe(ErrorCode.CORRUPT_MESSAGE)
})

test('large reads far from the end go through the pool and give the same bytes', async () => {
  await using workshop = new Workshop({
    limits: { readNowBytesMax: 100, tailCacheBytesMax: 0 },
  })
  const log = await filledLog(workshop, 20)
  const onPool = await readAll(log, 0, 2000)
  expect(batchRanges(onPool).length).toBe(20)
})
