import { defineApi, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeAcls: ApiSchema = defineApi({
  key: 29,
  name: 'DescribeAcls',
  versions: '1-3',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    resourceTypeFilter: int8({ about: '' }),
    resourceNameFilter: string({ about: '', nullable: '0+' }),
    patternTypeFilter: int8({ about: '', default: 3 }),
    principalFilter: string({ about: '', nullable: '0+' }),
    hostFilter: string({ about: '', nullable: '0+' }),
    operation: int8({ about: '' }),
    permissionType: int8({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+' }),
    resources: structs(
      { about: '' },
      {
        resourceType: int8({ about: '' }),
        resourceName: string({ about: '' }),
        patternType: int8({ about: '', default: 3 }),
        acls: structs(
          { about: '' },
          {
            principal: string({ about: '' }),
            host: string({ about: '' }),
            operation: int8({ about: '' }),
            permissionType: int8({ about: '' }),
          },
        ),
      },
    ),
  },
})
