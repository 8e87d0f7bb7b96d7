export type { CommittedBatch, LeaderAndEpoch, RaftClient, RaftListener } from './raft-client.ts'
export {
  decodeMetadataRecord,
  encodeMetadataRecord,
  metadataRecord,
  metadataRecordSchema,
} from './record/metadata-record.ts'
export type { MetadataRecord } from './record/metadata-record.ts'
export type { ControlRecord } from './record/control-record.ts'
export {
  type BatchPlace,
  buildControlRecordBatch,
  buildRecordBatch,
  decodeBatch,
} from './record/batch-codec.ts'
export type { Snapshot } from './snapshot/snapshot.ts'
export { buildSnapshot } from './snapshot/build-snapshot.ts'
export { decodeSnapshot } from './snapshot/decode-snapshot.ts'
export { snapshotFileName, type SnapshotId, snapshotIdOf } from './snapshot/snapshot-id.ts'
export {
  latestSnapshotIn,
  readSnapshot,
  readSnapshotFile,
  writeSnapshot,
} from './store/snapshot-files.ts'
export {
  formatQuorumState,
  parseQuorumState,
  type QuorumState,
  readQuorumState,
  writeQuorumState,
} from './store/quorum-state.ts'
export { SingleVoterRaft, type SingleVoterOptions } from './driver/single-voter-raft.ts'
export { standaloneVoters, type VoterEndpoint } from './driver/voters.ts'
export {
  MetadataBatchError,
  MetadataRecordError,
  RaftBatchTooLargeError,
  RaftFileFormatError,
  RaftLogFailedError,
  RaftVotersError,
} from './errors.ts'
