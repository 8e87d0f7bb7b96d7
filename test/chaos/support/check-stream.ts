import type { PlainClient } from '../../support/plain-client.ts'
import { storedBatches, type StoredBatch } from './numbered-records.ts'
import type { ProduceStream } from './produce-stream.ts'

/** How far a stream's log was checked; the next check goes on there. */
export interface CheckedTo {
  readonly offset: number
  /** Number of the last record before it; −1 before the first. */
  readonly lastNumber: number
}

export const CHECKED_NOTHING: CheckedTo = { offset: 0, lastNumber: -1 }

/**
 * Reads a stream's partition from `from` to its end and throws where a promise is broken: offsets
 * without a gap, every acknowledged batch where its answer said, no record twice, and for an idempotent
 * producer every record at the offset of its number, so that none is missing either.
 */
export async function checkStream(
  stream: ProduceStream,
  client: PlainClient,
  from: CheckedTo,
): Promise<CheckedTo> {
  const found = new Map<number, StoredBatch>()
  let { offset, lastNumber } = from
  for (;;) {
    const fetched = await client.fetch(stream.shape.topic, stream.shape.partition, offset)
    if (fetched.errorCode !== 0) throw broken(stream, offset, `fetch says ${fetched.errorCode}`)
    if (fetched.logStartOffset !== 0) throw broken(stream, offset, 'the log lost its start')
    if (fetched.records.length === 0) {
      const { highWatermark } = fetched
      if (highWatermark !== offset) throw broken(stream, offset, `${highWatermark} is the end`)
      break
    }
    for (const batch of storedBatches(stream.shape.stream, fetched.records)) {
      checkBatch(stream, batch, offset, lastNumber)
      found.set(batch.baseOffset, batch)
      offset = batch.baseOffset + batch.count
      lastNumber = batch.firstNumber + batch.count - 1
    }
  }
  checkAcknowledged(stream, found, from.offset)
  return { offset, lastNumber }
}

function checkBatch(
  stream: ProduceStream,
  batch: StoredBatch,
  offset: number,
  lastNumber: number,
): void {
  const { baseOffset, firstNumber } = batch
  if (baseOffset !== offset) throw broken(stream, offset, `the next batch is at ${baseOffset}`)
  if (firstNumber <= lastNumber) throw broken(stream, offset, `record ${firstNumber} comes twice`)
  if (firstNumber + batch.count > stream.recordsNumbered) {
    throw broken(stream, offset, `record ${firstNumber} was never sent`)
  }
  if (stream.shape.isIdempotent && firstNumber !== baseOffset) {
    throw broken(stream, offset, `holds record ${firstNumber} of an idempotent producer`)
  }
}

function checkAcknowledged(
  stream: ProduceStream,
  found: ReadonlyMap<number, StoredBatch>,
  from: number,
): void {
  for (const { baseOffset, firstNumber, count } of stream.acknowledged) {
    if (baseOffset < from) continue
    const stored = found.get(baseOffset)
    if (stored?.firstNumber !== firstNumber || stored.count !== count) {
      throw broken(stream, baseOffset, `acknowledged records from ${firstNumber} on are not there`)
    }
  }
}

const broken = (stream: ProduceStream, offset: number, what: string): Error =>
  new Error(`${stream.name}, offset ${offset}: ${what}`)
