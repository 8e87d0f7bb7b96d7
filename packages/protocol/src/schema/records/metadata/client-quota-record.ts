import { defineRecord, bool, float64, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Sets or removes a quota of a user, client id or address. */
export const clientQuotaRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'ClientQuotaRecord',
  type: 14,
  versions: '0',
  flexible: '0+',
  fields: {
    entity: structs(
      { about: 'Parts that together name the entity.' },
      {
        entityType: string({ about: 'user, client-id or ip.' }),
        entityName: string({
          about: 'Name of the part; null for the default entity.',
          nullable: '0+',
        }),
      },
    ),
    key: string({ about: 'Name of the quota, as producer_byte_rate.' }),
    value: float64({ about: 'The limit; without meaning where it is removed.' }),
    remove: bool({ about: 'Whether the quota is removed instead of set.' }),
  },
})
