import { defineRecord, int32, string, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: a change to the state of a share partition. */
export const shareUpdateKey: StoredSchema = defineRecord({
  origin: 'share',
  name: 'ShareUpdateKey',
  type: 1,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
    topicId: uuid({ about: 'Id of the topic.' }),
    partition: int32({ about: 'Number of the partition.' }),
  },
})
