import { leaderEpoch, offset } from '@samsa/base'
import type { AppendOrigin, AppendOutcome, LogRead, PartitionLog, ReadOptions } from '@samsa/log'
import { BatchView } from '@samsa/protocol'

export interface AppendOptions {
  readonly origin?: AppendOrigin
  readonly leaderEpoch?: number
}

/** `append` as a promise. The bytes are copied: the log patches its own. */
export function append(
  log: PartitionLog,
  bytes: Uint8Array,
  options: AppendOptions = {},
): Promise<AppendOutcome> {
  const entry = {
    origin: options.origin ?? 'client',
    leaderEpoch: leaderEpoch(options.leaderEpoch ?? 0),
    bytes: Uint8Array.from(bytes),
  }
  return new Promise((resolve) => log.append(entry, resolve))
}

/** What a read gave, copied, with the read released. */
export interface ReadCopy {
  readonly errorCode: number
  readonly bytes: Uint8Array
  readonly baseOffset: number
  readonly nextOffset: number
  readonly logStartOffset: number
  readonly logEndOffset: number
}

export function read(
  log: PartitionLog,
  startOffset: number,
  options: Partial<ReadOptions> = {},
): Promise<ReadCopy> {
  const full = { maxBytes: 1_048_576, upTo: log.logEndOffset, minOneBatch: true, ...options }
  return new Promise((resolve) => {
    log.read(offset(startOffset), full, (got) => resolve(copyOf(got)))
  })
}

export function copyOf(got: LogRead): ReadCopy {
  const bytes = Buffer.concat(got.pieces)
  const { errorCode, baseOffset, nextOffset, logStartOffset, logEndOffset } = got
  got.release()
  return { errorCode, bytes, baseOffset, nextOffset, logStartOffset, logEndOffset }
}

/** Base and last offset of every batch in some bytes. */
export function batchRanges(bytes: Uint8Array): [number, number][] {
  const ranges: [number, number][] = []
  const batch = new BatchView(bytes)
  for (let position = 0; position < bytes.length; position += batch.sizeBytes) {
    batch.position = position
    ranges.push([batch.baseOffset, batch.lastOffset])
  }
  return ranges
}

/** All batches from `from` to the end, read in steps of `maxBytes`. */
export async function readAll(
  log: PartitionLog,
  from: number,
  maxBytes: number = 1_048_576,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let at = from
  while (at < log.logEndOffset) {
    const got = await read(log, at, { maxBytes })
    if (got.errorCode !== 0) throw new Error(`read at ${at} gave error ${got.errorCode}`)
    if (got.nextOffset <= at) throw new Error(`read at ${at} gave nothing`)
    parts.push(got.bytes)
    at = got.nextOffset
  }
  return Buffer.concat(parts)
}
