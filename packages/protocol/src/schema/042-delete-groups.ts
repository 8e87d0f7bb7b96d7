import { defineApi, array, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Deletes groups that have no members, with their offsets. */
export const deleteGroups: ApiSchema = defineApi({
  key: 42,
  name: 'DeleteGroups',
  versions: '0-2',
  flexible: '2+',
  listeners: ['broker'],
  request: {
    groupsNames: array('string', { about: 'Ids of the groups.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    results: structs(
      { about: 'Outcome by group.' },
      {
        groupId: string({ about: 'Id of the group.' }),
        errorCode: int16({
          about: 'NON_EMPTY_GROUP while it has members, GROUP_ID_NOT_FOUND when there is none.',
        }),
      },
    ),
  },
})
