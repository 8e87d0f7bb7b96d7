import { defineApi, array, bool, int16, int32, int8, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Creates topics. */
export const createTopics: ApiSchema = defineApi({
  key: 19,
  name: 'CreateTopics',
  versions: '2-7',
  flexible: '5+',
  listeners: ['broker', 'controller'],
  request: {
    topics: structs(
      { about: 'Topics to create.' },
      {
        name: string({ about: 'Name of the topic.' }),
        numPartitions: int32({
          about:
            "How many partitions; -1 for the cluster's default or with an assignment of one's own.",
        }),
        replicationFactor: int16({
          about:
            "Replicas of each partition; -1 for the cluster's default or with an assignment of one's own.",
        }),
        assignments: structs(
          { about: 'Replicas chosen by hand; empty lets the controller place them.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            brokerIds: array('int32', {
              about: 'Brokers that get a replica, the preferred leader first.',
            }),
          },
        ),
        configs: structs(
          { about: 'Configuration that differs from the defaults.' },
          {
            name: string({ about: 'Name of the key.' }),
            value: string({ about: 'Its value; null when unset.', nullable: '0+' }),
          },
        ),
      },
    ),
    timeoutMs: int32({ about: 'How long to wait until the topics are created.', default: 60000 }),
    validateOnly: bool({ about: 'Whether to check only and change nothing.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      ignorable: true,
    }),
    topics: structs(
      { about: 'Outcome by topic.' },
      {
        name: string({ about: 'Name of the topic.' }),
        topicId: uuid({ about: 'Id of the topic.', since: 7, ignorable: true }),
        errorCode: int16({ about: 'Outcome for the topic.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
          ignorable: true,
        }),
        topicConfigErrorCode: int16({
          about: 'Why the configuration is not told: usually TOPIC_AUTHORIZATION_FAILED.',
          since: 5,
          tag: 0,
          ignorable: true,
        }),
        numPartitions: int32({
          about: 'How many partitions it got; -1 when not told.',
          since: 5,
          default: -1,
          ignorable: true,
        }),
        replicationFactor: int16({
          about: 'How many replicas each has; -1 when not told.',
          since: 5,
          default: -1,
          ignorable: true,
        }),
        configs: structs(
          {
            about: 'Its configuration; null when not told.',
            since: 5,
            nullable: '5+',
            ignorable: true,
          },
          {
            name: string({ about: 'Name of the key.' }),
            value: string({ about: 'Its value; null when unset.', nullable: '5+' }),
            readOnly: bool({ about: 'Whether it cannot be changed while the broker runs.' }),
            configSource: int8({
              about:
                'Where the value comes from: 1 topic, 2 broker, 3 cluster-wide default, 4 file, 5 default, 6 logger, 7 client metrics, 8 group.',
              default: -1,
              ignorable: true,
            }),
            isSensitive: bool({ about: 'Whether it is a secret, whose value is not told.' }),
          },
        ),
      },
    ),
  },
})
