import type { LeaderEpoch, NodeId, Offset } from '@samsa/base'
import type { ControlRecord } from './record/control-record.ts'
import type { MetadataRecord } from './record/metadata-record.ts'
import type { Snapshot } from './snapshot/snapshot.ts'

/** Who leads the quorum, in which epoch. */
export interface LeaderAndEpoch {
  /** −1 when there is no leader (known). */
  readonly leaderId: NodeId
  readonly epoch: LeaderEpoch
}

/** One batch of the metadata log: either records or control records. All of it commits, or none. */
export interface CommittedBatch {
  readonly baseOffset: Offset
  readonly lastOffset: Offset
  readonly leaderEpoch: LeaderEpoch
  /** When the leader appended it, milliseconds since the Unix epoch. */
  readonly appendTimestampMs: number
  readonly sizeBytes: number
  /** Record i has offset `baseOffset + i`. Empty in a control batch. */
  readonly records: readonly MetadataRecord[]
  /** LeaderChange, KRaftVersion, Voters, …; empty in a batch of records. */
  readonly controlRecords: readonly ControlRecord[]
}

/**
 * Follows the committed metadata log. Everything committed is told exactly once, in order, beginning
 * with the newest snapshot where there is one. Calls are synchronous, on the node's event loop.
 */
export interface RaftListener {
  /** Batches in order; the first one begins where the last call ended. */
  handleCommit(batches: readonly CommittedBatch[]): void
  /** Drop all state, and take it from the snapshot; commits go on after its last offset. */
  handleLoadSnapshot(snapshot: Snapshot): void
  /**
   * The leader has changed. The node that became leader is told only after it was handed every
   * batch of earlier epochs, so it may decide on what it has replayed.
   */
  handleLeaderChange(leader: LeaderAndEpoch): void
}

/**
 * A node's part in the metadata quorum, whatever it is made of. Kafka's RaftClient in shape: the
 * controller appends through it, and every node follows the committed log through a listener.
 */
export interface RaftClient {
  readonly nodeId: NodeId
  leaderAndEpoch(): LeaderAndEpoch
  /** Everything below it is committed: on disk at a majority of voters. */
  highWatermark(): Offset
  /** Offset that the next appended record gets, appends that wait included. */
  nextOffset(): Offset
  /** Finalized `kraft.version`: 0 for static voters, 1 for KIP-853. */
  kraftVersion(): number
  /** Ids of the voters, ascending. */
  voters(): readonly NodeId[]

  /** The listener is first told all that is committed. */
  register(listener: RaftListener): void

  /**
   * Queues the records as one batch and answers the offset of the last one; `handleCommit` tells when
   * they are committed. Asserts that this node leads `epoch` and that there are records. Throws
   * `RaftBatchTooLargeError` when they do not fit one batch; then nothing was queued.
   */
  append(epoch: LeaderEpoch, records: readonly MetadataRecord[]): Offset

  /** Waits for what is in flight; afterwards nothing is appended. Does not close the log. */
  close(): Promise<void>
}
