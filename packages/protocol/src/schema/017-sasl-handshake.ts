import { defineApi, array, int16, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const saslHandshake: ApiSchema = defineApi({
  key: 17,
  name: 'SaslHandshake',
  versions: '0-1',
  listeners: ['broker', 'controller'],
  request: {
    mechanism: string({ about: '' }),
  },
  response: {
    errorCode: int16({ about: '' }),
    mechanisms: array('string', { about: '' }),
  },
})
