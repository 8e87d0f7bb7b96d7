import { readFileSync, readdirSync, statSync } from 'node:fs'
import { leaderEpoch, offset } from '@samsa/base'
import type { AppendOutcome, PartitionLog } from '@samsa/log'
import { BatchView, ErrorCode } from '@samsa/protocol'
import { expect, test } from 'vitest'
import { batchOf, sequenced } from './support/batches.ts'
import { append, batchRanges, readAll } from './support/log-calls.ts'
import { tools, Workshop } from './support/workshop.ts'

const LOG = '00000000000000000000.log'

/** Everything is written on the pool, so that groups gather. */
const pooled = { limits: { writeNowBytesMax: 0 } }

/** Appends without waiting; what became of each entry, in order of the answers. */
function appendAll(log: PartitionLog, batches: readonly Uint8Array[]): Promise<AppendOutcome[]> {
  const outcomes: AppendOutcome[] = []
  return new Promise((resolve) => {
    for (const bytes of batches) {
      log.append({ origin: 'client', leaderEpoch: leaderEpoch(0), bytes }, (outcome) => {
        outcomes.push(outcome)
        if (outcomes.length === batches.length) resolve(outcomes)
      })
    }
  })
}

test('offset and leader epoch are patched into the batch, and its CRC stays good', async () => {
  await using workshop = new Workshop()
  const log = await workshop.open()
  await append(log, batchOf({ count: 4 }))
  await append(log, batchOf({ count: 2 }), { leaderEpoch: 6 })
  const bytes = readFileSync(workshop.path(LOG))
  expect(batchRanges(bytes)).toEqual([
    [0, 3],
    [4, 5],
  ])
  const second = new BatchView(bytes, batchOf({ count: 4 }).length)
  expect(second.leaderEpoch).toBe(6)
  expect(second.isValid(tools.checksum)).toBe(true)
  expect(log.latestLeaderEpoch).toBe(6)
})

test('entries that come while a write is under way go out together in the next one', async () => {
  await using workshop = new Workshop(pooled)
  const log = await workshop.open()
  await append(log, batchOf())
  workshop.disk.reset()
  const go = workshop.disk.holdWrites()
  const all = appendAll(log, [batchOf(), batchOf(), batchOf(), batchOf()])
  expect(workshop.disk.writes).toBe(0)
  go()
  const outcomes = await all
  expect(outcomes.map((outcome) => outcome.baseOffset)).toEqual([1, 2, 3, 4])
  expect(workshop.disk.writes).toBe(2)
})

test('the log end moves only once the write has resolved', async () => {
  await using workshop = new Workshop(pooled)
  const log = await workshop.open()
  await append(log, batchOf())
  const go = workshop.disk.holdWrites()
  const seen: number[] = []
  log.setListener({ onEndOffset: () => seen.push(log.logEndOffset) })
  const all = appendAll(log, [sequenced(0), sequenced(1)])
  expect([log.logEndOffset, log.activeProducers().length, seen.length]).toEqual([1, 0, 0])
  go()
  await all
  expect([log.logEndOffset, log.activeProducers()[0]!.lastSequence]).toEqual([3, 1])
  expect(seen).toEqual([2, 3])
})

test('a small append is done inside the call', async () => {
  await using workshop = new Workshop()
  workshop.clock.stop()
  const log = await workshop.open()
  await append(log, batchOf())
  let isDone = false
  const entry = { origin: 'client', leaderEpoch: leaderEpoch(0), bytes: batchOf() } as const
  log.append(entry, () => (isDone = true))
  expect(isDone).toBe(true)
})

test('an append that is called from within an answer keeps its place in the order', async () => {
  await using workshop = new Workshop()
  const log = await workshop.open()
  await append(log, batchOf())
  const offsets: number[] = []
  await new Promise<void>((resolve) => {
    const entry = { origin: 'client', leaderEpoch: leaderEpoch(0) } as const
    log.append({ ...entry, bytes: batchOf() }, (first) => {
      log.append({ ...entry, bytes: batchOf() }, (second) => {
        offsets.push(second.baseOffset)
        resolve()
      })
      offsets.push(first.baseOffset)
    })
  })
  expect(offsets).toEqual([1, 2])
})

test.each([
  ['at once', {}],
  ['on the pool', pooled],
])('short writes %s are continued to the last byte', async (_how, options) => {
  await using workshop = new Workshop(options)
  const log = await workshop.open()
  workshop.disk.writeBytesMax = 7
  const outcomes = await appendAll(log, [batchOf({ count: 3 }), batchOf(), batchOf()])
  expect(outcomes.every((outcome) => outcome.errorCode === ErrorCode.NONE)).toBe(true)
  workshop.disk.writeBytesMax = Number.POSITIVE_INFINITY
  const bytes = await readAll(log, 0)
  expect(batchRanges(bytes).length).toBe(3)
  expect(new BatchView(bytes).isValid(tools.checksum)).toBe(true)
})

test.each([
  ['at once', {}],
  ['on the pool', pooled],
])('a write that fails %s leaves nothing behind, and the log goes on', async (_how, options) => {
  await using workshop = new Workshop(options)
  const log = await workshop.open()
  await append(log, sequenced(0))
  const sizeBytes = statSync(workshop.path(LOG)).size
  workshop.disk.bytesLeft = 30
  const failed = await append(log, sequenced(1))
  expect(failed.errorCode).toBe(ErrorCode.KAFKA_STORAGE_ERROR)
  expect(statSync(workshop.path(LOG)).size).toBe(sizeBytes)
  expect([log.logEndOffset, log.isOffline]).toEqual([1, false])

  workshop.disk.bytesLeft = Number.POSITIVE_INFINITY
  const again = await append(log, sequenced(1))
  expect([again.errorCode, again.baseOffset]).toEqual([ErrorCode.NONE, 1])
})

test('a failed write answers the storage error to the whole group, and to no more', async () => {
  await using workshop = new Workshop(pooled)
  const log = await workshop.open()
  await append(log, batchOf())
  const go = workshop.disk.holdWrites()
  const first = appendAll(log, [batchOf()])
  const group = appendAll(log, [batchOf(), sequenced(0), sequenced(0)])
  workshop.disk.bytesLeft = batchOf().length
  go()
  expect((await first)[0]!.errorCode).toBe(ErrorCode.NONE)
  const outcomes = await group
  expect(outcomes.map((outcome) => outcome.errorCode)).toEqual([56, 56, 56])
  workshop.disk.bytesLeft = Number.POSITIVE_INFINITY
  expect((await append(log, batchOf())).baseOffset).toBe(2)
})

test('when the failed write cannot be cut off, the directory goes offline', async () => {
  await using workshop = new Workshop()
  const log = await workshop.open()
  await append(log, batchOf())
  const heard: string[] = []
  log.setListener({ onOffline: (_log, error) => heard.push(error.code) })
  workshop.disk.bytesLeft = 10
  workshop.disk.isTruncateFailing = true
  expect((await append(log, batchOf())).errorCode).toBe(ErrorCode.KAFKA_STORAGE_ERROR)
  expect(log.isOffline).toBe(true)
  expect(heard).toEqual(['LOG_OFFLINE'])
  workshop.disk.bytesLeft = Number.POSITIVE_INFINITY
  expect((await append(log, batchOf())).errorCode).toBe(ErrorCode.KAFKA_STORAGE_ERROR)
})

test('a failed sync takes the directory offline, and is not tried again', async () => {
  await using workshop = new Workshop()
  const log = await workshop.open()
  await append(log, batchOf())
  workshop.disk.isSyncFailing = true
  await expect(log.flush('flush')).rejects.toThrow(/offline/)
  workshop.disk.isSyncFailing = false
  workshop.disk.reset()
  await expect(log.flush('flush')).rejects.toThrow(/offline/)
  expect(workshop.disk.syncs).toEqual([])
})

test('append says when more than the bound waits, and takes the entry all the same', async () => {
  await using workshop = new Workshop({
    limits: { writeNowBytesMax: 0, partitionAppendQueueBytesMax: 3000 },
  })
  const log = await workshop.open()
  await append(log, batchOf())
  const go = workshop.disk.holdWrites()
  const bytes = (): Uint8Array => batchOf({ valueBytes: 1000 })
  const answers: boolean[] = []
  const done: Promise<AppendOutcome>[] = []
  for (let index = 0; index < 4; index += 1) {
    done.push(
      new Promise((resolve) => {
        const entry = { origin: 'client', leaderEpoch: leaderEpoch(0), bytes: bytes() } as const
        answers.push(log.append(entry, resolve))
      }),
    )
  }
  expect(answers).toEqual([true, true, false, false])
  expect(log.appendQueueBytes).toBe(bytes().length * 4)
  go()
  await Promise.all(done)
  expect([log.appendQueueBytes, log.logEndOffset]).toEqual([0, 5])
})

test('a full segment rolls, and the old one is synced with its indexes and a snapshot', async () => {
  await using workshop = new Workshop({ config: { segmentBytes: 500 } })
  const log = await workshop.open()
  for (let index = 0; index < 8; index += 1) await append(log, sequenced(index))
  expect(log.segmentCount).toBeGreaterThan(1)
  await log.flush('flush')
  const names = readdirSync(workshop.path('.')).filter((name) => name.endsWith('.snapshot'))
  expect(names.length).toBe(log.segmentCount - 1)
  expect(log.recoveryPoint).toBe(log.logEndOffset)
  expect(batchRanges(await readAll(log, 0)).length).toBe(8)
})

test('a roll that fails refuses what waits and changes nothing', async () => {
  await using workshop = new Workshop({ config: { segmentBytes: 200 } })
  const log = await workshop.open()
  await append(log, batchOf({ valueBytes: 80 }))
  workshop.disk.isOpenFailing = true
  const refused = await append(log, batchOf({ valueBytes: 80 }))
  expect([refused.errorCode, log.segmentCount, log.isOffline]).toEqual([56, 1, false])
  workshop.disk.isOpenFailing = false
  const taken = await append(log, batchOf({ valueBytes: 80 }))
  expect([taken.errorCode, taken.baseOffset, log.segmentCount]).toEqual([0, 1, 2])
})

test('flush.messages holds the answer back until the records are on the platter', async () => {
  await using workshop = new Workshop({ config: { flushMessages: 3 } })
  const log = await workshop.open()
  await append(log, batchOf())
  await append(log, batchOf())
  workshop.disk.reset()
  await append(log, batchOf())
  expect(workshop.disk.syncs.filter((path) => path.endsWith('.log')).length).toBe(1)
  expect(log.recoveryPoint).toBe(3)
})

test('flush.ms syncs a little after a write, by itself', async () => {
  await using workshop = new Workshop({ config: { flushMs: 5 } })
  const log = await workshop.open()
  await append(log, batchOf())
  await expect.poll(() => log.recoveryPoint).toBe(offset(1))
})

test('bytes that are no whole batch are a bug of the caller, not data', async () => {
  await using workshop = new Workshop()
  const log = await workshop.open()
  await append(log, batchOf())
  const entry = { origin: 'client', leaderEpoch: leaderEpoch(0) } as const
  const cut = { ...entry, bytes: batchOf().subarray(0, 65) }
  expect(() => log.append(cut, () => {})).toThrow(/whole, validated batches/)
})
