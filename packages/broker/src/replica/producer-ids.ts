import type { Completion, ProducerId } from '@samsa/base'

/** Hands out producer ids from blocks that the controller allocated (ProducerIdsRecord). */
export interface ProducerIds {
  /** Rejected only on a bug; an unreachable controller answers COORDINATOR_LOAD_IN_PROGRESS. */
  next(): Completion<{ errorCode: number; producerId: ProducerId }>
}
