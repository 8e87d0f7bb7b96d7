import {
  type BatchView,
  CONTROL_ABORT,
  CONTROL_COMMIT,
  controlTypeOf,
  coordinatorEpochOf,
  RecordCursor,
} from '@samsa/protocol'

/** Content of a commit or abort marker (control records 0 and 1). */
export interface EndTransactionMarker {
  readonly isCommit: boolean
  readonly coordinatorEpoch: number
  readonly timestamp: number
}

/**
 * The marker that a control batch holds; undefined for other control batches, and for one that the
 * cleaner has emptied. Control batches are never compressed. Throws `InvalidRecordError`.
 */
export function endTransactionMarkerOf(batch: BatchView): EndTransactionMarker | undefined {
  if (batch.recordsCount === 0 || batch.isCompressed) return undefined
  const record = new RecordCursor().begin(batch, batch.payload)
  if (!record.next()) return undefined
  const type = controlTypeOf(record.key)
  const coordinatorEpoch = coordinatorEpochOf(record.value)
  if (coordinatorEpoch === undefined) return undefined
  if (type !== CONTROL_COMMIT && type !== CONTROL_ABORT) return undefined
  return { isCommit: type === CONTROL_COMMIT, coordinatorEpoch, timestamp: record.timestamp }
}
