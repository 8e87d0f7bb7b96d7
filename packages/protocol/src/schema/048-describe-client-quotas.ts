import { defineApi, bool, float64, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeClientQuotas: ApiSchema = defineApi({
  key: 48,
  name: 'DescribeClientQuotas',
  versions: '0-1',
  flexible: '1+',
  listeners: ['broker'],
  request: {
    components: structs(
      { about: '' },
      {
        entityType: string({ about: '' }),
        matchType: int8({ about: '' }),
        match: string({ about: '', nullable: '0+' }),
      },
    ),
    strict: bool({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+' }),
    entries: structs(
      { about: '', nullable: '0+' },
      {
        entity: structs(
          { about: '' },
          {
            entityType: string({ about: '' }),
            entityName: string({ about: '', nullable: '0+' }),
          },
        ),
        values: structs(
          { about: '' },
          {
            key: string({ about: '' }),
            value: float64({ about: '' }),
          },
        ),
      },
    ),
  },
})
