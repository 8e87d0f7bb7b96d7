import { defineRecord, int32, string, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareSnapshotKey: StoredSchema = defineRecord({
  origin: 'share',
  name: 'ShareSnapshotKey',
  type: 0,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
    topicId: uuid({ about: '' }),
    partition: int32({ about: '' }),
  },
})
