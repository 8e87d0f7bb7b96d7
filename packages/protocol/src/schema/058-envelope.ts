import { defineApi, bytes, int16 } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const envelope: ApiSchema = defineApi({
  key: 58,
  name: 'Envelope',
  versions: '0',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    requestData: bytes({ about: '', view: true }),
    requestPrincipal: bytes({ about: '', nullable: '0+' }),
    clientHostAddress: bytes({ about: '' }),
  },
  response: {
    responseData: bytes({ about: '', nullable: '0+', default: null }),
    errorCode: int16({ about: '' }),
  },
})
