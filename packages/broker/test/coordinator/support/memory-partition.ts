import { Completion, leaderEpoch, NO_OFFSET, offset, ZERO_UUID } from '@samsa/base'
import type { LeaderEpoch, Offset, Uuid } from '@samsa/base'
import type { LogRead, PartitionLog, ReadDone, ReadOptions } from '@samsa/log'
import { BatchView, patchOffsets } from '@samsa/protocol'
import type { InternalAppend, Partition } from '../../../src/replica/partition.ts'

interface Kept {
  readonly baseOffset: number
  readonly nextOffset: number
  readonly bytes: Uint8Array
}

interface Held {
  readonly batch: Uint8Array
  readonly completion: Completion<InternalAppend>
}

/** A partition whose log is in memory: reads come a turn later, appends at once, unless they are held. */
export class MemoryPartition implements Partition {
  readonly topic = '__consumer_offsets'
  readonly topicId: Uuid = ZERO_UUID
  readonly partition: number
  leaderEpoch: LeaderEpoch = leaderEpoch(0)
  readonly isLeader = true
  /** What the next appends are refused with; 0 for none. */
  refusal = 0
  /** Appends wait until `release`. */
  isHolding = false
  readsCount = 0
  /** Reads that are not released. */
  openReads = 0
  readError = 0
  logStartOffset = 0
  readonly #batches: Kept[]
  #held: Held[]

  constructor(partition: number = 0, batches: readonly Kept[] = []) {
    this.partition = partition
    this.#batches = [...batches]
    this.#held = []
  }

  /** The same log under a new leader: what a restart finds. */
  reopened(): MemoryPartition {
    const partition = new MemoryPartition(this.partition, this.#batches)
    partition.leaderEpoch = leaderEpoch(this.leaderEpoch + 1)
    return partition
  }

  get logEndOffset(): number {
    return this.#batches.at(-1)?.nextOffset ?? this.logStartOffset
  }

  get highWatermark(): Offset {
    return offset(this.logEndOffset)
  }

  get lastStableOffset(): Offset {
    return offset(this.logEndOffset)
  }

  get heldCount(): number {
    return this.#held.length
  }

  get batches(): readonly Uint8Array[] {
    return this.#batches.map(({ bytes }) => bytes)
  }

  get log(): PartitionLog {
    // The coordinators use no more of it.
    const log: Partial<PartitionLog> = {
      name: `${this.topic}-${this.partition}`,
      logStartOffset: offset(this.logStartOffset),
      logEndOffset: offset(this.logEndOffset),
      read: (from, options, done) => this.#read(from, options, done),
    }
    return log as PartitionLog
  }

  append(batch: Uint8Array): number {
    const baseOffset = this.logEndOffset
    patchOffsets(batch, 0, baseOffset, this.leaderEpoch)
    const { lastOffsetDelta } = new BatchView(batch, 0)
    this.#batches.push({ baseOffset, nextOffset: baseOffset + lastOffsetDelta + 1, bytes: batch })
    return baseOffset
  }

  appendInternal(batch: Uint8Array, _expected: LeaderEpoch): Completion<InternalAppend> {
    const completion = new Completion<InternalAppend>()
    this.#held.push({ batch, completion })
    if (!this.isHolding) this.release()
    return completion
  }

  /** Ends the appends that are held, with `refusal` or in the log. */
  release(): void {
    const held = this.#held
    this.#held = []
    for (const { batch, completion } of held) {
      const errorCode = this.refusal
      if (errorCode !== 0) {
        completion.resolve({ errorCode, baseOffset: NO_OFFSET, lastOffset: NO_OFFSET })
        continue
      }
      const baseOffset = offset(this.append(batch))
      completion.resolve({ errorCode, baseOffset, lastOffset: offset(this.logEndOffset - 1) })
    }
  }

  #read(from: Offset, { maxBytes, minOneBatch }: ReadOptions, done: ReadDone): void {
    this.readsCount++
    this.openReads++
    const pieces: Uint8Array[] = []
    let sizeBytes = 0
    let nextOffset: number = from
    for (const batch of this.#batches) {
      if (batch.nextOffset <= from) continue
      const isFirst = pieces.length === 0
      if (sizeBytes + batch.bytes.length > maxBytes && !(isFirst && minOneBatch)) break
      // A copy, spoilt on release: whoever keeps a view of it is found out.
      pieces.push(Uint8Array.from(batch.bytes))
      sizeBytes += batch.bytes.length
      nextOffset = batch.nextOffset
    }
    const read: LogRead = {
      errorCode: this.readError,
      pieces,
      sizeBytes,
      baseOffset: pieces.length === 0 ? NO_OFFSET : from,
      nextOffset: offset(nextOffset),
      logStartOffset: offset(this.logStartOffset),
      logEndOffset: offset(this.logEndOffset),
      release: () => {
        this.openReads--
        for (const piece of pieces) piece.fill(0xdb)
      },
    }
    setImmediate(() => done(read))
  }
}
