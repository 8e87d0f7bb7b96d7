import type { Completion, ProducerId } from '@samsa/base'

export interface NextProducerId {
  /** NONE, or COORDINATOR_LOAD_IN_PROGRESS while the controller does not answer. */
  readonly errorCode: number
  readonly producerId: ProducerId
}

/** Hands out producer ids from blocks that the controller allocated (ProducerIdsRecord). */
export interface ProducerIds {
  /** Rejected only on a bug; an unreachable controller answers COORDINATOR_LOAD_IN_PROGRESS. */
  next(): Completion<NextProducerId>
}
