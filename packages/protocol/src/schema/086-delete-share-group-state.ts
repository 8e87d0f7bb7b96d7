import { defineApi, int16, int32, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A group coordinator has the share coordinator forget share partitions (KIP-932). */
export const deleteShareGroupState: ApiSchema = defineApi({
  key: 86,
  name: 'DeleteShareGroupState',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    topics: structs(
      { about: 'Partitions to forget.' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: structs(
          { about: 'Partitions to forget.' },
          {
            partition: int32({ about: 'Number of the partition.' }),
          },
        ),
      },
    ),
  },
  response: {
    results: structs(
      { about: 'Outcome by topic.' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partition: int32({ about: 'Number of the partition.' }),
            errorCode: int16({ about: 'Outcome for the partition.' }),
            errorMessage: string({
              about: 'What went wrong, in words; null when nothing did or there is no more to say.',
              nullable: '0+',
              default: null,
            }),
          },
        ),
      },
    ),
  },
})
