import { defineApi, bool, float64, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const alterClientQuotas: ApiSchema = defineApi({
  key: 49,
  name: 'AlterClientQuotas',
  versions: '0-1',
  flexible: '1+',
  listeners: ['broker', 'controller'],
  request: {
    entries: structs(
      { about: '' },
      {
        entity: structs(
          { about: '' },
          {
            entityType: string({ about: '' }),
            entityName: string({ about: '', nullable: '0+' }),
          },
        ),
        ops: structs(
          { about: '' },
          {
            key: string({ about: '' }),
            value: float64({ about: '' }),
            remove: bool({ about: '' }),
          },
        ),
      },
    ),
    validateOnly: bool({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    entries: structs(
      { about: '' },
      {
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+' }),
        entity: structs(
          { about: '' },
          {
            entityType: string({ about: '' }),
            entityName: string({ about: '', nullable: '0+' }),
          },
        ),
      },
    ),
  },
})
