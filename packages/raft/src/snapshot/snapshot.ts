import type { VotersRecord } from '@samsa/protocol'
import type { MetadataRecord } from '../record/metadata-record.ts'
import type { SnapshotId } from './snapshot-id.ts'

/** What a snapshot holds: a state of the metadata as the records that lead to it. */
export interface Snapshot {
  readonly id: SnapshotId
  /** Append time of the last batch that it stands for, milliseconds since the Unix epoch. */
  readonly lastContainedLogTimestampMs: number
  /** `kraft.version` as of the snapshot; 0 where it has no control record of it. */
  readonly kraftVersion: number
  /** The voters as of the snapshot (KIP-853); null where they are static. */
  readonly voters: VotersRecord | null
  readonly records: readonly MetadataRecord[]
}
