import {
  type LeaderEpoch,
  leaderEpoch,
  type NodeId,
  nodeId,
  type Offset,
  offset,
} from '@samsa/base'
import type {
  CommittedBatch,
  LeaderAndEpoch,
  MetadataRecord,
  RaftClient,
  RaftListener,
} from '@samsa/raft'

/** A metadata log in memory that this node leads; batches commit when the test says so. */
export class MemoryRaft implements RaftClient {
  readonly nodeId: NodeId = nodeId(1)
  readonly epoch: LeaderEpoch = leaderEpoch(1)
  /** All batches ever appended, committed or not. */
  readonly batches: CommittedBatch[] = []
  readonly #listeners: RaftListener[] = []
  #committedCount = 0
  #nextOffset: Offset = offset(0)

  leaderAndEpoch(): LeaderAndEpoch {
    return { leaderId: this.nodeId, epoch: this.epoch }
  }

  highWatermark(): Offset {
    const last = this.batches[this.#committedCount - 1]
    return offset(last === undefined ? 0 : last.lastOffset + 1)
  }

  nextOffset(): Offset {
    return this.#nextOffset
  }

  kraftVersion(): number {
    return 0
  }

  voters(): readonly NodeId[] {
    return [this.nodeId]
  }

  register(listener: RaftListener): void {
    this.#listeners.push(listener)
  }

  append(epoch: LeaderEpoch, records: readonly MetadataRecord[]): Offset {
    const baseOffset = this.#nextOffset
    const lastOffset = offset(baseOffset + records.length - 1)
    this.#nextOffset = offset(lastOffset + 1)
    this.batches.push({
      baseOffset,
      lastOffset,
      leaderEpoch: epoch,
      appendTimestampMs: 0,
      sizeBytes: 0,
      records,
      controlRecords: [],
    })
    return lastOffset
  }

  /** Commits everything appended, a batch at a time. */
  commit(): void {
    while (this.#committedCount < this.batches.length) {
      const batch = this.batches[this.#committedCount]!
      this.#committedCount += 1
      for (const listener of this.#listeners) listener.handleCommit([batch])
    }
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}
