import { defineApi, array, bool, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Shows the log directories of a broker and what lies in them. */
export const describeLogDirs: ApiSchema = defineApi({
  key: 35,
  name: 'DescribeLogDirs',
  versions: '1-5',
  flexible: '2+',
  listeners: ['broker'],
  request: {
    topics: structs(
      { about: 'Partitions asked about; null for all.', nullable: '0+' },
      {
        topic: string({ about: 'Name of the topic.' }),
        partitions: array('int32', { about: 'Partitions asked about.' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({
      about: 'CLUSTER_AUTHORIZATION_FAILED when the principal may not see the directories.',
      since: 3,
      ignorable: true,
    }),
    results: structs(
      { about: 'The directories.' },
      {
        errorCode: int16({ about: 'KAFKA_STORAGE_ERROR when the directory is offline.' }),
        logDir: string({ about: 'Absolute path.' }),
        topics: structs(
          { about: 'Topics that have replicas there.' },
          {
            name: string({ about: 'Name of the topic.' }),
            partitions: structs(
              { about: 'Replicas that lie there.' },
              {
                partitionIndex: int32({ about: 'Number of the partition.' }),
                partitionSize: int64({ about: "Size of the log's segments in bytes." }),
                offsetLag: int64({
                  about:
                    'How far the log is behind the high watermark, or a future copy behind the current one.',
                }),
                isFutureKey: bool({
                  about: 'Whether this copy is to replace the current one once it has caught up.',
                }),
              },
            ),
          },
        ),
        totalBytes: int64({
          about: 'Size of the volume that holds the directory; -1 when unknown (KIP-827).',
          since: 4,
          default: -1,
          ignorable: true,
        }),
        usableBytes: int64({
          about: 'What is free on the volume; -1 when unknown.',
          since: 4,
          default: -1,
          ignorable: true,
        }),
        isCordoned: bool({
          about: 'Whether new replicas keep out of the directory (KIP-1066).',
          since: 5,
          ignorable: true,
        }),
      },
    ),
  },
})
