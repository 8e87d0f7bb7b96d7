import type { Address } from '@samsa/base'
import type { BenchTopics } from './bench-topics.ts'
import { FetchLoad } from './fetch-load.ts'
import { batchOf } from './payload.ts'
import { cpuSecondsOf, ownCpuSeconds, residentMegabytesOf } from './process-stats.ts'
import { produceFrame, ProduceLoad } from './produce-load.ts'
import type { Shape } from './shapes.ts'
import { Tally } from './tally.ts'

export interface SaturateOptions {
  readonly address: Address
  /** Of the broker, for its CPU time; without one that is not reported. */
  readonly pid: number | undefined
  readonly seconds: number
  readonly warmUpSeconds: number
  readonly connections: number
  /** Produce requests under way on each connection. */
  readonly inFlight: number
  /** What a consume shape reads again and again. */
  readonly consumeBytes: number
}

/** One shape measured. MB and GB are 10^6 and 10^9 bytes of record batches as they cross the wire. */
export interface ShapeResult {
  readonly shape: string
  readonly seconds: number
  readonly requests: number
  readonly megabytesPerSecond: number
  readonly recordsPerSecond: number
  readonly serverCpuSecondsPerGigabyte: number | null
  readonly serverCores: number | null
  readonly clientCores: number
  readonly latencyP50Ms: number
  readonly latencyP99Ms: number
  readonly serverResidentMegabytes: number | null
}

interface Load {
  start(inFlight: number): void
  stop(): Promise<void>
  destroy(): void
}

/** Runs one shape against a topic of its own, which is gone afterwards. Rejects if a request fails. */
export async function runShape(
  shape: Shape,
  options: SaturateOptions,
  topics: BenchTopics,
): Promise<ShapeResult> {
  const topic = `saturate-${process.pid}-${shape.name.replaceAll(' ', '-')}`
  await topics.create(topic, shape.partitions)
  try {
    const batches = Array.from({ length: shape.partitions }, (_, index) => batchOf(shape, index))
    return shape.kind === 'produce'
      ? await runProduce(shape, options, topics, topic, batches)
      : await runConsume(shape, options, topics, topic, batches[0]!)
  } finally {
    await topics.drop(topic)
  }
}

async function runProduce(
  shape: Shape,
  options: SaturateOptions,
  topics: BenchTopics,
  topic: string,
  batches: readonly Uint8Array[],
): Promise<ShapeResult> {
  const loads: ProduceLoad[] = []
  const result = await measured(shape, options, batches[0]!.length, (tally, onFailure) => {
    loads.push(...produceLoads(options, topic, batches, tally, onFailure))
    return loads
  })
  const accepted = loads.reduce((sum, load) => sum + load.accepted, 0)
  await checkEndOffsets(shape, topics, topic, accepted)
  return result
}

function produceLoads(
  options: SaturateOptions,
  topic: string,
  batches: readonly Uint8Array[],
  tally: Tally,
  onFailure: (error: Error) => void,
): ProduceLoad[] {
  const frame = produceFrame(topic, batches)
  const bytes = batches.reduce((sum, batch) => sum + batch.length, 0)
  return Array.from(
    { length: options.connections },
    () => new ProduceLoad(options.address, frame, bytes, tally, onFailure),
  )
}

/** An answer without an error code counts only if the records are in the log. */
async function checkEndOffsets(
  shape: Shape,
  topics: BenchTopics,
  topic: string,
  accepted: number,
): Promise<void> {
  const ends = await topics.endOffsets(topic, shape.partitions)
  const expected = accepted * shape.recordsPerBatch
  for (const end of ends ?? [-1]) {
    if (end !== expected) throw new Error(`${topic}: ${expected} records sent, ${end} in the log`)
  }
}

async function runConsume(
  shape: Shape,
  options: SaturateOptions,
  topics: BenchTopics,
  topic: string,
  batch: Uint8Array,
): Promise<ShapeResult> {
  const batches = Array.from({ length: shape.partitions }, () => batch)
  const rounds = Math.ceil(options.consumeBytes / (batch.length * shape.partitions))
  await fill(options, topic, batches, rounds)
  await checkEndOffsets(shape, topics, topic, rounds)
  const { partitions, recordsPerBatch } = shape
  const target = { topic, partitions, batchBytes: batch.length, batchRecords: recordsPerBatch }
  return measured(shape, options, batch.length, (tally, onFailure) =>
    Array.from(
      { length: options.connections },
      () => new FetchLoad(options.address, target, tally, onFailure),
    ),
  )
}

/** Exactly `rounds` requests of one batch for each partition. */
async function fill(
  options: SaturateOptions,
  topic: string,
  batches: readonly Uint8Array[],
  rounds: number,
): Promise<void> {
  let failure: Error | undefined
  const [load] = produceLoads(
    { ...options, connections: 1 },
    topic,
    batches,
    new Tally(),
    (error) => (failure ??= error),
  )
  load!.startCounted(rounds, options.inFlight)
  while (load!.accepted < rounds && failure === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  load!.destroy()
  if (failure !== undefined) throw failure
}

async function measured(
  shape: Shape,
  options: SaturateOptions,
  batchBytes: number,
  open: (tally: Tally, onFailure: (error: Error) => void) => readonly Load[],
): Promise<ShapeResult> {
  const tally = new Tally()
  let fail: (error: Error) => void = () => {}
  const failed = new Promise<never>((_, reject) => (fail = reject))
  const loads = open(tally, fail)
  const during = (milliseconds: number): Promise<void> =>
    Promise.race([new Promise<void>((resolve) => setTimeout(resolve, milliseconds)), failed])
  try {
    for (const load of loads) load.start(options.inFlight)
    await during(options.warmUpSeconds * 1000)
    const before = snapshot(options.pid)
    tally.begin()
    await during(options.seconds * 1000)
    tally.end()
    const after = snapshot(options.pid)
    await Promise.race([Promise.all(loads.map((load) => load.stop())), failed])
    return resultOf(shape, tally, batchBytes, before, after)
  } catch (error) {
    for (const load of loads) load.destroy()
    throw error
  }
}

interface Snapshot {
  readonly atMs: number
  readonly serverCpuSeconds: number
  readonly clientCpuSeconds: number
  readonly residentMegabytes: number
}

function snapshot(pid: number | undefined): Snapshot {
  return {
    atMs: performance.now(),
    serverCpuSeconds: pid === undefined ? Number.NaN : cpuSecondsOf(pid),
    clientCpuSeconds: ownCpuSeconds(),
    residentMegabytes: pid === undefined ? Number.NaN : residentMegabytesOf(pid),
  }
}

function resultOf(
  shape: Shape,
  tally: Tally,
  batchBytes: number,
  before: Snapshot,
  after: Snapshot,
): ShapeResult {
  const seconds = (after.atMs - before.atMs) / 1000
  const serverCpu = after.serverCpuSeconds - before.serverCpuSeconds
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value)
  return {
    shape: shape.name,
    seconds,
    requests: tally.requests,
    megabytesPerSecond: tally.payloadBytes / 1e6 / seconds,
    recordsPerSecond: ((tally.payloadBytes / batchBytes) * shape.recordsPerBatch) / seconds,
    serverCpuSecondsPerGigabyte: known(serverCpu / (tally.payloadBytes / 1e9)),
    serverCores: known(serverCpu / seconds),
    clientCores: (after.clientCpuSeconds - before.clientCpuSeconds) / seconds,
    latencyP50Ms: tally.quantile(0.5),
    latencyP99Ms: tally.quantile(0.99),
    serverResidentMegabytes: known(after.residentMegabytes),
  }
}
