import { defineRecord, int32 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Value of the control record that ends a transaction in a partition. */
export const endTxnMarker: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'EndTxnMarker',
  versions: '0',
  fields: {
    coordinatorEpoch: int32({ about: 'Epoch of the coordinator that wrote it.' }),
  },
})
