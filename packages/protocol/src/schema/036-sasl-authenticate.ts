import { defineApi, bytes, int16, int64, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const saslAuthenticate: ApiSchema = defineApi({
  key: 36,
  name: 'SaslAuthenticate',
  versions: '0-2',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    authBytes: bytes({ about: '' }),
  },
  response: {
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+' }),
    authBytes: bytes({ about: '' }),
    sessionLifetimeMs: int64({ about: '', since: 1, ignorable: true }),
  },
})
