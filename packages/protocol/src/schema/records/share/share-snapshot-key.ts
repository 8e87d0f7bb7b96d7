import { defineRecord, int32, string, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: the whole state of a share partition. */
export const shareSnapshotKey: StoredSchema = defineRecord({
  origin: 'share',
  name: 'ShareSnapshotKey',
  type: 0,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
    topicId: uuid({ about: 'Id of the topic.' }),
    partition: int32({ about: 'Number of the partition.' }),
  },
})
