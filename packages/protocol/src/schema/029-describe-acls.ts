import { defineApi, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Lists the ACLs that match a filter (KIP-140). */
export const describeAcls: ApiSchema = defineApi({
  key: 29,
  name: 'DescribeAcls',
  versions: '1-3',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    resourceTypeFilter: int8({ about: 'Code of the resource type; 1 matches any.' }),
    resourceNameFilter: string({
      about: 'Name of the resource; null matches any.',
      nullable: '0+',
    }),
    patternTypeFilter: int8({
      about: '3 literal, 4 prefixed, 1 any, 2 everything that would apply to the name.',
      default: 3,
    }),
    principalFilter: string({ about: 'Principal as User:name; null matches any.', nullable: '0+' }),
    hostFilter: string({ about: 'Host address; null matches any.', nullable: '0+' }),
    operation: int8({ about: 'Code of the operation; 1 matches any.' }),
    permissionType: int8({ about: '2 deny, 3 allow; 1 matches any.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'SECURITY_DISABLED when the cluster has no authorizer.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
    }),
    resources: structs(
      { about: 'Resources with ACLs that match.' },
      {
        resourceType: int8({ about: 'Code of the resource type.' }),
        resourceName: string({ about: 'Name of the resource, or its beginning.' }),
        patternType: int8({
          about: '3 for exactly this name, 4 for every name that begins so.',
          default: 3,
        }),
        acls: structs(
          { about: 'ACLs of the resource.' },
          {
            principal: string({ about: 'Principal as User:name; User:* for all.' }),
            host: string({ about: 'Host address the ACL is for; * for all.' }),
            operation: int8({ about: 'Code of the operation.' }),
            permissionType: int8({ about: '2 deny, 3 allow.' }),
          },
        ),
      },
    ),
  },
})
