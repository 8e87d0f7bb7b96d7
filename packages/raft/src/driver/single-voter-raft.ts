import {
  assert,
  type Clock,
  type Disk,
  leaderEpoch,
  type LeaderEpoch,
  type Logger,
  NO_LEADER_EPOCH,
  NO_NODE_ID,
  type NodeId,
  offset,
  type Offset,
  ZERO_UUID,
} from '@samsa/base'
import type { PartitionLog } from '@samsa/log'
import { type BatchTools, kRaftVersionRecord, leaderChangeMessage } from '@samsa/protocol'
import { RaftBatchTooLargeError, RaftFileFormatError, RaftLogFailedError } from '../errors.ts'
import type { CommittedBatch, LeaderAndEpoch, RaftClient, RaftListener } from '../raft-client.ts'
import {
  type BatchPlace,
  buildControlRecordBatch,
  buildRecordBatch,
} from '../record/batch-codec.ts'
import type { ControlRecord } from '../record/control-record.ts'
import type { MetadataRecord } from '../record/metadata-record.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import {
  emptyQuorumState,
  type QuorumState,
  readQuorumState,
  writeQuorumState,
} from '../store/quorum-state.ts'
import { latestSnapshotIn, readSnapshot } from '../store/snapshot-files.ts'
import { GroupCommit } from './group-commit.ts'
import { replayLog } from './log-replay.ts'
import { VoterSet } from './voters.ts'

/** Kafka's MAX_BATCH_SIZE_BYTES: a larger batch would not be fetched by other voters. */
const BATCH_BYTES_MAX = 8_388_608

export interface SingleVoterOptions {
  readonly clock: Clock
  readonly disk: Disk
  readonly logger: Logger
  readonly tools: BatchTools
  readonly nodeId: NodeId
  /** `__cluster_metadata-0`, open. */
  readonly log: PartitionLog
  /** Ids in `controller.quorum.voters`; empty for a lone combined node. */
  readonly staticVoters: readonly NodeId[]
  /** Called once when the log can no longer be written or a listener threw. */
  onFailure(error: Error): void
}

/**
 * A metadata quorum of one voter, this node.
 *
 * | phase | call | what holds after it |
 * | --- | --- | --- |
 * | made | `load` | listeners have the newest snapshot and the log after it; nothing was written |
 * | loaded | `lead` | `quorum-state` names this node leader of a fresh epoch, LeaderChange is committed |
 * | leading | `append` | as `RaftClient` says |
 * | any | `close` | nothing is appended any more |
 *
 * With one voter all that the log holds after recovery is what will be committed, so it may be handed
 * out before the election.
 */
export class SingleVoterRaft implements RaftClient {
  readonly nodeId: NodeId
  readonly #options: SingleVoterOptions
  readonly #log: PartitionLog
  readonly #listeners: RaftListener[]
  readonly #voters: VoterSet
  #state: QuorumState
  #leader: LeaderAndEpoch
  #highWatermark: Offset
  #nextOffset: Offset
  #commit: GroupCommit | undefined
  #isLoaded: boolean
  #isClosed: boolean

  constructor(options: SingleVoterOptions) {
    this.nodeId = options.nodeId
    this.#options = options
    this.#log = options.log
    this.#listeners = []
    this.#voters = new VoterSet(options.staticVoters)
    this.#state = emptyQuorumState
    this.#leader = { leaderId: NO_NODE_ID, epoch: NO_LEADER_EPOCH }
    this.#highWatermark = offset(0)
    this.#nextOffset = offset(0)
    this.#commit = undefined
    this.#isLoaded = false
    this.#isClosed = false
  }

  leaderAndEpoch(): LeaderAndEpoch {
    return this.#leader
  }

  highWatermark(): Offset {
    return this.#highWatermark
  }

  nextOffset(): Offset {
    return this.#nextOffset
  }

  kraftVersion(): number {
    return this.#voters.kraftVersion
  }

  voters(): readonly NodeId[] {
    return this.#voters.ids(this.nodeId)
  }

  register(listener: RaftListener): void {
    assert(!this.#isLoaded, 'listeners are registered before the log is loaded')
    this.#listeners.push(listener)
  }

  /**
   * Hands everything there is to the listeners; what they throw rejects. Rejects with
   * `RaftFileFormatError`, `MetadataBatchError`, `RaftVotersError`, `DiskError`.
   */
  async load(): Promise<void> {
    const { clock, disk, tools } = this.#options
    const log = this.#log
    this.#state = (await readQuorumState(disk, log.path)) ?? emptyQuorumState
    const start = await this.#loadSnapshot()
    await replayLog(log, start, clock, tools, (batches) => {
      for (const batch of batches) batch.controlRecords.forEach((it) => this.#voters.fromLog(it))
      for (const listener of this.#listeners) listener.handleCommit(batches)
    })
    this.#voters.expectOnly(this.nodeId, log.directoryId)
    this.#nextOffset = log.logEndOffset
    this.#highWatermark = log.logEndOffset
    this.#isLoaded = true
  }

  /** Becomes leader of a fresh epoch. Rejects with `DiskError`, `RaftLogFailedError`. */
  async lead(): Promise<void> {
    assert(this.#isLoaded && this.#commit === undefined, 'a loaded node leads once')
    const { disk, logger } = this.#options
    const log = this.#log
    const epoch = leaderEpoch(Math.max(this.#state.leaderEpoch, log.latestLeaderEpoch, 0) + 1)
    this.#state = { ...emptyQuorumState, leaderEpoch: epoch, leaderId: this.nodeId }
    await writeQuorumState(disk, log.path, this.#state, this.kraftVersion(), this.voters())
    log.assignEpochStartOffset(epoch, log.logEndOffset)
    await new Promise<void>((resolve, reject) => {
      let isLeader = false
      this.#commit = new GroupCommit(
        log,
        epoch,
        (batches) => {
          this.#committed(batches)
          if (!isLeader) resolve()
          isLeader = true
        },
        (error) => {
          if (isLeader) this.#options.onFailure(error)
          else reject(error)
        },
      )
      this.#appendControl(epoch, this.#startOfEpoch())
    })
    this.#leader = { leaderId: this.nodeId, epoch }
    logger.log('info', 'leads the metadata quorum', { epoch, logEndOffset: log.logEndOffset })
    for (const listener of this.#listeners) listener.handleLeaderChange(this.#leader)
  }

  append(epoch: LeaderEpoch, records: readonly MetadataRecord[]): Offset {
    assert(epoch === this.#leader.epoch, 'only the leader of this epoch appends')
    assert(records.length > 0, 'a batch has records')
    assert(!this.#isClosed, 'nothing is appended after the close')
    const baseOffset = this.#nextOffset
    const nowMs = this.#options.clock.wallMs()
    const place = { baseOffset, leaderEpoch: epoch, nowMs }
    const bytes = buildRecordBatch(this.#options.tools, place, records)
    if (bytes.length > BATCH_BYTES_MAX) {
      throw new RaftBatchTooLargeError(bytes.length, BATCH_BYTES_MAX)
    }
    return this.#add(bytes, {
      ...placed(place, bytes, records.length),
      records,
      controlRecords: [],
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#commit?.whenIdle()
  }

  /** Where the log goes on after the newest snapshot. */
  async #loadSnapshot(): Promise<Offset> {
    const { disk, tools } = this.#options
    const log = this.#log
    const id = await latestSnapshotIn(disk, log.path)
    if (id === undefined) {
      if (log.logStartOffset === 0) return offset(0)
      const why = `it begins at offset ${log.logStartOffset}, and there is no snapshot before it`
      throw new RaftFileFormatError(log.path, why)
    }
    if (id.offset < log.logStartOffset) {
      const why = `it begins at offset ${log.logStartOffset}, after the newest snapshot ${id.offset}`
      throw new RaftFileFormatError(log.path, why)
    }
    const snapshot = await readSnapshot(disk, log.path, id, tools)
    this.#takeSnapshot(snapshot)
    // The log was cut behind the snapshot and then lost: it goes on where the snapshot ends.
    if (log.logEndOffset < id.offset) await log.truncateFullyAndStartAt(id.offset)
    return id.offset
  }

  #takeSnapshot(snapshot: Snapshot): void {
    this.#voters.fromSnapshot(snapshot.kraftVersion, snapshot.voters, snapshot.id.offset)
    for (const listener of this.#listeners) listener.handleLoadSnapshot(snapshot)
  }

  /** LeaderChange, and the voters where only the snapshot of formatting has them. */
  #startOfEpoch(): ControlRecord[] {
    const voters = [
      { voterId: this.nodeId, voterDirectoryId: ZERO_UUID, unknownTaggedFields: null },
    ]
    const controls: ControlRecord[] = [
      {
        kind: 'leaderChange',
        message: leaderChangeMessage({ leaderId: this.nodeId, voters, grantingVoters: voters }),
      },
    ]
    const { record, kraftVersion, isToBeWritten } = this.#voters
    if (!isToBeWritten || record === null) return controls
    return [
      ...controls,
      { kind: 'kraftVersion', message: kRaftVersionRecord({ kRaftVersion: kraftVersion }) },
      { kind: 'voters', message: record },
    ]
  }

  #appendControl(epoch: LeaderEpoch, controlRecords: readonly ControlRecord[]): void {
    const { clock, tools } = this.#options
    const place = { baseOffset: this.#nextOffset, leaderEpoch: epoch, nowMs: clock.wallMs() }
    const bytes = buildControlRecordBatch(tools, place, controlRecords)
    const batch = placed(place, bytes, controlRecords.length)
    this.#add(bytes, { ...batch, records: [], controlRecords })
  }

  #add(bytes: Uint8Array, batch: CommittedBatch): Offset {
    const commit = this.#commit!
    if (commit.isFailed) throw new RaftLogFailedError(this.#log.path, 'an earlier write failed')
    this.#nextOffset = offset(batch.lastOffset + 1)
    commit.add({ bytes, batch })
    return batch.lastOffset
  }

  #committed(batches: readonly CommittedBatch[]): void {
    this.#highWatermark = offset(batches.at(-1)!.lastOffset + 1)
    for (const listener of this.#listeners) listener.handleCommit(batches)
  }
}

function placed(
  { baseOffset, leaderEpoch: epoch, nowMs }: BatchPlace,
  bytes: Uint8Array,
  recordsCount: number,
): Omit<CommittedBatch, 'records' | 'controlRecords'> {
  return {
    baseOffset: offset(baseOffset),
    lastOffset: offset(baseOffset + recordsCount - 1),
    leaderEpoch: leaderEpoch(epoch),
    appendTimestampMs: nowMs,
    sizeBytes: bytes.length,
  }
}
