import { assert, type DiskError, type SyncClass } from '@samsa/base'
import { BatchView, ErrorCode } from '@samsa/protocol'
import type { AppendDone, AppendEntry, AppendOutcome } from '../types.ts'
import { AppendQueue } from './append-queue.ts'
import type { AppendPlan } from './append-state.ts'
import { commitAppend } from './commit-append.ts'
import { GroupWrite } from './group-write.ts'
import type { LogCore } from './log-core.ts'
import { refused } from './outcomes.ts'
import { planAppend } from './plan-append.ts'
import { isAppendable, makeAppendable } from './segment-readiness.ts'
import { stampBatches } from './stamp-batches.ts'

/** What the appender asks of the log around it. */
export interface AppendHost {
  readonly core: LogCore
  /** Called with the queue held. */
  rollNow(): Promise<void>
  flush(syncClass: SyncClass): Promise<unknown>
  onAppended(): void
}

/**
 * The partition's queue: one group in flight, the next one gathers meanwhile.
 *
 * | state | event | next |
 * | --- | --- | --- |
 * | idle | append | planned and written at once |
 * | idle | exclusive work | runs, appends wait |
 * | busy (opening, rolling, writing, syncing, exclusive) | append, exclusive work | waits |
 * | busy | the work ends | waiting exclusive work first, then the queue |
 */
export class Appender {
  readonly #host: AppendHost
  readonly #core: LogCore
  readonly #write: GroupWrite
  readonly #batch: BatchView
  readonly #queue: AppendQueue
  #queueBytes: number
  readonly #exclusive: (() => Promise<void>)[]
  #isBusy: boolean
  /** `#run` is on the stack: what it calls only adds to the queue. */
  #isRunning: boolean
  #plan: AppendPlan | undefined

  constructor(host: AppendHost) {
    this.#host = host
    this.#core = host.core
    this.#write = new GroupWrite(host.core, (error) => this.#onWritten(error))
    this.#batch = new BatchView(EMPTY)
    this.#queue = new AppendQueue()
    this.#queueBytes = 0
    this.#exclusive = []
    this.#isBusy = false
    this.#isRunning = false
    this.#plan = undefined
  }

  get queueBytes(): number {
    return this.#queueBytes
  }

  append(entry: AppendEntry, done: AppendDone): boolean {
    this.#queue.push(entry, done)
    this.#queueBytes += entry.bytes.length
    this.#run()
    return this.#queueBytes <= this.#core.environment.limits.partitionAppendQueueBytesMax
  }

  /** Runs `work` while no append is under way, before those that wait. */
  exclusive<Value>(work: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#exclusive.push(() => work().then(resolve, reject))
      this.#run()
    })
  }

  #run(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    try {
      while (!this.#isBusy) {
        const work = this.#exclusive.shift()
        if (work !== undefined) this.#wait(work())
        else if (this.#queue.length > 0) this.#appendGroup()
        else break
      }
    } finally {
      this.#isRunning = false
    }
  }

  /** Nothing else happens until the work is over; it handles its own errors. */
  #wait(work: Promise<void>): void {
    this.#isBusy = true
    void work.then(() => this.#goOn())
  }

  #goOn(): void {
    this.#isBusy = false
    this.#run()
  }

  #appendGroup(): void {
    const core = this.#core
    const queue = this.#queue
    if (core.isOffline) return this.#refuseAll()
    if (!isAppendable(core.segment)) return this.#wait(this.#open())
    const nowMs = core.environment.clock.wallMs()
    const plan = planAppend(core, queue.entries, queue.head, queue.tail, nowMs, this.#batch)
    if (plan.rollsFirst) return this.#wait(this.#roll())
    this.#plan = plan
    if (plan.pieces.length === 0) return this.#settle(plan.outcomes)
    stampBatches(plan, queue.entries, queue.head, this.#batch)
    this.#isBusy = true
    this.#write.start(plan)
  }

  async #open(): Promise<void> {
    const { environment, segment, config } = this.#core
    try {
      await makeAppendable(environment, segment, config)
    } catch (error) {
      this.#core.fail('open of the active segment', error)
    }
  }

  /** Where a roll fails (a full disk) the log is as it was; what waits is refused, later appends try. */
  async #roll(): Promise<void> {
    try {
      await this.#host.rollNow()
    } catch (error) {
      this.#core.environment.logger.log('warn', 'cannot roll the log', {
        partition: this.#core.identity.name,
        error,
      })
      this.#refuseAll()
    }
  }

  #onWritten(error: DiskError | null): void {
    const plan = this.#plan
    assert(plan !== undefined, 'a write belongs to a plan')
    if (error !== null) return this.#wait(this.#undo(plan, error))
    commitAppend(this.#core, plan)
    if (this.#mustFlush()) return this.#wait(this.#flushThenSettle(plan))
    this.#host.onAppended()
    this.#settle(plan.outcomes)
    this.#goOn()
  }

  #mustFlush(): boolean {
    const { logEndOffset, recoveryPoint, config } = this.#core
    return logEndOffset - recoveryPoint >= config.flushMessages
  }

  /** `flush.messages`: answered once it is on the platter. */
  async #flushThenSettle(plan: AppendPlan): Promise<void> {
    try {
      await this.#host.flush('flush')
      this.#host.onAppended()
      this.#settle(plan.outcomes)
    } catch {
      this.#settle(this.#failed(plan))
    }
  }

  /** Cuts off what the failed write left behind; if that fails too, the directory is lost. */
  async #undo(plan: AppendPlan, cause: DiskError): Promise<void> {
    const { environment, segment, identity } = this.#core
    environment.logger.log('warn', 'append failed', { partition: identity.name, error: cause })
    try {
      const descriptor = await environment.files.open(segment.log, 'write')
      await environment.disk.truncate(descriptor, segment.sizeBytes)
    } catch (error) {
      this.#core.fail('truncation after a failed append', error)
    }
    this.#settle(this.#failed(plan))
  }

  #failed(plan: AppendPlan): AppendOutcome[] {
    const outcome = refused(ErrorCode.KAFKA_STORAGE_ERROR, this.#core.logStartOffset)
    return plan.outcomes.map(() => outcome)
  }

  /** Answers the entries at the front of the queue, in order. */
  #settle(outcomes: readonly AppendOutcome[]): void {
    this.#plan = undefined
    for (const outcome of outcomes) {
      const entry = this.#queue.shift()
      this.#queueBytes -= entry.bytes.length
      entry.done(outcome)
    }
  }

  #refuseAll(): void {
    const outcome = refused(ErrorCode.KAFKA_STORAGE_ERROR, this.#core.logStartOffset)
    const count = this.#queue.length
    this.#settle(Array.from({ length: count }, () => outcome))
  }
}

const EMPTY: Uint8Array = new Uint8Array(0)
