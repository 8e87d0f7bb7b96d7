import { defineApi, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const deleteAcls: ApiSchema = defineApi({
  key: 31,
  name: 'DeleteAcls',
  versions: '1-3',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    filters: structs(
      { about: '' },
      {
        resourceTypeFilter: int8({ about: '' }),
        resourceNameFilter: string({ about: '', nullable: '0+' }),
        patternTypeFilter: int8({ about: '', default: 3 }),
        principalFilter: string({ about: '', nullable: '0+' }),
        hostFilter: string({ about: '', nullable: '0+' }),
        operation: int8({ about: '' }),
        permissionType: int8({ about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    filterResults: structs(
      { about: '' },
      {
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+' }),
        matchingAcls: structs(
          { about: '' },
          {
            errorCode: int16({ about: '' }),
            errorMessage: string({ about: '', nullable: '0+' }),
            resourceType: int8({ about: '' }),
            resourceName: string({ about: '' }),
            patternType: int8({ about: '', default: 3 }),
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
