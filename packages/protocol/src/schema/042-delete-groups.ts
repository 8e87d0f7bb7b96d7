import { defineApi, array, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const deleteGroups: ApiSchema = defineApi({
  key: 42,
  name: 'DeleteGroups',
  versions: '0-2',
  flexible: '2+',
  listeners: ['broker'],
  request: {
    groupsNames: array('string', { about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    results: structs(
      { about: '' },
      {
        groupId: string({ about: '' }),
        errorCode: int16({ about: '' }),
      },
    ),
  },
})
