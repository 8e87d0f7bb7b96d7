import { readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { leaderEpoch, offset } from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import { describe, expect, test } from 'vitest'
import { batchOf, sequenced } from './support/batches.ts'
import { append, batchRanges, read, readAll } from './support/log-calls.ts'
import { Workshop } from './support/workshop.ts'

/** Records are of about this time: older producers are forgotten at a start. */
const NOW = 2000

const small = { config: { segmentBytes: 600, indexIntervalBytes: 100 } }

const segmentName = (base: number, suffix: string): string =>
  String(base).padStart(20, '0') + suffix

/** 30 batches of a producer over several segments, abandoned as by a crash. */
async function crashedLog(workshop: Workshop) {
  workshop.clock.setWallMs(NOW)
  const log = await workshop.open()
  for (let index = 0; index < 30; index += 1) {
    await append(log, sequenced(index, 1, { valueBytes: 40, timestamp: 1000 + index }))
  }
  await log.abandon()
  const bases = readdirSync(workshop.path('.'))
    .filter((name) => name.endsWith('.log'))
    .map((name) => parseInt(name, 10))
  return { bases, all: await everything(workshop) }
}

/** The bytes of all segments. */
async function everything(workshop: Workshop): Promise<Buffer> {
  const names = readdirSync(workshop.path('.')).filter((name) => name.endsWith('.log'))
  return Buffer.concat(names.sort().map((name) => readFileSync(workshop.path(name))))
}

function filesOf(workshop: Workshop): Record<string, string> {
  const files: Record<string, string> = {}
  for (const name of readdirSync(workshop.path('.'))) {
    files[name] = readFileSync(workshop.path(name)).toString('hex')
  }
  return files
}

test('after a crash all that was written is there, with indexes and producers as before', async () => {
  await using workshop = new Workshop(small)
  const { all } = await crashedLog(workshop)
  const log = await workshop.open()
  expect(log.logEndOffset).toBe(30)
  expect(Buffer.compare(await readAll(log, 0, 300), all)).toBe(0)
  expect(log.activeProducers()).toMatchObject([{ producerId: 7, lastSequence: 29 }])
  const repeat = await append(log, sequenced(29, 1, { valueBytes: 40, timestamp: 1029 }))
  expect([repeat.isDuplicate, repeat.baseOffset]).toEqual([true, 29])
  expect((await append(log, sequenced(31))).errorCode).toBe(45)
})

test.each([1, 20, 60, 61, 100])(
  'a tail torn after %i bytes of a batch is cut off',
  async (left) => {
    await using workshop = new Workshop(small)
    const { bases, all } = await crashedLog(workshop)
    const active = segmentName(bases.at(-1)!, '.log')
    const whole = readFileSync(workshop.path(active))
    const torn = sequenced(30, 1, { valueBytes: 80 }).subarray(0, left)
    writeFileSync(workshop.path(active), Buffer.concat([whole, torn]))
    const log = await workshop.open()
    expect(log.logEndOffset).toBe(30)
    expect(Buffer.compare(await everything(workshop), all)).toBe(0)
    expect((await append(log, sequenced(30, 1, { valueBytes: 40 }))).baseOffset).toBe(30)
  },
)

test('at the first bad batch the log is cut, and all later segments are removed', async () => {
  await using workshop = new Workshop(small)
  const { bases } = await crashedLog(workshop)
  const damaged = workshop.path(segmentName(bases[1]!, '.log'))
  const bytes = readFileSync(damaged)
  const second = batchRanges(bytes)[1]!
  bytes[bytes.length - 3] = bytes[bytes.length - 3]! ^ 1
  writeFileSync(damaged, bytes)
  const lastGood = batchRanges(bytes).at(-2)![1]
  const log = await workshop.open()
  expect(second[0]).toBeLessThanOrEqual(lastGood)
  expect(log.logEndOffset).toBe(lastGood + 1)
  expect(log.segmentCount).toBe(2)
  expect(readdirSync(workshop.path('.')).filter((name) => name.endsWith('.log')).length).toBe(2)
  expect(log.activeProducers()).toMatchObject([{ lastSequence: lastGood }])
  expect(workshop.logger.lines.join()).toMatch(/cut at its first bad batch/)
})

test('below the recovery point nothing is walked', async () => {
  await using workshop = new Workshop(small)
  const { bases } = await crashedLog(workshop)
  const old = workshop.path(segmentName(bases[0]!, '.log'))
  const bytes = readFileSync(old)
  bytes[bytes.length - 3] = bytes[bytes.length - 3]! ^ 1
  writeFileSync(old, bytes)
  const log = await workshop.open({ recoveryPoint: offset(bases.at(-1)! + 1) })
  expect(log.logEndOffset).toBe(30)
})

test('recovering twice changes nothing the second time', async () => {
  await using workshop = new Workshop(small)
  const { bases } = await crashedLog(workshop)
  truncateSync(workshop.path(segmentName(bases.at(-1)!, '.log')), 70)
  await (await workshop.open()).abandon()
  const once = filesOf(workshop)
  await (await workshop.open()).abandon()
  expect(filesOf(workshop)).toEqual(once)
})

test('a log that ends before its start begins again at the start', async () => {
  await using workshop = new Workshop(small)
  await crashedLog(workshop)
  const log = await workshop.open({ logStartOffset: offset(50) })
  expect([log.logStartOffset, log.logEndOffset, log.sizeBytes]).toEqual([50, 50, 0])
  expect((await append(log, batchOf())).baseOffset).toBe(50)
})

test('the leader epochs of the lost tail go with it, those of the batches come back', async () => {
  await using workshop = new Workshop()
  const log = await workshop.open()
  for (const epoch of [1, 1, 4, 6]) await append(log, batchOf(), { leaderEpoch: epoch })
  await log.abandon()
  writeFileSync(workshop.path('leader-epoch-checkpoint'), '0\n2\n1 0\n9 77\n')
  const again = await workshop.open()
  expect(again.latestLeaderEpoch).toBe(6)
  expect(again.endOffsetForEpoch(leaderEpoch(1))).toEqual({ leaderEpoch: 1, endOffset: 2 })
  expect(again.endOffsetForEpoch(leaderEpoch(5))).toEqual({ leaderEpoch: 4, endOffset: 3 })
})

/** A message of format 1: no key, 100 bytes of value. */
function oldMessage(): Buffer {
  const message = Buffer.alloc(134)
  message.writeInt32BE(122, 8)
  message[16] = 1
  message.writeInt32BE(-1, 26)
  message.writeInt32BE(100, 30)
  message.writeUInt32BE(crc32(message.subarray(16)), 12)
  return message
}

test('a segment of an old message format is refused, not cut to nothing', async () => {
  await using workshop = new Workshop()
  await (await workshop.open()).abandon()
  const old = oldMessage()
  writeFileSync(workshop.path('00000000000000000000.log'), old)
  await expect(workshop.open()).rejects.toThrow(/message of format 1/)
  expect(readFileSync(workshop.path('00000000000000000000.log')).length).toBe(old.length)
})

describe('damaged companions of a cleanly closed log', () => {
  /** 30 batches, closed; the bases of the segments. */
  async function closedLog(workshop: Workshop) {
    workshop.clock.setWallMs(NOW)
    const log = await workshop.open()
    for (let index = 0; index < 30; index += 1) {
      await append(log, sequenced(index, 1, { valueBytes: 40, timestamp: 1000 + index }))
    }
    await log.close()
    return readdirSync(workshop.path('.'))
      .filter((name) => name.endsWith('.log'))
      .map((name) => parseInt(name, 10))
  }

  const damages: [string, (path: string) => void][] = [
    ['missing', (path) => rmSync(path)],
    ['empty', (path) => writeFileSync(path, '')],
    ['one entry of zeros', (path) => writeFileSync(path, Buffer.alloc(24))],
    ['allocated and never written', (path) => writeFileSync(path, Buffer.alloc(10_485_720))],
    ['cut inside an entry', (path) => truncateSync(path, readFileSync(path).length - 3)],
  ]

  for (const suffix of ['.index', '.timeindex']) {
    test.each(damages)(
      `every ${suffix} %s: look-ups and rolls go on as before`,
      async (_how, hurt) => {
        await using workshop = new Workshop(small)
        const bases = await closedLog(workshop)
        for (const base of bases) hurt(workshop.path(segmentName(base, suffix)))
        const log = await workshop.open({ isCleanStop: true })
        expect(log.logEndOffset).toBe(30)
        for (let at = 0; at < 30; at += 1) {
          expect((await read(log, at, { maxBytes: 1 })).baseOffset).toBe(at)
          const found = await log.offsetForTimestamp(1000 + at, log.logEndOffset)
          expect(found).toMatchObject({ offset: at, timestamp: 1000 + at })
        }
        for (let index = 30; index < 50; index += 1) {
          const outcome = await append(
            log,
            sequenced(index, 1, { valueBytes: 40, timestamp: 1000 + index }),
          )
          expect(outcome.errorCode).toBe(ErrorCode.NONE)
        }
        await log.close()
        for (const base of bases) {
          const bytes = readFileSync(workshop.path(segmentName(base, suffix))).length
          expect(bytes % (suffix === '.index' ? 8 : 12)).toBe(0)
          expect(bytes).toBeLessThan(600)
        }
      },
    )
  }

  test('a corrupt snapshot is removed, and the state is made from an older one', async () => {
    await using workshop = new Workshop(small)
    await closedLog(workshop)
    const newest = workshop.path(segmentName(30, '.snapshot'))
    const bytes = readFileSync(newest)
    bytes[20] = bytes[20]! ^ 1
    writeFileSync(newest, bytes)
    const log = await workshop.open({ isCleanStop: true })
    expect(log.activeProducers()).toMatchObject([{ producerId: 7, lastSequence: 29 }])
    expect(readdirSync(workshop.path('.'))).not.toContain(segmentName(30, '.snapshot'))
  })

  test('stray files of interrupted work are finished or removed', async () => {
    await using workshop = new Workshop(small)
    const bases = await closedLog(workshop)
    const second = readFileSync(workshop.path(segmentName(bases[1]!, '.log')))
    writeFileSync(workshop.path(segmentName(999, '.index')), 'orphan')
    writeFileSync(workshop.path(segmentName(0, '.log.deleted')), 'gone')
    writeFileSync(workshop.path(segmentName(bases[1]!, '.log.swap')), second)
    writeFileSync(workshop.path(segmentName(bases[2]!, '.log.swap')), 'unfinished')
    writeFileSync(workshop.path(segmentName(bases[2]!, '.log.cleaned')), 'unfinished')
    const log = await workshop.open({ isCleanStop: true })
    const ranges = batchRanges(await readAll(log, 0))
    expect(ranges.map(([base]) => base)).toEqual(Array.from({ length: 30 }, (_, at) => at))
    const odd = readdirSync(workshop.path('.')).filter((name) =>
      /deleted|swap|cleaned|999/.test(name),
    )
    expect(odd).toEqual([])
  })
})
