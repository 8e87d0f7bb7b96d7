import { ErrorCode } from '@samsa/protocol'

/** Why something is refused: Kafka's code, and its sentence where it has one. */
export interface Refusal {
  readonly errorCode: number
  readonly message: string | null
}

/** Records that one request to the controller may write. */
export const REQUEST_RECORDS_MAX = 10_000

export const excessivePartitions: Refusal = {
  errorCode: ErrorCode.POLICY_VIOLATION,
  message: 'Excessively large number of partitions per request.',
}

export const excessiveRecords: Refusal = {
  errorCode: ErrorCode.POLICY_VIOLATION,
  message: 'Unable to perform excessively large batch operation.',
}
