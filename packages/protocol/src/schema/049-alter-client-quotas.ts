import { defineApi, bool, float64, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Sets and removes quotas of users, client ids and addresses. */
export const alterClientQuotas: ApiSchema = defineApi({
  key: 49,
  name: 'AlterClientQuotas',
  versions: '0-1',
  flexible: '1+',
  listeners: ['broker', 'controller'],
  request: {
    entries: structs(
      { about: 'Entities to change.' },
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
        ops: structs(
          { about: 'Changes.' },
          {
            key: string({ about: 'Name of the quota, as producer_byte_rate.' }),
            value: float64({ about: 'The limit; without meaning where it is removed.' }),
            remove: bool({ about: 'Whether the quota is removed instead of set.' }),
          },
        ),
      },
    ),
    validateOnly: bool({ about: 'Whether to check only and change nothing.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    entries: structs(
      { about: 'Outcome by entity.' },
      {
        errorCode: int16({ about: 'Outcome for this one.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
        }),
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
      },
    ),
  },
})
