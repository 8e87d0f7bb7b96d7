import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  assert,
  createMemoryPool,
  createMetrics,
  type Disk,
  METADATA_TOPIC_ID,
  type NodeId,
  nodeId,
  type PooledMemory,
  silentLogger,
} from '@samsa/base'
import { createNodeDoors, type NodeDoors } from '@samsa/base/node'
import { defaultLogConfig, openPartitionLog, type OwnedPartitionLog } from '@samsa/log'
import { type BatchTools, createChecksum, createCompression } from '@samsa/protocol'
import {
  type CommittedBatch,
  type ControlRecord,
  type LeaderAndEpoch,
  type MetadataRecord,
  type RaftListener,
  SingleVoterRaft,
  type SingleVoterOptions,
  type Snapshot,
} from '@samsa/raft'

export const tools: BatchTools = {
  checksum: createChecksum(),
  compression: createCompression(),
}

export const SELF: NodeId = nodeId(1)

/** Remembers all it was told. */
export class HeardListener implements RaftListener {
  readonly batches: CommittedBatch[] = []
  readonly snapshots: Snapshot[] = []
  readonly leaders: LeaderAndEpoch[] = []

  handleCommit(batches: readonly CommittedBatch[]): void {
    this.batches.push(...batches)
  }

  handleLoadSnapshot(snapshot: Snapshot): void {
    this.snapshots.push(snapshot)
  }

  handleLeaderChange(leader: LeaderAndEpoch): void {
    this.leaders.push(leader)
  }

  get records(): MetadataRecord[] {
    return this.batches.flatMap(({ records }) => records)
  }

  get controls(): ControlRecord[] {
    return this.batches.flatMap(({ controlRecords }) => controlRecords)
  }
}

export interface Started {
  readonly raft: SingleVoterRaft
  readonly log: OwnedPartitionLog
  readonly listener: HeardListener
  readonly failures: Error[]
}

/** A temporary directory and a metadata log in it. `dispose` checks leases and removes it. */
export class Workshop implements AsyncDisposable {
  readonly directory: string
  readonly doors: NodeDoors
  readonly memory: PooledMemory
  readonly #open: OwnedPartitionLog[]

  constructor() {
    this.directory = mkdtempSync(join(tmpdir(), 'samsa-raft-'))
    this.doors = createNodeDoors()
    this.memory = createMemoryPool({ poison: true })
    this.#open = []
  }

  get logDirectory(): string {
    return join(this.directory, '__cluster_metadata-0')
  }

  async openLog(disk: Disk = this.doors.disk): Promise<OwnedPartitionLog> {
    const log = await openPartitionLog({
      doors: { ...this.doors, disk },
      memory: this.memory,
      ...tools,
      logger: silentLogger,
      metrics: createMetrics(),
      directory: this.directory,
      topic: '__cluster_metadata',
      partition: 0,
      topicId: METADATA_TOPIC_ID,
      config: defaultLogConfig,
    })
    this.#open.push(log)
    return log
  }

  /** A quorum of one on the directory, loaded but not leading. */
  async load(
    disk: Disk = this.doors.disk,
    options: Partial<SingleVoterOptions> = {},
  ): Promise<Started> {
    const log = await this.openLog(disk)
    const failures: Error[] = []
    const raft = new SingleVoterRaft({
      clock: this.doors.clock,
      disk,
      logger: silentLogger,
      tools,
      nodeId: SELF,
      log,
      staticVoters: [],
      onFailure: (error) => failures.push(error),
      ...options,
    })
    const listener = new HeardListener()
    raft.register(listener)
    await raft.load()
    return { raft, log, listener, failures }
  }

  async lead(
    disk: Disk = this.doors.disk,
    options: Partial<SingleVoterOptions> = {},
  ): Promise<Started> {
    const started = await this.load(disk, options)
    await started.raft.lead()
    return started
  }

  /** As a crash would, but with what was written on disk. */
  async stop({ raft, log }: Started): Promise<void> {
    await raft.close()
    await log.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const log of this.#open) await log.abandon()
    await this.doors.compute.close()
    rmSync(this.directory, { recursive: true, force: true })
    assert(this.memory.leasedBytes === 0, 'all leases are given back')
  }
}
