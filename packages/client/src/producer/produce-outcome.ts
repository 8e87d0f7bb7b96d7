import { ErrorCode, errorMeaning } from '@samsa/protocol'

/**
 * What becomes of a batch, by the error code of its partition.
 *
 * | outcome | the batch | its sequences |
 * | --- | --- | --- |
 * | `delivered` | is in the log | are used |
 * | `retry` | was not taken, and goes again | stay |
 * | `retryUncertain` | may have been taken, and goes again byte for byte | stay |
 * | `newIdentity` | was not taken: the broker does not know this producer any more | begin anew |
 * | `failed` | is refused for good | stay |
 */
export type ProduceOutcome = 'delivered' | 'retry' | 'retryUncertain' | 'newIdentity' | 'failed'

export function outcomeOf(errorCode: number, isUncertain: boolean): ProduceOutcome {
  switch (errorCode) {
    case ErrorCode.NONE:
    // Told when the broker has the batch but no longer remembers where.
    case ErrorCode.DUPLICATE_SEQUENCE_NUMBER:
      return 'delivered'
    case ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER:
    case ErrorCode.UNKNOWN_PRODUCER_ID:
    case ErrorCode.INVALID_PRODUCER_EPOCH:
      // With another identity a batch that is there already would be there twice.
      return isUncertain ? 'failed' : 'newIdentity'
    case ErrorCode.REQUEST_TIMED_OUT:
    case ErrorCode.NOT_ENOUGH_REPLICAS_AFTER_APPEND:
    case ErrorCode.KAFKA_STORAGE_ERROR:
      return 'retryUncertain'
    default:
      if (!errorMeaning(errorCode).isRetriable) return 'failed'
      return isUncertain ? 'retryUncertain' : 'retry'
  }
}
