import type { AnyRecordSchema } from '../../api.ts'
import { remoteLogSegmentMetadataRecordSchema } from './remote-log/remote-log-segment-metadata-record.ts'
import type { RemoteLogSegmentMetadataRecord } from './remote-log/remote-log-segment-metadata-record.ts'
import { remoteLogSegmentMetadataSnapshotRecordSchema } from './remote-log/remote-log-segment-metadata-snapshot-record.ts'
import type { RemoteLogSegmentMetadataSnapshotRecord } from './remote-log/remote-log-segment-metadata-snapshot-record.ts'
import { remoteLogSegmentMetadataUpdateRecordSchema } from './remote-log/remote-log-segment-metadata-update-record.ts'
import type { RemoteLogSegmentMetadataUpdateRecord } from './remote-log/remote-log-segment-metadata-update-record.ts'
import { remotePartitionDeleteMetadataRecordSchema } from './remote-log/remote-partition-delete-metadata-record.ts'
import type { RemotePartitionDeleteMetadataRecord } from './remote-log/remote-partition-delete-metadata-record.ts'

export const remoteLogSchemas: readonly AnyRecordSchema[] = [
  remoteLogSegmentMetadataRecordSchema,
  remoteLogSegmentMetadataSnapshotRecordSchema,
  remoteLogSegmentMetadataUpdateRecordSchema,
  remotePartitionDeleteMetadataRecordSchema,
]

export const RemoteLogRecordType = {
  RemoteLogSegmentMetadataRecord: 0,
  RemoteLogSegmentMetadataUpdateRecord: 1,
  RemotePartitionDeleteMetadataRecord: 2,
  RemoteLogSegmentMetadataSnapshotRecord: 3,
} as const

export interface RemoteLogRecordMessages {
  0: RemoteLogSegmentMetadataRecord
  1: RemoteLogSegmentMetadataUpdateRecord
  2: RemotePartitionDeleteMetadataRecord
  3: RemoteLogSegmentMetadataSnapshotRecord
}

export type RemoteLogRecord = {
  [Type in keyof RemoteLogRecordMessages]: {
    readonly type: Type
    readonly version: number
    readonly message: RemoteLogRecordMessages[Type]
  }
}[keyof RemoteLogRecordMessages]

export const remoteLogRecordSchemas: readonly (AnyRecordSchema | undefined)[] = [
  remoteLogSegmentMetadataRecordSchema,
  remoteLogSegmentMetadataUpdateRecordSchema,
  remotePartitionDeleteMetadataRecordSchema,
  remoteLogSegmentMetadataSnapshotRecordSchema,
]
