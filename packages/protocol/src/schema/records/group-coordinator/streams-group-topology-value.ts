import { defineRecord, array, int16, int32, shape, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const topicConfig = shape('TopicConfig', {
  key: string({ about: '' }),
  value: string({ about: '' }),
})

const topicInfo = shape('TopicInfo', {
  name: string({ about: '' }),
  partitions: int32({ about: '' }),
  replicationFactor: int16({ about: '' }),
  topicConfigs: structs({ about: '' }, topicConfig),
})

export const streamsGroupTopologyValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupTopologyValue',
  type: 23,
  versions: '0',
  flexible: '0+',
  fields: {
    epoch: int32({ about: '' }),
    subtopologies: structs(
      { about: '' },
      {
        subtopologyId: string({ about: '' }),
        sourceTopics: array('string', { about: '' }),
        sourceTopicRegex: array('string', { about: '' }),
        stateChangelogTopics: structs({ about: '' }, topicInfo),
        repartitionSinkTopics: array('string', { about: '' }),
        repartitionSourceTopics: structs({ about: '' }, topicInfo),
        copartitionGroups: structs(
          { about: '' },
          {
            sourceTopics: array('int16', { about: '' }),
            sourceTopicRegex: array('int16', { about: '' }),
            repartitionSourceTopics: array('int16', { about: '' }),
          },
        ),
      },
    ),
  },
})
