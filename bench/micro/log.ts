/**
 * `node bench/micro/log.ts [append] [read] [tail] [start]`: what a partition's log costs: appends on a disk
 * that does nothing (our own code, and heap per append) and on the real one, at once against on the
 * pool; reads in order, from memory and from files; a clean start with 4,000 partitions. CPU is that of
 * the whole process, pool threads included.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createMemoryPool,
  createMetrics,
  type Disk,
  type Doors,
  leaderEpoch,
  offset,
  silentLogger,
  uuid,
} from '@samsa/base'
import { createNodeDoors } from '@samsa/base/node'
import {
  defaultLogConfig,
  type LogLimits,
  openLogManager,
  openPartitionLog,
  type OwnedPartitionLog,
  writeMetaProperties,
} from '@samsa/log'
import { buildBatch } from '@samsa/protocol'
import { newBatchTools, textOf } from './batch-tools.ts'
import { heapBytesOf } from './heap.ts'
import { nanosecondsOf, printTable } from './measure.ts'

const TOPIC_ID = uuid('EjRWeJCrze9-3LoJh2VDIQ')
const CLUSTER_ID = '29QOjU-O7zyIhi_lXehRmg'
const MEBIBYTE = 1_048_576
const tools = newBatchTools()

function batchOf(count: number, valueBytes: number, baseSequence: number = -1): Uint8Array {
  const records = Array.from({ length: count }, (_, at) => ({
    key: null,
    value: textOf(valueBytes, at + 1),
    timestamp: Date.now() + at,
  }))
  const isIdempotent = baseSequence >= 0
  const producer = isIdempotent ? { producerId: 5, producerEpoch: 0, baseSequence } : {}
  return buildBatch(tools, producer, records)
}

/** Takes writes and forgets them. */
function forgetfulDisk(below: Disk): Disk {
  return {
    ...methodsOf(below),
    writevNow: (_file, pieces) => pieces.reduce((sum, piece) => sum + piece.length, 0),
  }
}

function methodsOf(disk: Disk): Disk {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(disk)) as (keyof Disk)[]
  const bound = names.map((name) => [name, (disk[name] as () => unknown).bind(disk)])
  return Object.fromEntries(bound) as Disk
}

interface Opened {
  readonly log: OwnedPartitionLog
  readonly directory: string
}

async function openLog(
  doors: Doors,
  disk: Disk,
  limits: Partial<LogLimits>,
  segmentBytes: number,
): Promise<Opened> {
  const directory = mkdtempSync(join(tmpdir(), 'samsa-bench-log-'))
  const log = await openPartitionLog({
    doors: { ...doors, disk },
    memory: createMemoryPool(),
    ...tools,
    logger: silentLogger,
    metrics: createMetrics(),
    limits,
    directory,
    topic: 'bench',
    partition: 0,
    topicId: TOPIC_ID,
    config: { ...defaultLogConfig, segmentBytes },
  })
  return { log, directory }
}

async function dispose({ log, directory }: Opened): Promise<void> {
  await log.abandon()
  rmSync(directory, { recursive: true, force: true })
}

function appendOnce(log: OwnedPartitionLog, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    log.append({ origin: 'client', leaderEpoch: leaderEpoch(0), bytes }, (outcome) => {
      if (outcome.errorCode === 0) resolve()
      else reject(new Error(`append answered ${outcome.errorCode}`))
    })
  })
}

/** Our own code: planning, stamping, index, outcome; the disk takes all and does nothing. */
async function benchOwnCost(doors: Doors): Promise<void> {
  const { clock } = doors
  const still = {
    wallMs: () => clock.wallMs(),
    monotonicMs: () => 0,
    setTimer: clock.setTimer.bind(clock),
    afterIo: clock.afterIo.bind(clock),
  }
  const disk = forgetfulDisk(doors.disk)
  const opened = await openLog({ ...doors, clock: still }, disk, {}, 2_000_000_000)
  const { log } = opened
  const rows = [['append, disk that does nothing', 'ns', 'heap bytes']]
  for (const [name, bytes] of [
    ['1 record of 100 B', batchOf(1, 100)],
    ['16 records of 100 B', batchOf(16, 100)],
  ] as const) {
    await appendOnce(log, bytes)
    const entry = { origin: 'client', leaderEpoch: leaderEpoch(0), bytes } as const
    const run = () => log.append(entry, () => {})
    const [nanoseconds] = nanosecondsOf([{ name, run }])
    rows.push([name, nanoseconds!.toFixed(0), (await heapBytesOf(run)).toFixed(0)])
  }
  printTable(rows)
  await dispose(opened)
}

/** Seconds of wall time and CPU that `work` takes. */
async function costOf(work: () => Promise<void>): Promise<{ wallS: number; cpuS: number }> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { wallS: (performance.now() - start) / 1000, cpuS: (user + system) / 1e6 }
}

/** Keeps `inFlight` appends going until `totalBytes` are in. */
function appendMany(
  log: OwnedPartitionLog,
  batches: readonly Uint8Array[],
  totalBytes: number,
): Promise<void> {
  let left = totalBytes
  let inFlight = 0
  return new Promise((resolve, reject) => {
    const next = (bytes: Uint8Array): void => {
      if (left <= 0) {
        if (inFlight === 0) resolve()
        return
      }
      left -= bytes.length
      inFlight += 1
      log.append({ origin: 'client', leaderEpoch: leaderEpoch(0), bytes }, (outcome) => {
        inFlight -= 1
        if (outcome.errorCode !== 0) reject(new Error(`append answered ${outcome.errorCode}`))
        // As a connection would: the next request comes with the next turn of the loop.
        else setImmediate(next, bytes)
      })
    }
    for (const bytes of batches) next(bytes)
  })
}

async function benchAppend(doors: Doors): Promise<void> {
  const rows = [['append, real disk, 4 at a time', 'MB/s', 'CPU s/GB']]
  const totalBytes = 256 * MEBIBYTE
  for (const [size, count, valueBytes] of [
    ['1 KiB', 1, 950],
    ['16 KiB', 16, 950],
    ['64 KiB', 64, 950],
    ['256 KiB', 256, 950],
    ['1 MiB', 1000, 950],
  ] as const) {
    for (const [how, writeNowBytesMax] of [
      ['at once', 16 * MEBIBYTE],
      ['on the pool', 0],
    ] as const) {
      const opened = await openLog(doors, doors.disk, { writeNowBytesMax }, 2_000_000_000)
      const batches = Array.from({ length: 4 }, () => batchOf(count, valueBytes))
      const bytes = size === '1 KiB' ? totalBytes / 8 : totalBytes
      await appendMany(opened.log, batches, bytes / 8)
      const { wallS, cpuS } = await costOf(() => appendMany(opened.log, batches, bytes))
      rows.push([
        `${size} ${how}`,
        (bytes / 1e6 / wallS).toFixed(0),
        (cpuS / (bytes / 1e9)).toFixed(2),
      ])
      await dispose(opened)
    }
  }
  printTable(rows)
}

/** Reads in order from the beginning to the end, releasing each at once. */
async function readThrough(log: OwnedPartitionLog, maxBytes: number): Promise<number> {
  let at = 0
  let bytes = 0
  while (at < log.logEndOffset) {
    await new Promise<void>((resolve) => {
      const options = { maxBytes, upTo: log.logEndOffset, minOneBatch: true }
      log.read(offset(at), options, (got) => {
        bytes += got.sizeBytes
        at = got.nextOffset
        got.release()
        resolve()
      })
    })
  }
  return bytes
}

async function benchRead(doors: Doors): Promise<void> {
  const rows = [['read in order, from the page cache', 'MB/s', 'CPU s/GB']]
  const totalBytes = 256 * MEBIBYTE
  for (const [size, maxBytes] of [
    ['16 KiB', 16_384],
    ['64 KiB', 65_536],
    ['256 KiB', 262_144],
    ['1 MiB', MEBIBYTE],
  ] as const) {
    for (const [how, readNowBytesMax] of [
      ['at once', 16 * MEBIBYTE],
      ['on the pool', 0],
    ] as const) {
      const limits = {
        readNowBytesMax,
        tailCacheBytesMax: 0,
        writeNowBytesMax: MEBIBYTE,
      }
      const opened = await openLog(doors, doors.disk, limits, 2_000_000_000)
      await appendMany(opened.log, [batchOf(15, 980)], totalBytes)
      await readThrough(opened.log, maxBytes)
      let bytes = 0
      const { wallS, cpuS } = await costOf(async () => {
        bytes = await readThrough(opened.log, maxBytes)
      })
      rows.push([
        `${size} ${how}`,
        (bytes / 1e6 / wallS).toFixed(0),
        (cpuS / (bytes / 1e9)).toFixed(3),
      ])
      await dispose(opened)
    }
  }
  printTable(rows)
}

/** CPU of appending 16 KiB and reading it `readers` times at once, per GB appended. */
async function tailCost(doors: Doors, tailCacheBytesMax: number, readers: number): Promise<number> {
  const opened = await openLog(doors, doors.disk, { tailCacheBytesMax }, 2_000_000_000)
  const { log } = opened
  const bytes = batchOf(15, 980)
  const round = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      await appendOnce(log, bytes)
      const upTo = log.logEndOffset
      const options = { maxBytes: MEBIBYTE, upTo, minOneBatch: true }
      for (let reader = 0; reader < readers; reader += 1) {
        log.read(offset(upTo - 15), options, (got) => got.release())
      }
    }
  }
  await round(2000)
  const { cpuS } = await costOf(() => round(6000))
  await dispose(opened)
  return cpuS / ((bytes.length * 6000) / 1e9)
}

async function benchTail(doors: Doors): Promise<void> {
  const rows = [['append 16 KiB, then read it, CPU s/GB', 'tail cache', 'file']]
  for (const readers of [1, 2, 4]) {
    const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (let round = 0; round < 5; round += 1) {
      for (const [way, bytesMax] of [32 * MEBIBYTE, 0].entries()) {
        least[way] = Math.min(least[way]!, await tailCost(doors, bytesMax, readers))
      }
    }
    rows.push([`${readers} readers`, least[0]!.toFixed(2), least[1]!.toFixed(2)])
  }
  printTable(rows)
}

async function benchStart(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'samsa-bench-log-'))
  const rows = [['4,000 partitions, a batch in each', 'ms', 'CPU ms']]
  const bytes = batchOf(2, 100)
  const timed = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
    let value: Value | undefined
    const { wallS, cpuS } = await costOf(async () => {
      value = await work()
    })
    rows.push([name, (wallS * 1000).toFixed(0), (cpuS * 1000).toFixed(0)])
    return value!
  }
  const open = async () => {
    const doors = createNodeDoors()
    const manager = await openLogManager({
      doors,
      memory: createMemoryPool(),
      ...tools,
      logger: silentLogger,
      metrics: createMetrics(),
      directories: [directory],
      clusterId: CLUSTER_ID,
      nodeId: 1,
    })
    await manager.load(() => defaultLogConfig)
    manager.start({ brokerEpoch: () => 1, highWatermark: (log) => log.logEndOffset })
    return { manager, doors }
  }
  const meta = { clusterId: CLUSTER_ID, nodeId: 1, directoryId: TOPIC_ID }
  await writeMetaProperties(createNodeDoors().disk, directory, meta)
  const first = await open()
  await timed('create and append', async () => {
    for (let partition = 0; partition < 4000; partition += 1) {
      const log = await first.manager.getOrCreate('t', TOPIC_ID, partition, defaultLogConfig)
      await new Promise<void>((resolve) => {
        log.append({ origin: 'client', leaderEpoch: leaderEpoch(0), bytes }, () => resolve())
      })
    }
  })
  await timed('clean stop', () => first.manager.close())
  const second = await timed('clean start', open)
  await timed('retention pass', () => second.manager.runRetention())
  await timed('clean stop of idle logs', () => second.manager.close())
  const third = await timed('clean start again', open)
  await third.manager.abandon()
  const fourth = await timed('start after a kill', open)
  await fourth.manager.abandon()
  for (const { doors } of [first, second, third, fourth]) await doors.compute.close()
  rmSync(directory, { recursive: true, force: true })
  printTable(rows)
}

const asked = process.argv.slice(2)
const wants = (name: string): boolean => asked.length === 0 || asked.includes(name)
const doors = createNodeDoors()
if (wants('append')) {
  await benchOwnCost(doors)
  await benchAppend(doors)
}
if (wants('read')) await benchRead(doors)
if (wants('tail')) await benchTail(doors)
if (wants('start')) await benchStart()
await doors.compute.close()
