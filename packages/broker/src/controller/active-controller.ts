import {
  assert,
  type Clock,
  Completion,
  type LeaderEpoch,
  NO_LEADER_EPOCH,
  type Offset,
  offset,
  type Random,
} from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import { type MetadataRecord, RaftBatchTooLargeError, type RaftClient } from '@samsa/raft'
import type { Admission } from '../dispatch/handler.ts'
import type { MetadataImage } from '../metadata/image.ts'
import type { ListInterner } from '../metadata/interner.ts'
import { MetadataReplay } from '../metadata/replay.ts'
import type { Controller, ControllerOperation, Decision, DecisionContext } from './controller.ts'

/** Records that go into one batch at most where a decision allows several. */
const BATCH_RECORDS_MAX = 10_000

export interface ActiveControllerOptions {
  readonly clock: Clock
  readonly random: Random
  readonly raft: RaftClient
  readonly interner: ListInterner
}

interface Waiter {
  readonly lastOffset: Offset
  readonly settle: () => void
}

/**
 * The controller of a node. Active only while the node leads the quorum: it decides on the latest
 * image, its own uncommitted records included, appends what came of it, and answers when the node's
 * image has it.
 *
 * | state | `activate` | `submit` | `published` |
 * | --- | --- | --- | --- |
 * | inactive | active on that image | NOT_CONTROLLER | – |
 * | active | – | decided, appended, waits | who waits for that offset is answered |
 *
 * A write that fails fails the node: nobody who waits is answered.
 */
export class ActiveController implements Controller {
  readonly #options: ActiveControllerOptions
  #image: MetadataImage | undefined
  #epoch: LeaderEpoch
  /** An earlier leader left a transaction open; the first decision ends it. */
  #isInTransaction: boolean
  #waiters: Waiter[]

  constructor(options: ActiveControllerOptions) {
    this.#options = options
    this.#image = undefined
    this.#epoch = NO_LEADER_EPOCH
    this.#isInTransaction = false
    this.#waiters = []
  }

  /**
   * This node leads the quorum in `epoch`; `image` has everything that was committed before, but what
   * a transaction holds that was left open.
   */
  activate(image: MetadataImage, epoch: LeaderEpoch, isInTransaction: boolean): void {
    assert(this.#image === undefined, 'a controller is activated once')
    this.#image = image
    this.#epoch = epoch
    this.#isInTransaction = isInTransaction
  }

  /** Latest state, uncommitted records included; undefined while inactive. */
  get image(): MetadataImage | undefined {
    return this.#image
  }

  submit<Response>(
    operation: ControllerOperation<Response>,
    refuse?: (errorCode: number) => Response,
  ): Admission<Response> {
    const image = this.#image
    if (image === undefined) return refused(operation, ErrorCode.NOT_CONTROLLER, refuse)
    const decision = operation.decide(image, this.#context())
    if (decision.records.length === 0) return this.#answerWithoutRecords(decision.response)
    let lastOffset: Offset
    try {
      lastOffset = this.#write(decision)
    } catch (error) {
      if (!(error instanceof RaftBatchTooLargeError)) throw error
      return refused(operation, ErrorCode.POLICY_VIOLATION, refuse)
    }
    return this.#answerAt(lastOffset, decision.response)
  }

  /** The node's image has everything up to its offset. */
  published(image: MetadataImage): void {
    while (this.#waiters.length > 0 && this.#waiters[0]!.lastOffset <= image.offset) {
      this.#waiters.shift()!.settle()
    }
  }

  #context(): DecisionContext {
    const { clock, random, raft } = this.#options
    return {
      nowMs: clock.wallMs(),
      nextOffset: raft.nextOffset(),
      randomInteger: (below) => random.integer(below),
      randomUuid: () => random.uuid(),
    }
  }

  /** Replays before it appends: records that contradict the image never reach the log. */
  #write({ records, isAtomic = true }: Decision<unknown>): Offset {
    const batches = isAtomic ? [records] : batchesOf(records)
    let lastOffset = offset(-1)
    for (const batch of batches) {
      const next = this.#replayed(batch)
      lastOffset = this.#options.raft.append(this.#epoch, batch)
      this.#image = next
      this.#isInTransaction = false
    }
    return lastOffset
  }

  #replayed(records: readonly MetadataRecord[]): MetadataImage {
    const { raft, interner } = this.#options
    const replay = new MetadataReplay(this.#image!, interner, this.#isInTransaction)
    let next = raft.nextOffset()
    for (const record of records) {
      replay.record(record, next, this.#epoch)
      next = offset(next + 1)
    }
    replay.steps()
    assert(!replay.isInTransaction, 'a decision ends the transaction that it begins')
    return replay.image
  }

  /** What a decision read may not be committed yet: its answer waits for that. */
  #answerWithoutRecords<Response>(response: Response): Admission<Response> {
    const last = this.#waiters.at(-1)
    if (last === undefined) return { effect: undefined, response }
    return this.#answerAt(last.lastOffset, response)
  }

  #answerAt<Response>(lastOffset: Offset, response: Response): Admission<Response> {
    const effect = new Completion<void>()
    const answer = new Completion<Response>()
    const settle = (): void => {
      effect.resolve()
      answer.resolve(response)
    }
    this.#waiters.push({ lastOffset, settle })
    return { effect, response: answer }
  }
}

function refused<Response>(
  operation: ControllerOperation<Response>,
  errorCode: number,
  refuse: ((errorCode: number) => Response) | undefined,
): Admission<Response> {
  assert(refuse !== undefined, `${operation.name} was refused (${errorCode}) and cannot say so`)
  return { effect: undefined, response: refuse(errorCode) }
}

function batchesOf(records: readonly MetadataRecord[]): readonly (readonly MetadataRecord[])[] {
  const batches: MetadataRecord[][] = []
  for (let start = 0; start < records.length; start += BATCH_RECORDS_MAX) {
    batches.push(records.slice(start, start + BATCH_RECORDS_MAX))
  }
  return batches
}
