import { defineApi, bool, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const incrementalAlterConfigs: ApiSchema = defineApi({
  key: 44,
  name: 'IncrementalAlterConfigs',
  versions: '0-1',
  flexible: '1+',
  listeners: ['broker', 'controller'],
  request: {
    resources: structs(
      { about: '' },
      {
        resourceType: int8({ about: '' }),
        resourceName: string({ about: '' }),
        configs: structs(
          { about: '' },
          {
            name: string({ about: '' }),
            configOperation: int8({ about: '' }),
            value: string({ about: '', nullable: '0+' }),
          },
        ),
      },
    ),
    validateOnly: bool({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    responses: structs(
      { about: '', item: 'Resource' },
      {
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+' }),
        resourceType: int8({ about: '' }),
        resourceName: string({ about: '' }),
      },
    ),
  },
})
