import type { Completion } from '@samsa/base'
import type { SnapshotRegistry } from './snapshot-registry.ts'

/** A record as it stands in a coordinator's log: framed key and value; null is a tombstone. */
export interface CoordinatorRecord {
  readonly key: Uint8Array
  readonly value: Uint8Array | null
}

/** Where a record stands in its log. */
export interface RecordPlace {
  /** NOT_WRITTEN_YET for a record of this node that is on its way. */
  readonly offset: number
  /** −1 for a record outside of any transaction. */
  readonly producerId: number
}

/** Larger than any offset: a record that is made now comes after all that are in the log. */
export const NOT_WRITTEN_YET: number = Number.MAX_SAFE_INTEGER

/** What a write operation decided. Nothing durable has changed yet: replaying the records does that. */
export interface Decided<Response> {
  readonly records: readonly CoordinatorRecord[]
  /**
   * A value leaves when the records (and all before them) are committed. A completion is the
   * operation's own affair: it is parked, and settles whenever it likes.
   */
  readonly response: Response | Completion<Response>
  /**
   * False where the records may go into several batches, so that a crash may leave the first ones
   * alone; all into one batch by default.
   */
  readonly isAtomic?: boolean
  /**
   * What does not wait for the commit: runs once the records are replayed, and when they cannot be
   * written at all.
   */
  onDecided?(): void
  /** The records are committed. */
  onCommitted?(): void
  /**
   * They were not written and have been undone; `errorCode` is the log's. REQUEST_TIMED_OUT: they
   * have not been committed in time, and may be later.
   */
  onFailed?(errorCode: number): void
}

/** One change of a shard. Runs synchronously, on the latest state. */
export interface WriteOperation<State, Response> {
  /** For logs and metrics. */
  readonly name: string
  decide(state: State, nowMs: number): Decided<Response>
  /** The answer when the shard is not here, still loads, or the records could not be written. */
  refused(errorCode: number): Response
}

/** The durable and soft state of one partition of a coordinator's topic. */
export interface ShardState {
  /**
   * Applies one record to the durable state, in the epoch that the registry is in. The same at run
   * time and when loading; key and value are views that live for the call. Throws only on a record
   * that cannot be read; unknown record types are skipped.
   */
  replay(record: CoordinatorRecord, place: RecordPlace): void
  /** A transaction has ended: what it wrote counts from now on, or never did. Only when loading. */
  replayMarker(producerId: number, isCommitted: boolean): void
  /**
   * Everything is loaded: timers of what was found begin now. Yields where a turn of the loop should
   * end; operations run once it is over.
   */
  onLoaded(): Iterable<void>
  /** Not the coordinator any more: parked requests are answered, timers cancelled. */
  onClosed(): void
}

export type ShardFactory<State extends ShardState> = (context: ShardContext<State>) => State

/** What a state may use of its shard. */
export interface ShardContext<State extends ShardState> {
  readonly registry: SnapshotRegistry
  readonly partition: number
  /** Runs a write operation of the shard itself (expired session, due rebalance). */
  submit<Response>(operation: WriteOperation<State, Response>): void
}
