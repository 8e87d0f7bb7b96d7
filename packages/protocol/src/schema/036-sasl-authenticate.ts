import { defineApi, bytes, int16, int64, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Carries one step of a SASL exchange (KIP-152). */
export const saslAuthenticate: ApiSchema = defineApi({
  key: 36,
  name: 'SaslAuthenticate',
  versions: '0-2',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    authBytes: bytes({ about: "The client's token, in the mechanism's own format." }),
  },
  response: {
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    errorMessage: string({
      about: 'A text that says no more than that the credentials were refused.',
      nullable: '0+',
    }),
    authBytes: bytes({ about: "The server's token, in the mechanism's own format." }),
    sessionLifetimeMs: int64({
      about: 'Time after which the client has to authenticate again; 0 for never (KIP-368).',
      since: 1,
      ignorable: true,
    }),
  },
})
