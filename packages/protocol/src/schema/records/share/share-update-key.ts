import { defineRecord, int32, string, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareUpdateKey: StoredSchema = defineRecord({
  origin: 'share',
  name: 'ShareUpdateKey',
  type: 1,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
    topicId: uuid({ about: '' }),
    partition: int32({ about: '' }),
  },
})
