import { defineRecord, int32, int64Wide, string, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** A committed offset. */
export const offsetCommitValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'OffsetCommitValue',
  type: 1,
  versions: '0-4',
  flexible: '4+',
  fields: {
    offset: int64Wide({ about: 'Offset to go on from.' }),
    leaderEpoch: int32({
      about: 'Epoch of the last record that is done; -1 when unknown.',
      since: 3,
      default: -1,
      ignorable: true,
    }),
    metadata: string({ about: "Text of the client's own." }),
    commitTimestamp: int64Wide({ about: 'When it was committed.' }),
    expireTimestamp: int64Wide({
      about: 'When it expires, where the client asked for that; -1 otherwise.',
      since: 1,
      until: 1,
      default: -1n,
      ignorable: true,
    }),
    topicId: uuid({
      about: 'Id of the topic; zero when it was committed by name.',
      since: 4,
      tag: 0,
      ignorable: true,
    }),
  },
})
