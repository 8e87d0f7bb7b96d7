import { defineApi, array, int16, int32, int64, int8, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A leader asks the controller to change the in-sync replicas of its partitions (KIP-497). */
export const alterPartition: ApiSchema = defineApi({
  key: 56,
  name: 'AlterPartition',
  versions: '2-3',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    brokerId: int32({ about: 'Broker that leads the partitions.' }),
    brokerEpoch: int64({ about: 'Epoch of this life of the broker.', default: -1 }),
    topics: structs(
      { about: 'Partitions to change.' },
      {
        topicId: uuid({ about: 'Id of the topic.', ignorable: true }),
        partitions: structs(
          { about: 'Partitions to change.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            leaderEpoch: int32({ about: 'Epoch in which the broker leads.' }),
            newIsr: array('int32', { about: 'Replicas that shall be in sync.', until: 2 }),
            newIsrWithEpochs: structs(
              {
                about: 'Replicas that shall be in sync, each in its present life (KIP-903).',
                since: 3,
                item: 'NewIsrReplica',
              },
              {
                brokerId: int32({ about: 'Broker that holds the replica.' }),
                brokerEpoch: int64({
                  about: 'Its broker epoch as the leader knows it; -1 when it does not.',
                  default: -1,
                }),
              },
            ),
            leaderRecoveryState: int8({
              about: '0 recovered, 1 recovering after an unclean election.',
            }),
            partitionEpoch: int32({
              about: "Version of the partition's state that the change is based on.",
            }),
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
    topics: structs(
      { about: 'Outcome by topic.' },
      {
        topicId: uuid({ about: 'Id of the topic.', ignorable: true }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({
              about:
                'INVALID_UPDATE_VERSION when the state changed meanwhile, INELIGIBLE_REPLICA when a replica may not be in sync.',
            }),
            leaderId: int32({ about: 'Node id of the leader; -1 when there is none.' }),
            leaderEpoch: int32({ about: 'Leader epoch; -1 when unknown.' }),
            isr: array('int32', { about: 'Replicas that are in sync now.' }),
            leaderRecoveryState: int8({
              about: '0 recovered, 1 recovering after an unclean election.',
              ignorable: true,
            }),
            partitionEpoch: int32({ about: "Version of the partition's state now." }),
          },
        ),
      },
    ),
  },
})
