import { defineApi, bytes, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const alterUserScramCredentials: ApiSchema = defineApi({
  key: 51,
  name: 'AlterUserScramCredentials',
  versions: '0',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    deletions: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        mechanism: int8({ about: '' }),
      },
    ),
    upsertions: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        mechanism: int8({ about: '' }),
        iterations: int32({ about: '' }),
        salt: bytes({ about: '' }),
        saltedPassword: bytes({ about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    results: structs(
      { about: '' },
      {
        user: string({ about: '' }),
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+' }),
      },
    ),
  },
})
