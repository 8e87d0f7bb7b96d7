import {
  defineRecord,
  bytes,
  int32,
  int64,
  int8,
  string,
  struct,
  uuid,
} from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const remoteLogSegmentMetadataUpdateRecord: StoredSchema = defineRecord({
  origin: 'remote-log',
  name: 'RemoteLogSegmentMetadataUpdateRecord',
  type: 1,
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
    brokerId: int32({ about: '' }),
    eventTimestampMs: int64({ about: '' }),
    customMetadata: bytes({ about: '', nullable: '0+', default: null }),
    remoteLogSegmentState: int8({ about: '' }),
  },
})
