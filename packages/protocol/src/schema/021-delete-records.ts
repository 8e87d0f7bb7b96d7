import { defineApi, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Deletes the records before an offset by moving the log start offset. */
export const deleteRecords: ApiSchema = defineApi({
  key: 21,
  name: 'DeleteRecords',
  versions: '0-2',
  flexible: '2+',
  listeners: ['broker'],
  request: {
    topics: structs(
      { about: 'Partitions to cut.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Partitions to cut.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            offset: int64({ about: 'First offset to keep; -1 deletes up to the high watermark.' }),
          },
        ),
      },
    ),
    timeoutMs: int32({ about: 'How long to wait until all replicas have followed.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    topics: structs(
      { about: 'Outcome by topic.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            lowWatermark: int64({
              about: 'Lowest log start offset of all live replicas; -1 on an error.',
            }),
            errorCode: int16({ about: 'Outcome for the partition.' }),
          },
        ),
      },
    ),
  },
})
