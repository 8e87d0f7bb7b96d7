import { defineApi, bool, float64, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Lists the quotas of users, client ids and addresses that match a filter (KIP-546). */
export const describeClientQuotas: ApiSchema = defineApi({
  key: 48,
  name: 'DescribeClientQuotas',
  versions: '0-1',
  flexible: '1+',
  listeners: ['broker'],
  request: {
    components: structs(
      { about: 'What an entity has to match, part by part.' },
      {
        entityType: string({ about: 'user, client-id or ip.' }),
        matchType: int8({
          about: '0 exactly this name, 1 the default entity, 2 any name that is set.',
        }),
        match: string({ about: 'Name to match; null for the default or any.', nullable: '0+' }),
      },
    ),
    strict: bool({ about: 'Whether entities with further parts are left out.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
    }),
    entries: structs(
      { about: 'Entities with their quotas; null on an error.', nullable: '0+' },
      {
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
        values: structs(
          { about: 'Its quotas.' },
          {
            key: string({ about: 'Name of the quota, as producer_byte_rate.' }),
            value: float64({ about: 'The limit.' }),
          },
        ),
      },
    ),
  },
})
