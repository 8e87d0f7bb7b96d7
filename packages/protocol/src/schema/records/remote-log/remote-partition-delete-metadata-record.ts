import { defineRecord, int32, int64, int8, string, struct, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** State of the deletion of a partition in tiered storage. */
export const remotePartitionDeleteMetadataRecord: StoredSchema = defineRecord({
  origin: 'remote-log',
  name: 'RemotePartitionDeleteMetadataRecord',
  type: 2,
  versions: '0',
  flexible: '0+',
  fields: {
    topicIdPartition: struct(
      { about: 'The partition.' },
      {
        name: string({ about: 'Name of the topic.' }),
        id: uuid({ about: 'Id of the topic.' }),
        partition: int32({ about: 'Number of the partition.' }),
      },
    ),
    brokerId: int32({ about: 'Broker that did it.' }),
    eventTimestampMs: int64({ about: 'When this was written.' }),
    remotePartitionDeleteState: int8({ about: '0 to be deleted, 1 being deleted, 2 deleted.' }),
  },
})
