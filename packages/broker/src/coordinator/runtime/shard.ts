import { assert, Completion, type Clock, type LeaderEpoch, type Logger } from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import type { InternalAppend } from '../../replica/partition.ts'
import type {
  CoordinatorRecord,
  Decided,
  ShardFactory,
  ShardState,
  WriteOperation,
} from './operation.ts'
import { SnapshotRegistry } from './snapshot-registry.ts'

/** Where a shard's records go. */
export interface ShardLog {
  /** Builds one batch of the records; its size decides what fits. */
  buildBatch(records: readonly CoordinatorRecord[], nowMs: number): Uint8Array
  /** Largest batch that the log takes (`max.message.bytes`). */
  readonly batchBytesMax: number
  /** Settles when the batch is committed or refused. */
  append(batch: Uint8Array, leaderEpoch: LeaderEpoch): Completion<InternalAppend>
}

interface Waiting {
  /** Epoch of the operation's last record, or of the state it saw when it has none. */
  readonly epoch: number
  committed(): void
  failed(errorCode: number): void
}

/** Room for the batch header and the records' own varints. */
const BATCH_OVERHEAD_BYTES = 256
const RECORD_OVERHEAD_BYTES = 32

/**
 * One partition of a coordinator: its state and the single queue of its changes.
 *
 * | state   | means                                       | leaves by                     |
 * | ------- | ------------------------------------------- | ----------------------------- |
 * | loading | the log is being replayed                   | `loaded` → active, or `close` |
 * | active  | operations run                              | `close`                       |
 * | closed  | everything is refused, NOT_COORDINATOR      | –                             |
 *
 * One write is in flight; what is decided meanwhile gathers into the next batch. Every operation sees
 * the latest state, its answer waits until that state is committed.
 */
export class Shard<State extends ShardState> {
  readonly partition: number
  readonly leaderEpoch: LeaderEpoch
  readonly state: State
  readonly registry: SnapshotRegistry
  readonly #log: ShardLog
  readonly #clock: Clock
  readonly #logger: Logger
  #phase: 'loading' | 'active' | 'closed'
  #gathered: CoordinatorRecord[]
  #gatheredBytes: number
  #isWriting: boolean
  /** In order of epochs. */
  #waiting: Waiting[]

  constructor(
    partition: number,
    leaderEpoch: LeaderEpoch,
    factory: ShardFactory<State>,
    services: { log: ShardLog; clock: Clock; logger: Logger },
  ) {
    this.partition = partition
    this.leaderEpoch = leaderEpoch
    this.registry = new SnapshotRegistry(0)
    this.#log = services.log
    this.#clock = services.clock
    this.#logger = services.logger
    this.#phase = 'loading'
    this.#gathered = []
    this.#gatheredBytes = 0
    this.#isWriting = false
    this.#waiting = []
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
    return this.#phase === 'loading'
      ? ErrorCode.COORDINATOR_LOAD_IN_PROGRESS
      : ErrorCode.NOT_COORDINATOR
  }

  /** A record found in the log while loading. */
  replayLoaded(record: CoordinatorRecord): void {
    assert(this.#phase === 'loading', 'records are loaded before the shard is active')
    this.state.replay(record)
  }

  loaded(): void {
    if (this.#phase !== 'loading') return
    this.#phase = 'active'
    this.state.onActive()
  }

  close(): void {
    if (this.#phase === 'closed') return
    const wasActive = this.#phase === 'active'
    this.#phase = 'closed'
    this.#failAll(ErrorCode.NOT_COORDINATOR)
    if (wasActive) this.state.onInactive()
  }

  /** Decides now; the answer comes when what it rests on is committed. */
  write<Response>(operation: WriteOperation<State, Response>): Response | Completion<Response> {
    const { errorCode } = this
    if (errorCode !== ErrorCode.NONE) return operation.refused(errorCode)
    const nowMs = this.#clock.wallMs()
    const decided = operation.decide(this.state, nowMs)
    const bytes = sizeOf(decided.records)
    if (bytes + BATCH_OVERHEAD_BYTES > this.#log.batchBytesMax) {
      decided.onFailed?.(ErrorCode.MESSAGE_TOO_LARGE)
      return decided.response instanceof Completion
        ? decided.response
        : operation.refused(ErrorCode.MESSAGE_TOO_LARGE)
    }
    this.#apply(decided.records, bytes)
    const answer = this.#answerOf(operation, decided)
    this.#flush()
    return answer
  }

  #apply(records: readonly CoordinatorRecord[], bytes: number): void {
    if (records.length === 0) return
    this.registry.begin(this.registry.writingEpoch + records.length)
    for (const record of records) this.state.replay(record)
    this.#gathered.push(...records)
    this.#gatheredBytes += bytes
  }

  #answerOf<Response>(
    operation: WriteOperation<State, Response>,
    decided: Decided<Response>,
  ): Response | Completion<Response> {
    const { writingEpoch, committedEpoch } = this.registry
    if (writingEpoch === committedEpoch) {
      decided.onCommitted?.()
      return decided.response
    }
    const { response } = decided
    if (response instanceof Completion) {
      this.#waiting.push({
        epoch: writingEpoch,
        committed: () => decided.onCommitted?.(),
        failed: (errorCode) => decided.onFailed?.(errorCode),
      })
      return response
    }
    const answer = new Completion<Response>()
    this.#waiting.push({
      epoch: writingEpoch,
      committed: () => {
        decided.onCommitted?.()
        answer.resolve(response)
      },
      failed: (errorCode) => {
        decided.onFailed?.(errorCode)
        answer.resolve(operation.refused(errorCode))
      },
    })
    return answer
  }

  /** Sends what has gathered, unless a write is in flight: its end does. */
  #flush(): void {
    if (this.#isWriting || this.#gathered.length === 0 || this.#phase !== 'active') return
    const records = this.#takeGathered()
    const firstEpoch = this.registry.writingEpoch - this.#gathered.length
    const epoch = firstEpoch
    this.#isWriting = true
    const batch = this.#log.buildBatch(records, this.#clock.wallMs())
    this.#log.append(batch, this.leaderEpoch).whenSettled(
      (outcome) => this.#written(epoch, outcome),
      (error) => {
        this.#logger.log('error', 'a coordinator write broke', { error: error.message })
        this.#written(epoch, {
          errorCode: ErrorCode.UNKNOWN_SERVER_ERROR,
          baseOffset: -1 as InternalAppend['baseOffset'],
          lastOffset: -1 as InternalAppend['lastOffset'],
        })
      },
    )
  }

  /** As many of the gathered records as one batch takes. */
  #takeGathered(): CoordinatorRecord[] {
    const room = this.#log.batchBytesMax - BATCH_OVERHEAD_BYTES
    if (this.#gatheredBytes <= room) {
      const all = this.#gathered
      this.#gathered = []
      this.#gatheredBytes = 0
      return all
    }
    let count = 0
    let bytes = 0
    for (const record of this.#gathered) {
      const size = sizeOf([record])
      if (bytes + size > room) break
      bytes += size
      count++
    }
    this.#gatheredBytes -= bytes
    return this.#gathered.splice(0, count)
  }

  #written(epoch: number, outcome: InternalAppend): void {
    this.#isWriting = false
    if (this.#phase === 'closed') return
    if (outcome.errorCode !== ErrorCode.NONE) {
      // What was decided since rests on what is lost.
      this.#failAll(outcome.errorCode)
      return
    }
    this.registry.commit(epoch)
    let count = 0
    while (count < this.#waiting.length && (this.#waiting[count] as Waiting).epoch <= epoch) count++
    for (const waiting of this.#waiting.splice(0, count)) waiting.committed()
    this.#flush()
  }

  #failAll(errorCode: number): void {
    this.#gathered = []
    this.#gatheredBytes = 0
    this.registry.revert(this.registry.committedEpoch)
    const waiting = this.#waiting
    this.#waiting = []
    for (const entry of waiting) entry.failed(errorCode)
  }
}

function sizeOf(records: readonly CoordinatorRecord[]): number {
  let bytes = 0
  for (const { key, value } of records) {
    bytes += RECORD_OVERHEAD_BYTES + key.length + (value?.length ?? 0)
  }
  return bytes
}
