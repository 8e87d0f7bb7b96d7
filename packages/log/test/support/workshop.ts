import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, createMemoryPool, createMetrics, uuid } from '@samsa/base'
import type { Disk, LogFields, Logger, LogLevel, PooledMemory, Uuid } from '@samsa/base'
import { createNodeDoors } from '@samsa/base/node'
import type { NodeDoors } from '@samsa/base/node'
import { defaultLogConfig, openLogManager, openPartitionLog } from '@samsa/log'
import type {
  LogConfig,
  LogDependencies,
  LogLimits,
  LogManager,
  OwnedPartitionLog,
} from '@samsa/log'
import { createChecksum, createCompression } from '@samsa/protocol'
import type { Checksum, Compression } from '@samsa/protocol'
import { SettableClock } from './clock.ts'
import { countingDisk, type CountingDisk } from './counting-disk.ts'

export const TOPIC_ID: Uuid = uuid('EjRWeJCrze9-3LoJh2VDIQ')
export const CLUSTER_ID = '29QOjU-O7zyIhi_lXehRmg'
export const DIRECTORY_ID: Uuid = uuid('7WJ-YhEzT66Lqf3izY_5PQ')
export const tools: { readonly checksum: Checksum; readonly compression: Compression } = {
  checksum: createChecksum(),
  compression: createCompression(),
}

/** A logger that remembers what it was told. */
export class HeardLogger implements Logger {
  readonly lines: string[] = []

  isEnabled(): boolean {
    return true
  }

  log(level: LogLevel, message: string, _fields?: LogFields): void {
    this.lines.push(`${level} ${message}`)
  }

  child(): Logger {
    return this
  }
}

export interface WorkshopOptions {
  /** Another disk than the real one, counted; built on the real one. */
  readonly diskOn?: (below: Disk) => CountingDisk
  readonly config?: Partial<LogConfig>
  readonly limits?: Partial<LogLimits>
}

/**
 * A temporary directory on the real disk and the doors to it. `dispose` checks that no lease is left,
 * closes what was opened and removes the directory.
 */
export class Workshop implements AsyncDisposable {
  readonly directory: string
  readonly clock: SettableClock
  readonly disk: CountingDisk
  readonly memory: PooledMemory
  readonly logger: HeardLogger
  readonly config: LogConfig
  readonly #doors: NodeDoors
  readonly #limits: Partial<LogLimits>
  readonly #logs: OwnedPartitionLog[]
  readonly #managers: LogManager[]

  constructor(options: WorkshopOptions = {}) {
    this.directory = mkdtempSync(join(tmpdir(), 'samsa-log-'))
    this.#doors = createNodeDoors()
    this.clock = new SettableClock()
    this.disk = (options.diskOn ?? countingDisk)(this.#doors.disk)
    this.memory = createMemoryPool({ poison: true })
    this.logger = new HeardLogger()
    this.config = { ...defaultLogConfig, ...options.config }
    this.#limits = options.limits ?? {}
    this.#logs = []
    this.#managers = []
  }

  get dependencies(): LogDependencies {
    return {
      doors: { ...this.#doors, clock: this.clock, disk: this.disk },
      memory: this.memory,
      ...tools,
      logger: this.logger,
      metrics: createMetrics(),
      limits: this.#limits,
    }
  }

  /** Opens (or makes) partition 0 of topic `t`. */
  async open(
    options: Partial<Parameters<typeof openPartitionLog>[0]> = {},
  ): Promise<OwnedPartitionLog> {
    const log = await openPartitionLog({
      ...this.dependencies,
      directory: this.directory,
      topic: 't',
      partition: 0,
      topicId: TOPIC_ID,
      config: this.config,
      ...options,
    })
    this.#logs.push(log)
    return log
  }

  async openManager(
    options: Partial<Parameters<typeof openLogManager>[0]> = {},
  ): Promise<LogManager> {
    const manager = await openLogManager({
      ...this.dependencies,
      directories: [this.directory],
      clusterId: CLUSTER_ID,
      nodeId: 1,
      ...options,
    })
    this.#managers.push(manager)
    return manager
  }

  /** Path of a file of partition `t-0`. */
  path(name: string): string {
    return join(this.directory, 't-0', name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const manager of this.#managers) await manager.abandon()
    for (const log of this.#logs) await log.abandon()
    await this.#doors.compute.close()
    rmSync(this.directory, { recursive: true, force: true })
    assert(this.memory.leasedBytes === 0, 'all leases are given back')
  }
}
