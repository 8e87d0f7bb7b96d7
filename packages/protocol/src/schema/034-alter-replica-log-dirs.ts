import { defineApi, array, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Moves replicas between the log directories of one broker (KIP-113). */
export const alterReplicaLogDirs: ApiSchema = defineApi({
  key: 34,
  name: 'AlterReplicaLogDirs',
  versions: '1-2',
  flexible: '2+',
  listeners: ['broker'],
  request: {
    dirs: structs(
      { about: 'Directories with the partitions that shall live there.' },
      {
        path: string({ about: 'Absolute path of the directory.' }),
        topics: structs(
          { about: 'Topics to move there.' },
          {
            name: string({ about: 'Name of the topic.' }),
            partitions: array('int32', { about: 'Partitions to move there.' }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    results: structs(
      { about: 'Outcome by topic.' },
      {
        topicName: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({ about: 'Outcome for the partition.' }),
          },
        ),
      },
    ),
  },
})
