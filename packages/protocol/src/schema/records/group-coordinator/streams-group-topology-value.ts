import { defineRecord, array, int16, int32, shape, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const topicConfig = shape('TopicConfig', {
  key: string({ about: 'Name of the key.' }),
  value: string({ about: 'Its value.' }),
})

const topicInfo = shape('TopicInfo', {
  name: string({ about: 'Name of the topic.' }),
  partitions: int32({ about: 'How many partitions it needs; 0 when it follows from others.' }),
  replicationFactor: int16({ about: "How many replicas it needs; 0 for the cluster's default." }),
  topicConfigs: structs({ about: 'Configuration it needs.' }, topicConfig),
})

/** The topology of a streams group. */
export const streamsGroupTopologyValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupTopologyValue',
  type: 23,
  versions: '0',
  flexible: '0+',
  fields: {
    epoch: int32({ about: 'Version of the topology.' }),
    subtopologies: structs(
      { about: 'Parts of the topology that run on their own.' },
      {
        subtopologyId: string({ about: 'Id of the part of the topology.' }),
        sourceTopics: array('string', { about: 'Topics it reads.' }),
        sourceTopicRegex: array('string', { about: 'Regular expressions of topics it reads.' }),
        stateChangelogTopics: structs({ about: 'Topics that back up its state.' }, topicInfo),
        repartitionSinkTopics: array('string', { about: 'Repartition topics it writes.' }),
        repartitionSourceTopics: structs({ about: 'Repartition topics it reads.' }, topicInfo),
        copartitionGroups: structs(
          { about: 'Topics that must have the same number of partitions.' },
          {
            sourceTopics: array('int16', { about: "Places of the topics in the part's list." }),
            sourceTopicRegex: array('int16', {
              about: "Places of the expressions in the part's list.",
            }),
            repartitionSourceTopics: array('int16', {
              about: "Places of the topics in the part's list.",
            }),
          },
        ),
      },
    ),
  },
})
