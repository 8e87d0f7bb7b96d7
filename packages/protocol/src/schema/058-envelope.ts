import { defineApi, bytes, int16 } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/**
 * A broker forwards a client's request to the active controller, with the client's identity
 * (KIP-590).
 */
export const envelope: ApiSchema = defineApi({
  key: 58,
  name: 'Envelope',
  versions: '0',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    requestData: bytes({
      about: 'The request as it came, header and body, read without copying.',
      view: true,
    }),
    requestPrincipal: bytes({
      about: "The client's principal, in the format of the principal builder.",
      nullable: '0+',
    }),
    clientHostAddress: bytes({ about: "The client's address, 4 or 16 bytes." }),
  },
  response: {
    responseData: bytes({
      about: 'The answer, header and body; null on an error.',
      nullable: '0+',
      default: null,
    }),
    errorCode: int16({
      about: 'NOT_CONTROLLER and the like: the request inside was not looked at.',
    }),
  },
})
