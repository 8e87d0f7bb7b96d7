import type { LeaderEpoch, Offset } from '@samsa/base'
import type { MetadataRecord } from '../record/metadata-record.ts'

/** Which part of the log a snapshot stands for: everything below `offset`, the last in `epoch`. */
export interface SnapshotId {
  readonly offset: Offset
  readonly epoch: LeaderEpoch
}

/** A snapshot's records, read and checked (header first, footer last). */
export interface SnapshotReader {
  readonly id: SnapshotId
  /** Append time of the last batch that it stands for, milliseconds since the Unix epoch. */
  readonly lastContainedLogTimestampMs: number
  readonly records: readonly MetadataRecord[]
}
