import {
  assert,
  NO_OFFSET,
  Completion,
  type Clock,
  type LeaderEpoch,
  type Logger,
  type Wheel,
} from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import type { InternalAppend } from '../../replica/partition.ts'
import {
  NOT_WRITTEN_YET,
  type CoordinatorRecord,
  type Decided,
  type RecordPlace,
  type ShardFactory,
  type ShardState,
  type WriteOperation,
} from './operation.ts'
import { BATCH_OVERHEAD_BYTES, recordBytesMax } from './record-size.ts'
import { SnapshotRegistry } from './snapshot-registry.ts'
import { WaitingList } from './waiting-list.ts'

/** Where a shard's records go. */
export interface ShardLog {
  /** Builds one batch of the records. */
  buildBatch(records: readonly CoordinatorRecord[], nowMs: number): Uint8Array
  /** Largest batch that the log takes (`max.message.bytes`). */
  readonly batchBytesMax: number
  /** Settles when the batch is committed or refused. */
  append(batch: Uint8Array, leaderEpoch: LeaderEpoch): Completion<InternalAppend>
}

export interface ShardServices {
  readonly log: ShardLog
  readonly clock: Clock
  readonly wheel: Wheel
  readonly logger: Logger
  /** How long an answer waits for its commit (`offsets.commit.timeout.ms`). */
  readonly commitTimeoutMs: () => number
}

const MADE_NOW: RecordPlace = { offset: NOT_WRITTEN_YET, producerId: -1 }

/** Records that stay in one batch. */
interface Part {
  readonly records: CoordinatorRecord[]
  bytesMax: number
}

/** A part that is replayed, and the epoch it made. */
interface Piece extends Readonly<Part> {
  readonly epoch: number
}

/**
 * One partition of a coordinator: its state and the single queue of its changes.
 *
 * | state    | means                                    | becomes                             |
 * | -------- | ---------------------------------------- | ----------------------------------- |
 * | loading  | the log is being replayed                | starting: `start` · closed: `close` |
 * | starting | the state makes ready what it found      | active: all is ready · closed       |
 * | active   | operations run                           | closed                              |
 * | closed   | everything is refused, NOT_COORDINATOR   | –                                   |
 *
 * Before it is active, operations are refused with COORDINATOR_LOAD_IN_PROGRESS.
 *
 * One write is in flight; what is decided meanwhile gathers into the next batch. Every operation sees
 * the latest state, its answer waits until that state is committed. A write that fails undoes itself
 * and all that was decided after it.
 */
export class Shard<State extends ShardState> {
  readonly partition: number
  readonly leaderEpoch: LeaderEpoch
  readonly state: State
  readonly registry: SnapshotRegistry
  readonly #log: ShardLog
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #waiting: WaitingList
  #phase: 'loading' | 'starting' | 'active' | 'closed'
  #gathered: Piece[]
  #isWriting: boolean
  #isFlushing: boolean

  constructor(
    partition: number,
    leaderEpoch: LeaderEpoch,
    factory: ShardFactory<State>,
    services: ShardServices,
  ) {
    const { clock, wheel, commitTimeoutMs } = services
    this.partition = partition
    this.leaderEpoch = leaderEpoch
    this.registry = new SnapshotRegistry(0)
    this.#log = services.log
    this.#clock = clock
    this.#logger = services.logger
    this.#waiting = new WaitingList(wheel, () => clock.monotonicMs(), commitTimeoutMs)
    this.#phase = 'loading'
    this.#gathered = []
    this.#isWriting = false
    this.#isFlushing = false
    this.state = factory({
      registry: this.registry,
      partition,
      submit: (operation) => void this.write(operation),
    })
  }

  get isActive(): boolean {
    return this.#phase === 'active'
  }

  /** NONE when operations may run, else why not. */
  get errorCode(): number {
    if (this.#phase === 'active') return ErrorCode.NONE
    return this.#phase === 'closed'
      ? ErrorCode.NOT_COORDINATOR
      : ErrorCode.COORDINATOR_LOAD_IN_PROGRESS
  }

  /** A record found in the log while loading. */
  replayLoaded(record: CoordinatorRecord, place: RecordPlace): void {
    assert(this.#phase === 'loading', 'records are loaded before the shard is active')
    this.state.replay(record, place)
  }

  /** The end of a transaction, found in the log while loading. */
  replayLoadedMarker(producerId: number, isCommitted: boolean): void {
    assert(this.#phase === 'loading', 'markers are loaded before the shard is active')
    this.state.replayMarker(producerId, isCommitted)
  }

  /** Everything is loaded: makes the state ready, yielding where a turn of the loop should end. */
  *start(): Generator<void, void> {
    if (this.#phase !== 'loading') return
    this.#phase = 'starting'
    yield* this.state.onLoaded()
    if (this.#phase === 'starting') this.#phase = 'active'
  }

  close(): void {
    if (this.#phase === 'closed') return
    const hasStarted = this.#phase !== 'loading'
    this.#phase = 'closed'
    this.#failAll(ErrorCode.NOT_COORDINATOR)
    this.#waiting.close()
    if (hasStarted) this.state.onClosed()
  }

  /** Decides now; the answer comes when what it rests on is committed. */
  write<Response>(operation: WriteOperation<State, Response>): Response | Completion<Response> {
    const { errorCode } = this
    if (errorCode !== ErrorCode.NONE) return operation.refused(errorCode)
    const nowMs = this.#clock.wallMs()
    const decided = operation.decide(this.state, nowMs)
    const parts = this.#partsOf(decided)
    if (parts === undefined) return refuseTooLarge(operation, decided)
    for (const part of parts) this.#apply(part)
    const answer = this.#answerOf(operation, decided)
    decided.onDecided?.()
    this.#flush()
    return answer
  }

  /** The decision's records by the batches that they may be split into; undefined: they fit in none. */
  #partsOf({ records, isAtomic = true }: Decided<unknown>): Part[] | undefined {
    if (records.length === 0) return []
    const room = this.#log.batchBytesMax - BATCH_OVERHEAD_BYTES
    let part: Part = { records: [], bytesMax: 0 }
    const parts = [part]
    for (const record of records) {
      const size = recordBytesMax(record)
      if (size > room) return undefined
      if (part.bytesMax + size > room) {
        if (isAtomic) return undefined
        part = { records: [], bytesMax: 0 }
        parts.push(part)
      }
      part.records.push(record)
      part.bytesMax += size
    }
    return parts
  }

  #apply({ records, bytesMax }: Part): void {
    const epoch = this.registry.writingEpoch + records.length
    this.registry.begin(epoch)
    for (const record of records) this.state.replay(record, MADE_NOW)
    this.#gathered.push({ records, bytesMax, epoch })
  }

  #answerOf<Response>(
    operation: WriteOperation<State, Response>,
    decided: Decided<Response>,
  ): Response | Completion<Response> {
    const { writingEpoch, committedEpoch } = this.registry
    if (writingEpoch > committedEpoch) return this.#waiting.add(writingEpoch, operation, decided)
    decided.onCommitted?.()
    return decided.response
  }

  /** Sends what has gathered, unless a write is in flight: its end does. */
  #flush(): void {
    if (this.#isFlushing) return
    this.#isFlushing = true
    try {
      while (!this.#isWriting && this.#gathered.length > 0 && this.#phase === 'active') {
        this.#writeNext()
      }
    } finally {
      this.#isFlushing = false
    }
  }

  #writeNext(): void {
    const pieces = this.#takeGathered()
    const { epoch } = pieces.at(-1) as Piece
    this.#isWriting = true
    const records =
      pieces.length === 1 ? pieces[0]!.records : pieces.flatMap((piece) => piece.records)
    const batch = this.#log.buildBatch(records, this.#clock.wallMs())
    this.#log.append(batch, this.leaderEpoch).whenSettled(
      (outcome) => this.#written(epoch, outcome),
      (error) => {
        this.#logger.log('error', 'a coordinator write broke', { error: error.message })
        this.#written(epoch, {
          errorCode: ErrorCode.UNKNOWN_SERVER_ERROR,
          baseOffset: NO_OFFSET,
          lastOffset: NO_OFFSET,
        })
      },
    )
  }

  /** As many of the gathered pieces as one batch takes; the first in any case. */
  #takeGathered(): Piece[] {
    const room = this.#log.batchBytesMax - BATCH_OVERHEAD_BYTES
    let count = 0
    let bytes = 0
    for (const { bytesMax } of this.#gathered) {
      if (count > 0 && bytes + bytesMax > room) break
      bytes += bytesMax
      count++
    }
    return this.#gathered.splice(0, count)
  }

  #written(epoch: number, outcome: InternalAppend): void {
    this.#isWriting = false
    if (this.#phase === 'closed') return
    if (outcome.errorCode === ErrorCode.NONE) {
      this.registry.commit(epoch)
      this.#waiting.committed(epoch)
    } else {
      // What was decided since rests on what is lost.
      this.#failAll(outcome.errorCode)
    }
    this.#flush()
  }

  #failAll(errorCode: number): void {
    this.#gathered = []
    this.registry.revert(this.registry.committedEpoch)
    this.#waiting.failAll(errorCode)
  }
}

function refuseTooLarge<State, Response>(
  operation: WriteOperation<State, Response>,
  decided: Decided<Response>,
): Response | Completion<Response> {
  decided.onDecided?.()
  decided.onFailed?.(ErrorCode.MESSAGE_TOO_LARGE)
  const { response } = decided
  // A completion is the operation's own promise: it keeps that itself.
  return response instanceof Completion ? response : operation.refused(ErrorCode.MESSAGE_TOO_LARGE)
}
