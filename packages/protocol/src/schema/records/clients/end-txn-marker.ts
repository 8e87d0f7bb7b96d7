import { defineRecord, int32 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const endTxnMarker: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'EndTxnMarker',
  versions: '0',
  fields: {
    coordinatorEpoch: int32({ about: '' }),
  },
})
