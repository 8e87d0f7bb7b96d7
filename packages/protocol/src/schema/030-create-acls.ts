import { defineApi, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const createAcls: ApiSchema = defineApi({
  key: 30,
  name: 'CreateAcls',
  versions: '1-3',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    creations: structs(
      { about: '' },
      {
        resourceType: int8({ about: '' }),
        resourceName: string({ about: '' }),
        resourcePatternType: int8({ about: '', default: 3 }),
        principal: string({ about: '' }),
        host: string({ about: '' }),
        operation: int8({ about: '' }),
        permissionType: int8({ about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    results: structs(
      { about: '' },
      {
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+' }),
      },
    ),
  },
})
