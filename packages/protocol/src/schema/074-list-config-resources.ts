import { defineApi, array, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const listConfigResources: ApiSchema = defineApi({
  key: 74,
  name: 'ListConfigResources',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    resourceTypes: array('int8', { about: '', since: 1 }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    configResources: structs(
      { about: '' },
      {
        resourceName: string({ about: '' }),
        resourceType: int8({ about: '', since: 1, default: 16, ignorable: true }),
      },
    ),
  },
})
