import { defineApi, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Adds ACLs. */
export const createAcls: ApiSchema = defineApi({
  key: 30,
  name: 'CreateAcls',
  versions: '1-3',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    creations: structs(
      { about: 'ACLs to add.' },
      {
        resourceType: int8({ about: 'Code of the resource type.' }),
        resourceName: string({ about: 'Name of the resource, or its beginning.' }),
        resourcePatternType: int8({
          about: '3 for exactly this name, 4 for every name that begins so.',
          default: 3,
        }),
        principal: string({ about: 'Principal as User:name; User:* for all.' }),
        host: string({ about: 'Host address the ACL is for; * for all.' }),
        operation: int8({ about: 'Code of the operation.' }),
        permissionType: int8({ about: '2 deny, 3 allow.' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    results: structs(
      { about: 'Outcome by ACL, in the order of the request.' },
      {
        errorCode: int16({ about: 'Outcome for this one.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
        }),
      },
    ),
  },
})
