import { defineRecord, array, int32, string, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/**
 * Partitions of a consumer group's topics as of the last assignment. No longer written since 4.1:
 * a hash took its place.
 */
export const consumerGroupPartitionMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupPartitionMetadataValue',
  type: 4,
  versions: '0',
  flexible: '0+',
  fields: {
    topics: structs(
      { about: 'Topics the group reads.' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        topicName: string({ about: 'Name of the topic.' }),
        numPartitions: int32({ about: 'How many partitions it has.' }),
        partitionMetadata: structs(
          { about: 'Partitions with the racks of their replicas.' },
          {
            partition: int32({ about: 'Number of the partition.' }),
            racks: array('string', { about: 'Racks of its replicas.' }),
          },
        ),
      },
    ),
  },
})
