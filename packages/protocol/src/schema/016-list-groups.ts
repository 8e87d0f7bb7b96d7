import { defineApi, array, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const listGroups: ApiSchema = defineApi({
  key: 16,
  name: 'ListGroups',
  versions: '0-5',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    statesFilter: array('string', { about: '', since: 4 }),
    typesFilter: array('string', { about: '', since: 5 }),
  },
  response: {
    throttleTimeMs: int32({ about: '', since: 1, ignorable: true }),
    errorCode: int16({ about: '' }),
    groups: structs(
      { about: '' },
      {
        groupId: string({ about: '' }),
        protocolType: string({ about: '' }),
        groupState: string({ about: '', since: 4, ignorable: true }),
        groupType: string({ about: '', since: 5, ignorable: true }),
      },
    ),
  },
})
