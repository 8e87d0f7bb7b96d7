import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  assert,
  createMemoryPool,
  createMetrics,
  type Disk,
  type NodeId,
  nodeId,
  type PooledMemory,
  silentLogger,
  Wheel,
} from '@samsa/base'
import { createNodeDoors, type NodeDoors } from '@samsa/base/node'
import { defaultLogConfig, type LogManager, openLogManager, type PartitionLog } from '@samsa/log'
import { type BatchTools, createChecksum, createCompression } from '@samsa/protocol'
import {
  type FormatOptions,
  formatDirectories,
  type FormatResult,
} from '../../../src/metadata/format.ts'
import type { NodeMetadata, SelfRegistration } from '../../../src/metadata/node-metadata.ts'
import { type OpenMetadataOptions, openMetadata } from '../../../src/metadata/open-metadata.ts'

export const CLUSTER_ID = '29QOjU-O7zyIhi_lXehRmg'
export const SELF: NodeId = nodeId(1)
export const tools: BatchTools = {
  checksum: createChecksum(),
  compression: createCompression(),
}

export interface Opened {
  readonly logs: LogManager
  readonly log: PartitionLog
  readonly metadata: NodeMetadata
  readonly failures: Error[]
}

/** A temporary log directory on the real disk. `dispose` checks leases and removes it. */
export class Workshop implements AsyncDisposable {
  readonly directory: string
  readonly doors: NodeDoors
  readonly memory: PooledMemory
  readonly #wheel: Wheel
  readonly #open: Set<LogManager>

  constructor() {
    this.directory = mkdtempSync(join(tmpdir(), 'samsa-metadata-'))
    this.doors = createNodeDoors()
    this.memory = createMemoryPool({ poison: true })
    this.#wheel = new Wheel(this.doors.clock)
    this.#open = new Set()
  }

  format(options: Partial<FormatOptions> = {}): Promise<FormatResult> {
    return formatDirectories({
      ...this.doors,
      tools,
      directories: [this.directory],
      metadataDirectory: this.directory,
      clusterId: CLUSTER_ID,
      nodeId: SELF,
      metadataVersion: 30,
      features: new Map(),
      standaloneEndpoints: [{ name: 'CONTROLLER', host: 'localhost', port: 9093 }],
      ignoresFormatted: false,
      ...options,
    })
  }

  async openLogs(
    disk: Disk = this.doors.disk,
    clusterId: string = CLUSTER_ID,
  ): Promise<LogManager> {
    const logs = await openLogManager({
      doors: { ...this.doors, disk },
      memory: this.memory,
      wheel: this.#wheel,
      ...tools,
      logger: silentLogger,
      metrics: createMetrics(),
      directories: [this.directory],
      clusterId,
      nodeId: SELF,
    })
    this.#open.add(logs)
    return logs
  }

  async open(
    options: Partial<OpenMetadataOptions> = {},
    disk: Disk = this.doors.disk,
    clusterId: string = CLUSTER_ID,
  ): Promise<Opened> {
    const logs = await this.openLogs(disk, clusterId)
    const log = await logs.openMetadataLog(defaultLogConfig)
    const failures: Error[] = []
    const opening = openMetadata({
      doors: { ...this.doors, disk },
      logger: silentLogger,
      tools,
      nodeId: SELF,
      log,
      directory: this.directory,
      staticVoters: [],
      toleratesFeatures: false,
      minInsyncReplicas: 1,
      onFailure: (error) => failures.push(error),
      ...options,
    })
    const metadata = await opening.catch(async (error: unknown) => {
      await this.kill({ logs })
      throw error
    })
    return { logs, log, metadata, failures }
  }

  registration({ log, logs }: Opened): SelfRegistration {
    return {
      incarnationId: this.doors.random.uuid(),
      brokerEndpoints: [{ name: 'PLAINTEXT', host: 'localhost', port: 9092, securityProtocol: 0 }],
      controllerEndpoints: [
        { name: 'CONTROLLER', host: 'localhost', port: 9093, securityProtocol: 0 },
      ],
      rack: null,
      directories: [log.directoryId],
      previousBrokerEpoch: logs.directories[0]?.cleanShutdown?.brokerEpoch ?? -1,
    }
  }

  /** Registered and open to clients. */
  async start(options: Partial<OpenMetadataOptions> = {}): Promise<Opened> {
    const opened = await this.open(options)
    await opened.metadata.registerSelf(this.registration(opened))
    await opened.metadata.unfenceSelf()
    return opened
  }

  /** A clean stop, as far as the metadata goes. */
  async stop({ metadata, logs }: Opened): Promise<void> {
    await metadata.fenceSelf()
    await metadata.close()
    await this.release(logs)
  }

  /** SIGKILL, as far as a living process can: nothing more is written. */
  async kill({ logs }: Pick<Opened, 'logs'>): Promise<void> {
    this.#open.delete(logs)
    await logs.abandon()
  }

  async release(logs: LogManager): Promise<void> {
    this.#open.delete(logs)
    await logs.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const logs of this.#open) await logs.abandon()
    this.#wheel.close()
    await this.doors.compute.close()
    rmSync(this.directory, { recursive: true, force: true })
    assert(this.memory.leasedBytes === 0, 'all leases are given back')
  }
}
