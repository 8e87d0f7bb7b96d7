import { type Clock, type Offset, offset } from '@samsa/base'
import type { LogRead, PartitionLog } from '@samsa/log'
import { type BatchTools, BatchWalker } from '@samsa/protocol'
import { RaftFileFormatError } from '../errors.ts'
import type { CommittedBatch } from '../raft-client.ts'
import { decodeBatch } from '../record/batch-codec.ts'

/** Bytes read and decoded in one go: some 1,000 records, 2 ms. */
const SLICE_BYTES = 65_536

/**
 * Reads the metadata log from `start` to its end, a slice per turn of the event loop. `handle` gets
 * the batches of each slice in order; the first begins at `start` even where it began earlier.
 */
export async function replayLog(
  log: PartitionLog,
  start: Offset,
  clock: Clock,
  tools: BatchTools,
  handle: (batches: readonly CommittedBatch[]) => void,
): Promise<void> {
  const end = log.logEndOffset
  let next = start
  while (next < end) {
    const read = await readSlice(log, next, end)
    try {
      handle(batchesOf(read, next, log.path, tools))
    } finally {
      read.release()
    }
    if (read.nextOffset <= next) throw unreadable(log, next)
    next = read.nextOffset
    await turn(clock)
  }
}

function readSlice(log: PartitionLog, start: Offset, end: Offset): Promise<LogRead> {
  return new Promise((resolve, reject) => {
    log.read(start, { maxBytes: SLICE_BYTES, upTo: end, minOneBatch: true }, (read) => {
      if (read.errorCode === 0) return resolve(read)
      read.release()
      reject(unreadable(log, start))
    })
  })
}

function unreadable(log: PartitionLog, at: Offset): RaftFileFormatError {
  return new RaftFileFormatError(log.path, `nothing can be read at offset ${at}`)
}

function batchesOf(
  read: LogRead,
  start: Offset,
  source: string,
  tools: BatchTools,
): readonly CommittedBatch[] {
  const [only] = read.pieces
  const bytes = read.pieces.length === 1 && only !== undefined ? only : Buffer.concat(read.pieces)
  const walker = new BatchWalker(bytes)
  const batches: CommittedBatch[] = []
  while (walker.next()) batches.push(from(start, decodeBatch(walker.batch, source, tools)))
  return batches
}

/** The batch without what lies below `start`: a snapshot may end inside a batch. */
function from(start: Offset, batch: CommittedBatch): CommittedBatch {
  const skipped = start - batch.baseOffset
  if (skipped <= 0) return batch
  return {
    ...batch,
    baseOffset: offset(start),
    records: batch.records.slice(skipped),
    controlRecords: batch.controlRecords.slice(skipped),
  }
}

function turn(clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    clock.afterIo(resolve)
  })
}
