import { defineRecord, int16 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key of a control record, which says what the record means. */
export const controlRecordTypeSchema: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'ControlRecordTypeSchema',
  versions: '0',
  fields: {
    type: int16({
      about:
        '0 abort, 1 commit, 2 leader change, 3 snapshot header, 4 snapshot footer, 5 kraft.version, 6 voters.',
    }),
  },
})
