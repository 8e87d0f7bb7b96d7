import {
  defineRecord,
  bool,
  bytes,
  int32,
  int64,
  int64Wide,
  int8,
  structs,
  uuid,
} from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const remoteLogSegmentMetadataSnapshotRecord: StoredSchema = defineRecord({
  origin: 'remote-log',
  name: 'RemoteLogSegmentMetadataSnapshotRecord',
  type: 3,
  versions: '0',
  flexible: '0+',
  fields: {
    segmentId: uuid({ about: '' }),
    startOffset: int64({ about: '' }),
    endOffset: int64({ about: '' }),
    brokerId: int32({ about: '' }),
    maxTimestampMs: int64Wide({ about: '' }),
    eventTimestampMs: int64({ about: '' }),
    segmentLeaderEpochs: structs(
      { about: '' },
      {
        leaderEpoch: int32({ about: '' }),
        offset: int64({ about: '' }),
      },
    ),
    segmentSizeInBytes: int32({ about: '' }),
    customMetadata: bytes({ about: '', nullable: '0+', default: null }),
    remoteLogSegmentState: int8({ about: '' }),
    txnIndexEmpty: bool({ about: '', tag: 0 }),
  },
})
