import { defineApi, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Lists which SCRAM credentials users have, without the secrets (KIP-554). */
export const describeUserScramCredentials: ApiSchema = defineApi({
  key: 50,
  name: 'DescribeUserScramCredentials',
  versions: '0',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    users: structs(
      { about: 'Users asked about; null or empty for all.', nullable: '0+' },
      {
        name: string({ about: 'Name of the user.' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'Outcome of the request as a whole.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
    }),
    results: structs(
      { about: 'Credentials by user.' },
      {
        user: string({ about: 'Name of the user.' }),
        errorCode: int16({
          about:
            'RESOURCE_NOT_FOUND when the user has none, DUPLICATE_RESOURCE when asked about twice.',
        }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
        }),
        credentialInfos: structs(
          { about: 'Mechanisms the user can authenticate with.' },
          {
            mechanism: int8({ about: '1 SCRAM-SHA-256, 2 SCRAM-SHA-512.' }),
            iterations: int32({ about: 'How often the password was hashed.' }),
          },
        ),
      },
    ),
  },
})
