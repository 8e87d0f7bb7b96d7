import { type LeaderEpoch, leaderEpoch, NO_LEADER_EPOCH, NO_OFFSET, type Offset } from '@samsa/base'
import type { EpochEndOffset } from '../types.ts'

/** An epoch and the offset of the first record that was written in it. */
export interface EpochEntry {
  readonly epoch: LeaderEpoch
  readonly startOffset: Offset
}

/**
 * Which epoch wrote which offsets: entries rise in epoch and in start offset. Pure memory; the owner
 * writes `entries` to `leader-epoch-checkpoint` when `needsWrite`, at the latest before the recovery
 * point passes the batches of a new epoch (below it nothing is walked after a crash).
 */
export class LeaderEpochCache {
  #entries: readonly EpochEntry[]
  /** As they are in the file. */
  #written: readonly EpochEntry[]

  constructor(entries: readonly EpochEntry[] = []) {
    this.#entries = []
    for (const entry of entries) this.assign(entry.epoch, entry.startOffset)
    this.#written = entries
  }

  /**
   * Whether the file lacks something. An epoch without records yet (a leader elected again and again
   * on an idle partition) is not worth a write.
   */
  needsWrite(logEndOffset: Offset): boolean {
    if (this.#written === this.#entries) return false
    const worthy = this.#entries.filter((entry) => entry.startOffset < logEndOffset)
    const written = this.#written.filter((entry) => entry.startOffset < logEndOffset)
    return (
      worthy.length !== written.length ||
      worthy.some((entry, index) => !isSame(entry, written[index]!))
    )
  }

  noteWritten(entries: readonly EpochEntry[]): void {
    this.#written = entries
  }

  get entries(): readonly EpochEntry[] {
    return this.#entries
  }

  get latestEpoch(): LeaderEpoch {
    return this.#entries.at(-1)?.epoch ?? NO_LEADER_EPOCH
  }

  /**
   * `epoch` begins at `startOffset`. Entries that contradict it (a later or equal epoch, or a later
   * start) give way; an epoch that is there already keeps its earlier start.
   */
  assign(epoch: LeaderEpoch, startOffset: Offset): void {
    if (epoch < 0 || startOffset < 0) return
    const latest = this.#entries.at(-1)
    if (latest?.epoch === epoch && startOffset >= latest.startOffset) return
    const kept = this.#entries.filter(
      (entry) => entry.epoch < epoch && entry.startOffset < startOffset,
    )
    kept.push({ epoch, startOffset })
    this.#entries = kept
  }

  /** Largest epoch ≤ the one asked for, and where it ends (KIP-101, KIP-279). */
  endOffsetFor(epoch: LeaderEpoch, logEndOffset: Offset): EpochEndOffset {
    if (epoch < 0) return UNKNOWN_END
    if (epoch === this.latestEpoch) return { leaderEpoch: epoch, endOffset: logEndOffset }
    const next = this.#entries.findIndex((entry) => entry.epoch > epoch)
    if (next < 0) return UNKNOWN_END
    const endOffset = this.#entries[next]!.startOffset
    const floor = this.#entries[next - 1]
    return { leaderEpoch: floor?.epoch ?? epoch, endOffset }
  }

  /** Epoch in which `offset` was written; −1 when it is older than all that is known. */
  epochFor(offset: Offset): LeaderEpoch {
    const entry = this.#entries.findLast((candidate) => candidate.startOffset <= offset)
    return entry?.epoch ?? NO_LEADER_EPOCH
  }

  /** Drops what begins at or after `endOffset`: the log was cut there. */
  truncateFromEnd(endOffset: Offset): void {
    const kept = this.#entries.filter((entry) => entry.startOffset < endOffset)
    if (kept.length < this.#entries.length) this.#entries = kept
  }

  /** The log begins at `startOffset` now: the epoch that covers it begins there, earlier ones go. */
  truncateFromStart(startOffset: Offset): void {
    const covering = this.#entries.findLastIndex((entry) => entry.startOffset <= startOffset)
    const entry = this.#entries[covering]
    if (entry === undefined || (covering === 0 && entry.startOffset === startOffset)) return
    const moved = { epoch: leaderEpoch(entry.epoch), startOffset }
    this.#entries = [moved, ...this.#entries.slice(covering + 1)]
  }

  clear(): void {
    if (this.#entries.length > 0) this.#entries = []
  }
}

function isSame(one: EpochEntry, other: EpochEntry): boolean {
  return one.epoch === other.epoch && one.startOffset === other.startOffset
}

const UNKNOWN_END: EpochEndOffset = { leaderEpoch: NO_LEADER_EPOCH, endOffset: NO_OFFSET }
