import { defineApi, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeUserScramCredentials: ApiSchema = defineApi({
  key: 50,
  name: 'DescribeUserScramCredentials',
  versions: '0',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    users: structs(
      { about: '', nullable: '0+' },
      {
        name: string({ about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+' }),
    results: structs(
      { about: '' },
      {
        user: string({ about: '' }),
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+' }),
        credentialInfos: structs(
          { about: '' },
          {
            mechanism: int8({ about: '' }),
            iterations: int32({ about: '' }),
          },
        ),
      },
    ),
  },
})
