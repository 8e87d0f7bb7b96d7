import {
  createMemoryPool,
  createMetrics,
  leaderEpoch,
  offset,
  silentLogger,
  uuid,
} from '@samsa/base'
import { defaultLogConfig, openLogManager, writeMetaProperties } from '@samsa/log'
import type { AppendOutcome, LogManager, LogRead, PartitionLog } from '@samsa/log'
import { BatchView, buildBatch, createChecksum, createCompression } from '@samsa/protocol'
import { type CrashMode, Prng, type SimHost, Simulation } from '@samsa/testkit'

const DIRECTORY = '/data'
const TOPIC_ID = uuid('EjRWeJCrze9-3LoJh2VDIQ')
const CLUSTER_ID = '29QOjU-O7zyIhi_lXehRmg'
const tools = { checksum: createChecksum(), compression: createCompression() }

const config = {
  ...defaultLogConfig,
  segmentBytes: 900,
  indexIntervalBytes: 200,
  retentionMs: -1,
  retentionBytes: 6000,
  fileDeleteDelayMs: 50,
}

export interface LogWorldOptions {
  readonly seed: number
  /** Steps of the script. */
  readonly steps: number
  /** Group writes on the pool, or at once. */
  readonly writeNowBytesMax?: number
}

/**
 * A log manager on a simulated disk, a script that works on one partition, and what the script was
 * promised. After a crash `verify` holds the directory against the promises.
 */
export class LogWorld {
  readonly simulation: Simulation
  readonly host: SimHost
  readonly #options: LogWorldOptions
  readonly #random: Prng
  /** Every batch that was handed to `append`, as it may lie in the log, by base offset. */
  readonly #attempted: Map<number, Uint8Array[]>
  /** Where the batches that lie in the log now begin. */
  #bases: number[]
  #sequence: number
  /** Offset after the last acknowledged batch. */
  #acknowledgedEnd: number
  /** Offset below which a flush has promised everything. */
  #durableEnd: number
  /** Offset up to which a deletion of records has been acknowledged. */
  #deletedTo: number
  isFinished: boolean

  constructor(options: LogWorldOptions) {
    this.simulation = new Simulation({ seed: options.seed })
    this.host = this.simulation.host('node')
    this.host.volume.makeDirectories(DIRECTORY)
    this.#options = options
    this.#random = this.simulation.random('script')
    this.#attempted = new Map()
    this.#bases = []
    this.#sequence = 0
    this.#acknowledgedEnd = 0
    this.#durableEnd = 0
    this.#deletedTo = 0
    this.isFinished = false
  }

  /** Formats the directory: done before anything can crash. */
  async prepare(): Promise<void> {
    const directoryId = uuid('7WJ-YhEzT66Lqf3izY_5PQ')
    const meta = { clusterId: CLUSTER_ID, nodeId: 1, directoryId }
    await this.simulation.complete(() => writeMetaProperties(this.host.doors.disk, DIRECTORY, meta))
  }

  /** Runs the script for so many events; all of it when it is shorter. Returns the events run. */
  async runScript(eventsMax: number): Promise<number> {
    const work = this.#script()
    work.catch((error: unknown) => this.simulation.fail(error))
    const end = await this.simulation.run({ until: () => this.isFinished, eventsMax })
    return end.events
  }

  async #start(): Promise<LogManager> {
    const manager = await openLogManager({
      doors: this.host.doors,
      memory: createMemoryPool({ poison: true }),
      ...tools,
      logger: silentLogger,
      metrics: createMetrics(),
      limits: { writeNowBytesMax: this.#options.writeNowBytesMax ?? 65_536 },
      directories: [DIRECTORY],
      clusterId: CLUSTER_ID,
      nodeId: 1,
    })
    await manager.load(() => config)
    manager.start({ brokerEpoch: () => 5, highWatermark: (log) => log.logEndOffset })
    return manager
  }

  async #script(): Promise<void> {
    const manager = await this.#start()
    const log = await manager.getOrCreate('t', TOPIC_ID, 0, config)
    for (let step = 0; step < this.#options.steps; step += 1) await this.#step(manager, log)
    if (this.#random.integer(2) === 0) await manager.close()
    else await manager.abandon()
    this.isFinished = true
  }

  async #step(manager: LogManager, log: PartitionLog): Promise<void> {
    switch (this.#random.integer(14)) {
      case 0:
        return this.#flush(log)
      case 1:
        return manager.writeCheckpoints()
      case 2:
        return log.roll()
      case 3:
        return manager.runRetention()
      case 4:
        return this.#deleteRecords(log)
      case 5:
        return this.#truncate(log)
      default:
        return this.#append(log)
    }
  }

  async #flush(log: PartitionLog): Promise<void> {
    const promised = await log.flush('flush')
    this.#durableEnd = Math.max(this.#durableEnd, promised)
  }

  async #deleteRecords(log: PartitionLog): Promise<void> {
    const { logStartOffset, logEndOffset } = log
    const at = logStartOffset + this.#random.integer(Math.min(3, logEndOffset - logStartOffset) + 1)
    this.#deletedTo = Math.max(this.#deletedTo, await log.deleteRecordsBefore(offset(at)))
  }

  /** To the beginning of one of the last batches; those cut off may come back with a power cut. */
  async #truncate(log: PartitionLog): Promise<void> {
    const bases = this.#bases.filter((base) => base >= log.logStartOffset)
    const at = bases.at(-1 - this.#random.integer(4))
    if (at === undefined) return
    this.#durableEnd = Math.min(this.#durableEnd, at)
    this.#acknowledgedEnd = Math.min(this.#acknowledgedEnd, at)
    this.#bases = this.#bases.filter((base) => base < at)
    await log.truncateTo(offset(at))
    const known = log.activeProducers()[0]?.lastSequence
    this.#sequence = known === undefined ? this.#sequence : known + 1
  }

  async #append(log: PartitionLog): Promise<void> {
    const bytes = this.#nextBatch(log.logEndOffset)
    const outcome = await appendTo(log, bytes)
    if (outcome.errorCode !== 0) throw new Error(`append answered ${outcome.errorCode}`)
    this.#acknowledgedEnd = outcome.lastOffset + 1
    this.#bases.push(outcome.baseOffset)
  }

  #nextBatch(baseOffset: number): Uint8Array {
    const count = 1 + this.#random.integer(3)
    const value = Buffer.alloc(this.#random.integer(150), this.#sequence)
    const records = Array.from({ length: count }, () => ({
      key: null,
      value,
      timestamp: this.simulation.settings.startWallMs,
    }))
    const bytes = buildBatch(
      tools,
      {
        producerId: 7,
        producerEpoch: 0,
        baseSequence: this.#sequence,
        baseOffset,
        leaderEpoch: 3,
      },
      records,
    )
    this.#sequence += count
    const others = this.#attempted.get(baseOffset) ?? []
    this.#attempted.set(baseOffset, [...others, bytes])
    return Uint8Array.from(bytes)
  }

  crash(mode: CrashMode | 'process'): void {
    this.host.kill(mode)
    this.host.restart()
    if (mode === 'process') this.#durableEnd = Math.max(this.#durableEnd, this.#acknowledgedEnd)
  }

  /** Opens the directory after a crash, checks every promise, and goes on writing. */
  async verify(): Promise<void> {
    await this.simulation.complete(async () => {
      const manager = await this.#start()
      const found = manager.get('t', 0)
      if (found === undefined && this.#durableEnd > 0) throw this.#broken('the log is gone')
      const log = found ?? (await manager.getOrCreate('t', TOPIC_ID, 0, config))
      await this.#checkLog(log)
      await this.#goOn(log)
      await manager.close()
    })
  }

  async #checkLog(log: PartitionLog): Promise<void> {
    const { logStartOffset, logEndOffset } = log
    if (logEndOffset < this.#durableEnd) {
      throw this.#broken(`ends at ${logEndOffset}, ${this.#durableEnd} was promised`)
    }
    if (logStartOffset < this.#deletedTo) {
      throw this.#broken(`starts at ${logStartOffset}, deleted up to ${this.#deletedTo}`)
    }
    let lastSequence = -1
    let at: number = logStartOffset
    while (at < logEndOffset) {
      const batch = new BatchView(await this.#readOne(log, at))
      const expected = this.#attempted.get(batch.baseOffset) ?? []
      if (!expected.some((bytes) => Buffer.compare(batch.bytes, bytes) === 0)) {
        throw this.#broken(`the batch at ${batch.baseOffset} is not what was written`)
      }
      if (at !== logStartOffset && batch.baseOffset !== at) throw this.#broken(`a hole at ${at}`)
      lastSequence = batch.lastSequence
      at = batch.nextOffset
    }
    const known = log.activeProducers()[0]?.lastSequence ?? -1
    if (lastSequence >= 0 && known !== lastSequence) {
      throw this.#broken(`sequence ${known} is known, ${lastSequence} is in the log`)
    }
  }

  /** The log takes the producer's next batch; the script's later attempts no longer count. */
  async #goOn(log: PartitionLog): Promise<void> {
    const known = log.activeProducers()[0]?.lastSequence
    this.#sequence = known === undefined ? this.#sequence : known + 1
    for (const base of this.#attempted.keys()) {
      if (base >= log.logEndOffset) this.#attempted.delete(base)
    }
    this.#acknowledgedEnd = log.logEndOffset
    await this.#append(log)
    await this.#flush(log)
  }

  async #readOne(log: PartitionLog, at: number): Promise<Uint8Array> {
    const options = { maxBytes: 1, upTo: log.logEndOffset, minOneBatch: true }
    const got = await new Promise<LogRead>((resolve) => log.read(offset(at), options, resolve))
    const bytes = Buffer.concat(got.pieces)
    got.release()
    if (got.errorCode === 0 && bytes.length > 0) return bytes
    throw this.#broken(`a read at ${at} answered ${got.errorCode} with ${bytes.length} bytes`)
  }

  #broken(what: string): Error {
    return this.simulation.error(`promise broken: ${what}`)
  }
}

function appendTo(log: PartitionLog, bytes: Uint8Array): Promise<AppendOutcome> {
  const entry = { origin: 'client', leaderEpoch: leaderEpoch(3), bytes } as const
  return new Promise((resolve) => log.append(entry, resolve))
}
