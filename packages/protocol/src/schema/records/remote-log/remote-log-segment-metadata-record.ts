import {
  defineRecord,
  bool,
  bytes,
  int32,
  int64,
  int64Wide,
  int8,
  string,
  struct,
  structs,
  uuid,
} from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const remoteLogSegmentMetadataRecord: StoredSchema = defineRecord({
  origin: 'remote-log',
  name: 'RemoteLogSegmentMetadataRecord',
  type: 0,
  versions: '0',
  flexible: '0+',
  fields: {
    remoteLogSegmentId: struct(
      { about: '' },
      {
        topicIdPartition: struct(
          { about: '' },
          {
            name: string({ about: '' }),
            id: uuid({ about: '' }),
            partition: int32({ about: '' }),
          },
        ),
        id: uuid({ about: '' }),
      },
    ),
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
