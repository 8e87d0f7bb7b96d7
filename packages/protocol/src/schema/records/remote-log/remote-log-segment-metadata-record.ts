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

/** A segment that was copied to tiered storage (KIP-405). */
export const remoteLogSegmentMetadataRecord: StoredSchema = defineRecord({
  origin: 'remote-log',
  name: 'RemoteLogSegmentMetadataRecord',
  type: 0,
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
    startOffset: int64({ about: 'First offset of the segment.' }),
    endOffset: int64({ about: 'Last offset of the segment.' }),
    brokerId: int32({ about: 'Broker that did it.' }),
    maxTimestampMs: int64Wide({ about: 'Largest timestamp of its records; -1 when unknown.' }),
    eventTimestampMs: int64({ about: 'When this was written.' }),
    segmentLeaderEpochs: structs(
      { about: 'Leader epochs in the segment.' },
      {
        leaderEpoch: int32({ about: 'The epoch.' }),
        offset: int64({ about: 'Its first offset.' }),
      },
    ),
    segmentSizeInBytes: int32({ about: 'Size of the segment.' }),
    customMetadata: bytes({
      about: "Bytes of the storage plug-in's own; null when none.",
      nullable: '0+',
      default: null,
    }),
    remoteLogSegmentState: int8({
      about: '0 copy started, 1 copy finished, 2 delete started, 3 delete finished.',
    }),
    txnIndexEmpty: bool({ about: 'Whether the segment has no aborted transactions.', tag: 0 }),
  },
})
