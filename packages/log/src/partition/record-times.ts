import { BrokerError } from '@samsa/base'
import { type BatchView, openRecords } from '@samsa/protocol'
import { LogCorruptBatchError } from '../errors.ts'
import type { LogCore } from './log-core.ts'

/** A record's place and time. */
export interface RecordTime {
  readonly offset: number
  readonly timestamp: number
}

/** Which file and byte a batch comes from, for errors. */
export interface BatchPlace {
  readonly path: string
  readonly position: number
}

/**
 * The first record of a batch at or above `from` with a timestamp ≥ `timestamp`; null when there is
 * none. Throws `LogCorruptBatchError`.
 */
export function recordWithTimestamp(
  core: LogCore,
  batch: BatchView,
  timestamp: number,
  from: number,
  place: BatchPlace,
): RecordTime | null {
  try {
    const record = openRecords(batch, core.environment.compression)
    while (record.next()) {
      if (record.timestamp >= timestamp && record.offset >= from) {
        return { offset: record.offset, timestamp: record.timestamp }
      }
    }
    return null
  } catch (error) {
    if (!(error instanceof BrokerError)) throw error
    throw new LogCorruptBatchError(place.path, place.position, error.message, { cause: error })
  }
}
