import { defineApi, array, int16, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Chooses the SASL mechanism of the exchange that follows (KIP-43). */
export const saslHandshake: ApiSchema = defineApi({
  key: 17,
  name: 'SaslHandshake',
  versions: '0-1',
  listeners: ['broker', 'controller'],
  request: {
    mechanism: string({ about: 'Mechanism the client wants, as SCRAM-SHA-512.' }),
  },
  response: {
    errorCode: int16({ about: 'UNSUPPORTED_SASL_MECHANISM when the listener does not offer it.' }),
    mechanisms: array('string', { about: 'Mechanisms that the listener offers.' }),
  },
})
