import { defineRecord, int64Wide, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** A committed offset, as brokers before 0.9 wrote it. */
export const legacyOffsetCommitValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'LegacyOffsetCommitValue',
  type: 0,
  versions: '0',
  fields: {
    offset: int64Wide({ about: 'Offset to go on from.' }),
    metadata: string({ about: "Text of the client's own." }),
    commitTimestamp: int64Wide({ about: 'When it was committed.' }),
  },
})
