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

/** Changes the state of a segment in tiered storage. */
export const remoteLogSegmentMetadataUpdateRecord: StoredSchema = defineRecord({
  origin: 'remote-log',
  name: 'RemoteLogSegmentMetadataUpdateRecord',
  type: 1,
  versions: '0',
  flexible: '0+',
  fields: {
    remoteLogSegmentId: struct(
      { about: 'Which segment.' },
      {
        topicIdPartition: struct(
          { about: 'Partition of the segment.' },
          {
            name: string({ about: 'Name of the topic.' }),
            id: uuid({ about: 'Id of the topic.' }),
            partition: int32({ about: 'Number of the partition.' }),
          },
        ),
        id: uuid({ about: 'Id of the segment.' }),
      },
    ),
    brokerId: int32({ about: 'Broker that did it.' }),
    eventTimestampMs: int64({ about: 'When this was written.' }),
    customMetadata: bytes({
      about: "Bytes of the storage plug-in's own; null when none.",
      nullable: '0+',
      default: null,
    }),
    remoteLogSegmentState: int8({
      about: '0 copy started, 1 copy finished, 2 delete started, 3 delete finished.',
    }),
  },
})
