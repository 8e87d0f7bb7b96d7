import { defineApi, bytes, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Sets and deletes SCRAM credentials of users. */
export const alterUserScramCredentials: ApiSchema = defineApi({
  key: 51,
  name: 'AlterUserScramCredentials',
  versions: '0',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    deletions: structs(
      { about: 'Credentials to delete.' },
      {
        name: string({ about: 'Name of the user.' }),
        mechanism: int8({ about: '1 SCRAM-SHA-256, 2 SCRAM-SHA-512.' }),
      },
    ),
    upsertions: structs(
      { about: 'Credentials to set.' },
      {
        name: string({ about: 'Name of the user.' }),
        mechanism: int8({ about: '1 SCRAM-SHA-256, 2 SCRAM-SHA-512.' }),
        iterations: int32({ about: 'How often the password was hashed; at least 4096.' }),
        salt: bytes({ about: 'Random bytes that the client chose.' }),
        saltedPassword: bytes({
          about: 'The hashed password, from which the stored keys are computed.',
        }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    results: structs(
      { about: 'Outcome by user.' },
      {
        user: string({ about: 'Name of the user.' }),
        errorCode: int16({ about: 'Outcome for this one.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
        }),
      },
    ),
  },
})
