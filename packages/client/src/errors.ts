import { BrokerError } from '@samsa/base'

/**
 * | code | meaning |
 * | --- | --- |
 * | `CLIENT_DISCONNECTED` | the connection ended before the answer came; whether the request was carried out is not known |
 * | `CLIENT_TIMED_OUT` | no answer within the time allowed; likewise not known |
 * | `CLIENT_UNSUPPORTED` | broker and client have no version of the API in common |
 * | `CLIENT_BAD_RESPONSE` | what came is not an answer to what was asked |
 * | `CLIENT_REFUSED` | the broker answered with an error that will not go away by asking again |
 */
export type ClientFailure =
  | 'CLIENT_DISCONNECTED'
  | 'CLIENT_TIMED_OUT'
  | 'CLIENT_UNSUPPORTED'
  | 'CLIENT_BAD_RESPONSE'
  | 'CLIENT_REFUSED'

/** Why a request of the client came to nothing. */
export class ClientError extends BrokerError {
  override readonly name = 'ClientError'
  readonly code: ClientFailure
  /** Kafka's error code where the broker gave one; 0 otherwise. */
  readonly errorCode: number

  constructor(code: ClientFailure, message: string, errorCode: number = 0, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.errorCode = errorCode
  }
}
