import { NO_LEADER_EPOCH, NO_OFFSET } from '@samsa/base'
import type { LeaderEpoch, Offset } from '@samsa/base'
import type { TimestampOffset } from '@samsa/log'
import { ErrorCode } from '@samsa/protocol'
import type { LocalPartition } from './local-partition.ts'

/** Timestamps of ListOffsets that are none. */
export const LATEST = -1
export const EARLIEST = -2
/** KIP-734. */
export const MAX_TIMESTAMP = -3
/** KIP-405. */
export const EARLIEST_LOCAL = -4
/** KIP-1005. */
export const LATEST_TIERED = -5
/** KIP-1023. */
export const EARLIEST_PENDING_UPLOAD = -6

/** First version of ListOffsets for −1, −2, …; what lies below is no timestamp at all. */
const FIRST_VERSIONS: readonly number[] = [1, 1, 7, 8, 9, 11]

export function isSupportedTimestamp(timestamp: bigint, version: number): boolean {
  if (timestamp >= 0n) return true
  const first = FIRST_VERSIONS[-Number(timestamp) - 1]
  return first !== undefined && version >= first
}

/** Who asks, which decides how far it may see. */
export interface OffsetTerms {
  readonly isClient: boolean
  readonly isReadCommitted: boolean
}

/** An offset with what is known of it; offset −1 when there is none. */
export interface FoundOffset {
  readonly errorCode: number
  readonly timestamp: number
  readonly offset: Offset
  readonly leaderEpoch: LeaderEpoch
}

/** At once where no file has to be read, else later; rejects with the log's error. */
export function lookUpOffset(
  partition: LocalPartition,
  timestamp: bigint,
  terms: OffsetTerms,
): FoundOffset | Promise<FoundOffset> {
  const { log, leaderEpoch } = partition
  const isBehind = terms.isClient && partition.epochStartOffset > partition.highWatermark
  switch (timestamp) {
    case BigInt(LATEST):
      // A new leader does not know yet what the old one had committed.
      if (isBehind) return NOT_AVAILABLE
      return at(fetchableEnd(partition, terms), leaderEpoch)
    case BigInt(EARLIEST):
    case BigInt(EARLIEST_LOCAL):
      return at(log.logStartOffset, log.epochForOffset(log.logStartOffset))
    case BigInt(LATEST_TIERED):
    case BigInt(EARLIEST_PENDING_UPLOAD):
      return NOTHING
    default:
      return search(partition, timestamp, fetchableEnd(partition, terms), isBehind)
  }
}

function fetchableEnd(partition: LocalPartition, terms: OffsetTerms): Offset {
  if (!terms.isClient) return partition.log.logEndOffset
  return terms.isReadCommitted ? partition.lastStableOffset : partition.highWatermark
}

async function search(
  partition: LocalPartition,
  timestamp: bigint,
  upTo: Offset,
  isBehind: boolean,
): Promise<FoundOffset> {
  const { log } = partition
  const found =
    timestamp === BigInt(MAX_TIMESTAMP)
      ? below(await log.maxTimestampOffset(), upTo)
      : await log.offsetForTimestamp(Number(timestamp), upTo)
  if (found === null) return isBehind ? NOT_AVAILABLE : NOTHING
  return { errorCode: ErrorCode.NONE, ...found }
}

const below = (found: TimestampOffset | null, upTo: Offset): TimestampOffset | null =>
  found !== null && found.offset < upTo ? found : null

/** An end of the log has no timestamp. */
const at = (offset: Offset, leaderEpoch: LeaderEpoch): FoundOffset => ({
  errorCode: ErrorCode.NONE,
  timestamp: -1,
  offset,
  leaderEpoch,
})

export const noOffset = (errorCode: number): FoundOffset => ({
  errorCode,
  timestamp: -1,
  offset: NO_OFFSET,
  leaderEpoch: NO_LEADER_EPOCH,
})

const NOTHING: FoundOffset = noOffset(ErrorCode.NONE)
const NOT_AVAILABLE: FoundOffset = noOffset(ErrorCode.OFFSET_NOT_AVAILABLE)
