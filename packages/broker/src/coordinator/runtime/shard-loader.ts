import { offset, type Clock, type Offset } from '@samsa/base'
import {
  BatchWalker,
  CONTROL_ABORT,
  CONTROL_COMMIT,
  controlTypeOf,
  openRecords,
  RecordCursor,
  type BatchTools,
  type BatchView,
} from '@samsa/protocol'
import type { LogRead } from '@samsa/log'
import type { Partition } from '../../replica/partition.ts'
import type { CoordinatorRecord, RecordPlace } from './operation.ts'

/** How a load ended: everything replayed, the partition lost meanwhile, or its bytes unreadable. */
export type LoadOutcome =
  | { readonly kind: 'loaded'; readonly recordsCount: number; readonly endOffset: Offset }
  | { readonly kind: 'abandoned' }
  | { readonly kind: 'failed'; readonly error: Error }

export interface LoadOptions {
  readonly tools: BatchTools
  readonly clock: Clock
  /** Bytes that a read asks for; a larger batch is read whole all the same. */
  readonly readBytesMax: number
  replay(record: CoordinatorRecord, place: RecordPlace): void
  replayMarker(producerId: number, isCommitted: boolean): void
  /** False once the shard was closed: the load stops. */
  isWanted(): boolean
}

/** Records replayed in one turn of the loop: about a millisecond. */
const TURN_RECORDS_MAX = 500
/** The same for their bytes, batch by batch. */
const TURN_BYTES_MAX = 256 * 1024

type Done = (outcome: LoadOutcome) => void

/**
 * Replays a partition from its log start to its log end, in reads and turns of bounded size, letting
 * I/O pass between them: a large partition does not stall the node.
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

  run(done: Done): void {
    this.#readFrom(this.#partition.log.logStartOffset, done)
  }

  #readFrom(from: Offset, done: Done): void {
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
      if (read.errorCode !== 0) {
        read.release()
        const text = `reading ${log.name} at ${from} failed with error ${read.errorCode}`
        return done({ kind: 'failed', error: new Error(text) })
      }
      this.#turn(read, this.#replaying(read), done)
    })
  }

  /** Replays for one turn; then the next turn, or the next read. */
  #turn(read: LogRead, steps: Iterator<void>, done: Done): void {
    let isOver = true
    try {
      if (!this.#options.isWanted()) return done({ kind: 'abandoned' })
      isOver = steps.next().done === true
    } catch (error) {
      return done({ kind: 'failed', error: error as Error })
    } finally {
      if (isOver) read.release()
    }
    this.#options.clock.afterIo(() => {
      if (!isOver) this.#turn(read, steps, done)
      // Nothing at all was read: the rest of the log has been compacted away.
      else if (read.pieces.length === 0) this.#readFrom(offset(read.logEndOffset), done)
      else this.#readFrom(read.nextOffset, done)
    })
  }

  /** Yields where a turn ends. */
  *#replaying(read: LogRead): Generator<void, void> {
    let records = 0
    let bytes = 0
    for (const piece of contiguous(read.pieces)) {
      const walker = new BatchWalker(piece)
      while (walker.next()) {
        const { batch } = walker
        const cursor = openRecords(batch, this.#options.tools.compression, this.#cursor)
        if (batch.isControl) {
          this.#replayControl(batch, cursor)
          continue
        }
        const producerId = batch.isTransactional ? batch.producerId : -1
        while (cursor.next()) {
          const { key, value } = cursor
          if (key === null) continue
          this.#options.replay({ key, value }, { offset: cursor.offset, producerId })
          this.#recordsCount++
          records++
          bytes += cursor.sizeBytes
          if (records < TURN_RECORDS_MAX && bytes < TURN_BYTES_MAX) continue
          records = 0
          bytes = 0
          yield
        }
      }
    }
  }

  #replayControl(batch: BatchView, cursor: RecordCursor): void {
    while (cursor.next()) {
      const type = controlTypeOf(cursor.key)
      if (type !== CONTROL_COMMIT && type !== CONTROL_ABORT) continue
      this.#options.replayMarker(batch.producerId, type === CONTROL_COMMIT)
    }
  }
}

/** A batch may go over the border of two pieces. */
function contiguous(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  return pieces.length < 2 ? pieces : [Buffer.concat(pieces)]
}
