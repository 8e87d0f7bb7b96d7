import { defineRecord, int32, int64Wide, string, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const offsetCommitValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'OffsetCommitValue',
  type: 1,
  versions: '0-4',
  flexible: '4+',
  fields: {
    offset: int64Wide({ about: '' }),
    leaderEpoch: int32({ about: '', since: 3, default: -1, ignorable: true }),
    metadata: string({ about: '' }),
    commitTimestamp: int64Wide({ about: '' }),
    expireTimestamp: int64Wide({ about: '', since: 1, until: 1, default: -1n, ignorable: true }),
    topicId: uuid({ about: '', since: 4, tag: 0, ignorable: true }),
  },
})
