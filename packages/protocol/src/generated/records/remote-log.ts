import type { AnyRecordSchema } from '../../api.ts'
import { remoteLogSegmentMetadataRecordSchema } from './remote-log/remote-log-segment-metadata-record.ts'
import { remoteLogSegmentMetadataSnapshotRecordSchema } from './remote-log/remote-log-segment-metadata-snapshot-record.ts'
import { remoteLogSegmentMetadataUpdateRecordSchema } from './remote-log/remote-log-segment-metadata-update-record.ts'
import { remotePartitionDeleteMetadataRecordSchema } from './remote-log/remote-partition-delete-metadata-record.ts'

export const remoteLogSchemas: readonly AnyRecordSchema[] = [
  remoteLogSegmentMetadataRecordSchema,
  remoteLogSegmentMetadataSnapshotRecordSchema,
  remoteLogSegmentMetadataUpdateRecordSchema,
  remotePartitionDeleteMetadataRecordSchema,
]
