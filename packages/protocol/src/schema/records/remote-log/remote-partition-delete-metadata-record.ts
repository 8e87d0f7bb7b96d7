import { defineRecord, int32, int64, int8, string, struct, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const remotePartitionDeleteMetadataRecord: StoredSchema = defineRecord({
  origin: 'remote-log',
  name: 'RemotePartitionDeleteMetadataRecord',
  type: 2,
  versions: '0',
  flexible: '0+',
  fields: {
    topicIdPartition: struct(
      { about: '' },
      {
        name: string({ about: '' }),
        id: uuid({ about: '' }),
        partition: int32({ about: '' }),
      },
    ),
    brokerId: int32({ about: '' }),
    eventTimestampMs: int64({ about: '' }),
    remotePartitionDeleteState: int8({ about: '' }),
  },
})
