import { offset, type Clock, type Completion, type LeaderEpoch, type Offset } from '@samsa/base'
import {
  BatchBuilder,
  BatchWalker,
  openRecords,
  RecordCursor,
  type BatchTools,
} from '@samsa/protocol'
import type { LogRead } from '@samsa/log'
import type { InternalAppend, Partition } from '../../replica/partition.ts'
import type { CoordinatorRecord } from './operation.ts'
import type { ShardLog } from './shard.ts'

/** A shard's records as batches of its partition (`__consumer_offsets`-n and the like). */
export class PartitionShardLog implements ShardLog {
  readonly #partition: Partition
  readonly #tools: BatchTools
  readonly #batchBytesMaxNow: () => number

  constructor(partition: Partition, tools: BatchTools, batchBytesMaxNow: () => number) {
    this.#partition = partition
    this.#tools = tools
    this.#batchBytesMaxNow = batchBytesMaxNow
  }

  get batchBytesMax(): number {
    return this.#batchBytesMaxNow()
  }

  buildBatch(records: readonly CoordinatorRecord[], nowMs: number): Uint8Array {
    const builder = new BatchBuilder(this.#tools)
    for (const { key, value } of records) builder.append({ key, value, timestamp: nowMs })
    return builder.build()
  }

  append(batch: Uint8Array, leaderEpoch: LeaderEpoch): Completion<InternalAppend> {
    return this.#partition.appendInternal(batch, leaderEpoch)
  }
}

/** How a load ended: everything replayed, the partition lost meanwhile, or its bytes unreadable. */
export type LoadOutcome =
  | { readonly kind: 'loaded'; readonly recordsCount: number; readonly endOffset: Offset }
  | { readonly kind: 'abandoned' }
  | { readonly kind: 'failed'; readonly error: Error }

export interface LoadOptions {
  readonly tools: BatchTools
  readonly clock: Clock
  /** `offsets.load.buffer.size`: bytes a read asks for; a larger batch is read whole all the same. */
  readonly readBytesMax: number
  replay(record: CoordinatorRecord): void
  /** False once the shard was closed: the load stops. */
  isWanted(): boolean
}

/**
 * Replays a partition from its log start to its log end, in reads of bounded size, letting I/O pass
 * between them: a large partition does not stall the node.
 */
export class ShardLoader {
  readonly #partition: Partition
  readonly #options: LoadOptions
  readonly #cursor: RecordCursor
  #recordsCount: number

  constructor(partition: Partition, options: LoadOptions) {
    this.#partition = partition
    this.#options = options
    this.#cursor = new RecordCursor()
    this.#recordsCount = 0
  }

  run(done: (outcome: LoadOutcome) => void): void {
    this.#readFrom(this.#partition.log.logStartOffset, done)
  }

  #readFrom(from: Offset, done: (outcome: LoadOutcome) => void): void {
    if (!this.#options.isWanted()) return done({ kind: 'abandoned' })
    const { log } = this.#partition
    if (from >= log.logEndOffset) {
      return done({ kind: 'loaded', recordsCount: this.#recordsCount, endOffset: from })
    }
    const options = {
      maxBytes: this.#options.readBytesMax,
      upTo: log.logEndOffset,
      minOneBatch: true,
    }
    log.read(from, options, (read) => {
      const next = this.#replay(read)
      if (next instanceof Error) return done({ kind: 'failed', error: next })
      this.#options.clock.afterIo(() => this.#readFrom(next, done))
    })
  }

  /** Answers where to go on, or why not. */
  #replay(read: LogRead): Offset | Error {
    try {
      if (read.errorCode !== 0) {
        return new Error(`reading ${this.#partition.log.name} failed with error ${read.errorCode}`)
      }
      const first = read.pieces[0]
      if (first === undefined) return offset(read.logEndOffset)
      const bytes = read.pieces.length === 1 ? first : Buffer.concat(read.pieces)
      this.#replayBatches(bytes)
      return read.nextOffset
    } catch (error) {
      return error as Error
    } finally {
      read.release()
    }
  }

  #replayBatches(bytes: Uint8Array): void {
    const walker = new BatchWalker(bytes)
    while (walker.next()) {
      const { batch } = walker
      // Transaction markers mean something to transactional offset commits only.
      if (batch.isControl) continue
      const cursor = openRecords(batch, this.#options.tools.compression, this.#cursor)
      while (cursor.next()) {
        const { key, value } = cursor
        if (key === null) continue
        // Views of the read: state keeps what it decodes, never these bytes.
        this.#options.replay({ key, value })
        this.#recordsCount++
      }
    }
  }
}
