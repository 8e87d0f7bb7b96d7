import { offset } from '@samsa/base'
import type { PartitionLog } from '@samsa/log'
import { CODEC_GZIP, CODEC_ZSTD } from '@samsa/protocol'
import { expect, test } from 'vitest'
import { batchOf } from './support/batches.ts'
import { append } from './support/log-calls.ts'
import { Workshop } from './support/workshop.ts'

const lookUp = async (log: PartitionLog, timestamp: number): Promise<number[]> => {
  const found = await log.offsetForTimestamp(timestamp, log.logEndOffset)
  return found === null ? [-1, -1] : [found.timestamp, found.offset]
}

test('a time between, on and after the records gives the next record, that one, none', async () => {
  await using workshop = new Workshop()
  const log = await workshop.open()
  for (const timestamp of [2, 4, 6, 8]) await append(log, batchOf({ timestamp }))
  const asked = [0, 2, 3, 4, 5, 8, 9, Number.MAX_SAFE_INTEGER]
  const answers: number[][] = []
  for (const timestamp of asked) answers.push(await lookUp(log, timestamp))
  expect(answers).toEqual([
    [2, 0],
    [2, 0],
    [4, 1],
    [4, 1],
    [6, 2],
    [8, 3],
    [-1, -1],
    [-1, -1],
  ])
  await log.deleteRecordsBefore(offset(4))
  expect(await lookUp(log, 2)).toEqual([-1, -1])
})

test.each([0, CODEC_GZIP, CODEC_ZSTD])(
  'the record is found inside a batch (codec %i), also when times jump about',
  async (codec) => {
    await using workshop = new Workshop()
    const log = await workshop.open()
    await append(log, batchOf({ timestamps: [100, 50, 300, 200], codec }))
    await append(log, batchOf({ timestamps: [250, 400, 10], codec }))
    expect(await lookUp(log, 60)).toEqual([100, 0])
    expect(await lookUp(log, 101)).toEqual([300, 2])
    expect(await lookUp(log, 301)).toEqual([400, 5])
    expect(await log.maxTimestampOffset()).toMatchObject({ timestamp: 400, offset: 5 })
  },
)

test('look-ups by time go on over rolls, and over a restart', async () => {
  await using workshop = new Workshop({ config: { segmentBytes: 400, indexIntervalBytes: 100 } })
  const log = await workshop.open()
  for (let index = 0; index < 50; index += 1) {
    await append(log, batchOf({ timestamp: 1000 + ((index * 37) % 100), valueBytes: 30 }))
  }
  const times = Array.from({ length: 50 }, (_, index) => 1000 + ((index * 37) % 100))
  const naive = (timestamp: number): number[] => {
    const at = times.findIndex((time) => time >= timestamp)
    return at < 0 ? [-1, -1] : [times[at]!, at]
  }
  for (let timestamp = 995; timestamp < 1105; timestamp += 1) {
    expect(await lookUp(log, timestamp)).toEqual(naive(timestamp))
  }
  await log.close()
  const again = await workshop.open({ isCleanStop: true })
  for (let timestamp = 995; timestamp < 1105; timestamp += 1) {
    expect(await lookUp(again, timestamp)).toEqual(naive(timestamp))
  }
})

test('a record at or above the bound is not told', async () => {
  await using workshop = new Workshop()
  const log = await workshop.open()
  for (const timestamp of [10, 20, 30]) await append(log, batchOf({ timestamp }))
  expect(await log.offsetForTimestamp(15, offset(1))).toBeNull()
  expect(await log.offsetForTimestamp(15, offset(2))).toMatchObject({ offset: 1 })
})

test('the answer names the epoch that wrote the record', async () => {
  await using workshop = new Workshop()
  const log = await workshop.open()
  await append(log, batchOf({ timestamp: 10 }), { leaderEpoch: 3 })
  await append(log, batchOf({ timestamp: 20 }), { leaderEpoch: 8 })
  expect(await log.offsetForTimestamp(10, offset(2))).toMatchObject({ leaderEpoch: 3 })
  expect(await log.offsetForTimestamp(11, offset(2))).toMatchObject({ leaderEpoch: 8 })
})

test('an empty log has no largest timestamp', async () => {
  await using workshop = new Workshop()
  const log = await workshop.open()
  expect(await log.maxTimestampOffset()).toBeNull()
})
