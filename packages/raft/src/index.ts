export type { CommittedBatch, LeaderAndEpoch, RaftClient, RaftListener } from './raft-client.ts'
export {
  decodeMetadataRecord,
  encodeMetadataRecord,
  metadataRecord,
  metadataRecordSchema,
} from './record/metadata-record.ts'
export type { MetadataRecord } from './record/metadata-record.ts'
export type { ControlRecord } from './record/control-record.ts'
export type { SnapshotId, SnapshotReader } from './snapshot/snapshot-reader.ts'
export {
  MetadataBatchError,
  MetadataRecordError,
  RaftBatchTooLargeError,
  RaftFileFormatError,
  RaftLogFailedError,
  RaftVotersError,
} from './errors.ts'
