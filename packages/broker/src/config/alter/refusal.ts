import { ErrorCode } from '@samsa/protocol'

/** Why a resource is left as it is: what the client is told. */
export interface Refusal {
  readonly errorCode: number
  readonly message: string
}

export const invalidRequest = (message: string): Refusal => ({
  errorCode: ErrorCode.INVALID_REQUEST,
  message,
})

export const invalidConfig = (message: string): Refusal => ({
  errorCode: ErrorCode.INVALID_CONFIG,
  message,
})
