import { defineRecord, array, int32, string, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerGroupPartitionMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupPartitionMetadataValue',
  type: 4,
  versions: '0',
  flexible: '0+',
  fields: {
    topics: structs(
      { about: '' },
      {
        topicId: uuid({ about: '' }),
        topicName: string({ about: '' }),
        numPartitions: int32({ about: '' }),
        partitionMetadata: structs(
          { about: '' },
          {
            partition: int32({ about: '' }),
            racks: array('string', { about: '' }),
          },
        ),
      },
    ),
  },
})
