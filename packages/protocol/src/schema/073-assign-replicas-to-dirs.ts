import { defineApi, int16, int32, int64, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A broker tells the controller in which log directories its replicas lie (KIP-858). */
export const assignReplicasToDirs: ApiSchema = defineApi({
  key: 73,
  name: 'AssignReplicasToDirs',
  versions: '0',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    brokerId: int32({ about: 'Node id of the broker.' }),
    brokerEpoch: int64({ about: 'Epoch of this life of the broker.', default: -1 }),
    directories: structs(
      { about: 'Directories with the replicas in them.' },
      {
        id: uuid({ about: 'Id of the directory.' }),
        topics: structs(
          { about: 'Topics with replicas there.' },
          {
            topicId: uuid({ about: 'Id of the topic.' }),
            partitions: structs(
              { about: 'Partitions with a replica there.' },
              {
                partitionIndex: int32({ about: 'Number of the partition.' }),
              },
            ),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'STALE_BROKER_EPOCH when the broker registered anew meanwhile.' }),
    directories: structs(
      { about: 'Outcome by directory.' },
      {
        id: uuid({ about: 'Id of the directory.' }),
        topics: structs(
          { about: 'Outcome by topic.' },
          {
            topicId: uuid({ about: 'Id of the topic.' }),
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
    ),
  },
})
