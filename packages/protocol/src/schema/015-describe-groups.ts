import { defineApi, array, bool, bytes, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeGroups: ApiSchema = defineApi({
  key: 15,
  name: 'DescribeGroups',
  versions: '0-6',
  flexible: '5+',
  listeners: ['broker'],
  request: {
    groups: array('string', { about: '' }),
    includeAuthorizedOperations: bool({ about: '', since: 3 }),
  },
  response: {
    throttleTimeMs: int32({ about: '', since: 1, ignorable: true }),
    groups: structs(
      { about: '' },
      {
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', since: 6, nullable: '6+', default: null }),
        groupId: string({ about: '' }),
        groupState: string({ about: '' }),
        protocolType: string({ about: '' }),
        protocolData: string({ about: '' }),
        members: structs(
          { about: '' },
          {
            memberId: string({ about: '' }),
            groupInstanceId: string({
              about: '',
              since: 4,
              nullable: '4+',
              default: null,
              ignorable: true,
            }),
            clientId: string({ about: '' }),
            clientHost: string({ about: '' }),
            memberMetadata: bytes({ about: '' }),
            memberAssignment: bytes({ about: '' }),
          },
        ),
        authorizedOperations: int32({ about: '', since: 3, default: -2147483648 }),
      },
    ),
  },
})
