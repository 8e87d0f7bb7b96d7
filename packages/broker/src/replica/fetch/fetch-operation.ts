import { Completion, type Timer } from '@samsa/base'
import { ErrorCode, type FetchRequest, type FetchResponse } from '@samsa/protocol'
import type { RequestContext } from '../../dispatch/context.ts'
import type { Answer } from '../../dispatch/handler.ts'
import type { ConnectionInfo } from '../../net/connection-info.ts'
import { FetchAnswer, fetchResponseOf } from './fetch-answer.ts'
import type { FetchOwner, FetchPartition } from './fetch-partition.ts'
import type { FetchSession } from './fetch-session.ts'
import type { FetchSessionCache } from './fetch-session-cache.ts'
import { FetchSweep } from './fetch-sweep.ts'
import { RequestTerms } from './fetch-terms.ts'

/** Answered now, or later. */
export type FetchOutcome = Answer<FetchResponse> | Completion<Answer<FetchResponse>>

/**
 * A Fetch under way. A session uses one object for all its polls.
 *
 * | state   | event                                            | next                          |
 * | ------- | ------------------------------------------------ | ----------------------------- |
 * | idle    | begin                                            | looking                       |
 * | looking | enough, an error, nothing to wait for, or final  | idle, answered                |
 * | looking | too little                                       | parked                        |
 * | parked  | a partition changed: enough by now               | looking, final                |
 * | parked  | a partition changed: still too little            | parked                        |
 * | parked  | deadline                                         | looking, final                |
 * | any     | connection closed, or the session polled anew    | idle, answered with nothing   |
 *
 * Changes are only noted when they come, in the middle of somebody's append; the work is done in a
 * turn of its own (`FetchSessionCache.wake`).
 */
export class FetchOperation implements FetchOwner {
  readonly #cache: FetchSessionCache
  /** Undefined without one; a full fetch gets it with its answer. */
  readonly #session: FetchSession | undefined
  readonly #sweep: FetchSweep
  readonly #onDeadline: () => void
  readonly #onClose: () => void
  #state: 'idle' | 'looking' | 'parked'
  #isFinal: boolean
  #isQueued: boolean
  #wantsSession: boolean
  #context: RequestContext | undefined
  #terms: RequestTerms | undefined
  #partitions: FetchPartition[]
  #bytesMax: number
  #minBytes: number
  #waitMs: number
  #deadlineMs: number
  #timer: Timer | undefined
  #answer: FetchResponse | undefined
  #completion: Completion<Answer<FetchResponse>> | undefined
  #connection: ConnectionInfo | undefined
  #stopWatching: (() => void) | undefined

  constructor(cache: FetchSessionCache, session: FetchSession | undefined) {
    this.#cache = cache
    this.#session = session
    this.#sweep = new FetchSweep(() => this.#swept())
    this.#onDeadline = () => this.#expire()
    this.#onClose = () => this.#closed()
    this.#state = 'idle'
    this.#isFinal = false
    this.#isQueued = false
    this.#wantsSession = false
    this.#context = undefined
    this.#terms = undefined
    this.#partitions = NOTHING
    this.#bytesMax = 0
    this.#minBytes = 0
    this.#waitMs = 0
    this.#deadlineMs = 0
    this.#timer = undefined
    this.#answer = undefined
    this.#completion = undefined
    this.#connection = undefined
    this.#stopWatching = undefined
  }

  /** Ready for another `begin`. */
  get isIdle(): boolean {
    return this.#state === 'idle' && this.#sweep.isIdle
  }

  get isParked(): boolean {
    return this.#state === 'parked'
  }

  /** `partitions` is kept, and what is added to it while the fetch waits belongs to it too. */
  begin(
    request: FetchRequest,
    context: RequestContext,
    partitions: FetchPartition[],
    wantsSession: boolean,
  ): FetchOutcome {
    const { limits, clock } = this.#cache
    this.#isFinal = false
    this.#wantsSession = wantsSession
    this.#context = context
    this.#terms = new RequestTerms(request, context)
    this.#partitions = partitions
    this.#bytesMax = Math.min(request.maxBytes, limits.responseBytesMax)
    this.#minBytes = Math.min(request.minBytes, this.#bytesMax)
    this.#waitMs = Math.min(request.maxWaitMs, limits.waitMsMax)
    this.#deadlineMs = this.#waitMs > 0 ? clock.monotonicMs() + this.#waitMs : 0
    this.#look()
    const answer = this.#answer
    if (answer !== undefined) {
      this.#answer = undefined
      return answer
    }
    const completion = new Completion<Answer<FetchResponse>>()
    this.#completion = completion
    this.#watchConnection(context.connection)
    return completion
  }

  /** Ends it now with an answer that names no partition. */
  abandon(errorCode: number): void {
    if (this.#state === 'idle') return
    this.#sweep.stop()
    for (const partition of this.#partitions) partition.dropRead()
    this.#leavePartitions()
    this.#finish(fetchResponseOf(errorCode, this.#session?.id ?? 0))
  }

  /** Its session is gone: the connection is not listened to any more. */
  close(): void {
    this.#stopWatching?.()
    this.#stopWatching = undefined
    this.#connection = undefined
  }

  onPartitionChange(_partition: FetchPartition): void {
    if (this.#state !== 'parked' || this.#isQueued) return
    this.#isQueued = true
    this.#cache.wake(this)
  }

  /** In a turn of its own. A bug ends this fetch's connection and nobody else's. */
  onWoken(): void {
    this.#isQueued = false
    if (this.#state !== 'parked') return
    try {
      this.#check()
    } catch (error) {
      this.#fail(error as Error)
    }
  }

  #look(): void {
    this.#state = 'looking'
    sortByOrder(this.#partitions)
    this.#sweep.start(this.#partitions, this.#terms!, this.#bytesMax)
  }

  #swept(): void {
    const { countedBytes, erroneousCount, mustAnswer } = this.#sweep
    const count = this.#session?.size ?? this.#partitions.length
    const isEnough = countedBytes >= this.#minBytes || mustAnswer || erroneousCount === count
    if (this.#isFinal || this.#waitMs <= 0 || isEnough) return this.#respond()
    this.#park()
  }

  #park(): void {
    this.#state = 'parked'
    for (const partition of this.#partitions) partition.dropRead()
    const { wheel } = this.#cache
    this.#timer ??= wheel.schedule(this.#deadlineMs, this.#onDeadline)
    this.#check()
  }

  /** Enough by now: everything is looked at once more, for the answer. Else it waits on. */
  #check(): void {
    const bytes = this.#countNow()
    if (bytes >= 0 && bytes < this.#minBytes) {
      for (const partition of this.#partitions) {
        if (!partition.isErroneous && !partition.isForgotten) partition.watch()
      }
      return
    }
    this.#isFinal = bytes >= 0
    this.#look()
  }

  /** Bytes there by now, infinite when an answer cannot wait; −1 when only a look can tell. */
  #countNow(): number {
    let bytes = 0
    let isCounted = true
    for (const partition of this.#partitions) {
      const { replica } = partition
      if (replica === undefined || partition.isErroneous || partition.isForgotten) continue
      if (replica.refusal !== ErrorCode.NONE) return Infinity
      if (replica.epochRefusal(partition.currentLeaderEpoch) !== ErrorCode.NONE) return Infinity
      if (replica.log.logStartOffset > partition.fetchOffset) return Infinity
      const more = partition.bytesNow(replica)
      if (more < 0) isCounted = false
      else bytes += more
    }
    return isCounted || bytes >= this.#minBytes ? bytes : -1
  }

  #expire(): void {
    this.#timer = undefined
    this.#isFinal = true
    // While it looks the pass that is under way becomes the last one.
    if (this.#state !== 'parked') return
    try {
      this.#look()
    } catch (error) {
      this.#fail(error as Error)
    }
  }

  #fail(error: Error): void {
    const completion = this.#completion
    this.#completion = undefined
    this.abandon(ErrorCode.UNKNOWN_SERVER_ERROR)
    this.#answer = undefined
    if (completion?.isSettled === false) completion.reject(error)
  }

  #closed(): void {
    this.#connection = undefined
    this.#stopWatching = undefined
    this.abandon(ErrorCode.NONE)
  }

  #respond(): void {
    const session = this.#session
    const answer = new FetchAnswer(this.#context!, this.#terms!.isReadCommitted)
    const hasErroneous = this.#sweep.erroneousCount > 0
    this.#addTo(answer, false)
    if (hasErroneous) this.#addTo(answer, true)
    if (session !== undefined) {
      if (session.isClosed) session.unwatchAll()
      else session.settle()
      return this.#finish(answer.finish(session.id))
    }
    const created = this.#wantsSession ? this.#createSession(hasErroneous) : undefined
    if (created === undefined) this.#leavePartitions()
    this.#finish(answer.finish(created?.id ?? 0))
  }

  /** Those that were refused at the door come last, as Apache Kafka has it. */
  #addTo(answer: FetchAnswer, isErroneous: boolean): void {
    const session = this.#session
    for (const partition of this.#partitions) {
      if (partition.isErroneous !== isErroneous || partition.isForgotten) continue
      if (session !== undefined) {
        if (!partition.hasNews) continue
        if (partition.read !== undefined) session.moveToEnd(partition)
      }
      partition.tell()
      answer.add(partition)
    }
  }

  /** Its order is that of the answer. */
  #createSession(hasErroneous: boolean): FetchSession | undefined {
    const { isFollower, usesTopicIds } = this.#terms!
    const partitions = this.#partitions
    if (hasErroneous) partitions.sort(erroneousLast)
    const session = this.#cache.create(isFollower, usesTopicIds, partitions)
    session?.settle()
    return session
  }

  /** Without a session nobody looks at them again. */
  #leavePartitions(): void {
    if (this.#session !== undefined) return
    for (const partition of this.#partitions) partition.unwatch()
  }

  /** The very last thing: settling may begin this session's next poll. */
  #finish(response: FetchResponse): void {
    this.#state = 'idle'
    this.#timer?.cancel()
    this.#timer = undefined
    this.#partitions = NOTHING
    this.#context = undefined
    this.#terms = undefined
    if (this.#session === undefined) {
      this.close()
      if (this.#sweep.isIdle) this.#cache.giveBack(this)
    }
    const completion = this.#completion
    this.#completion = undefined
    if (completion === undefined) this.#answer = response
    else completion.resolve(response)
  }

  /** A session listens to its connection once, not once per poll. */
  #watchConnection(connection: ConnectionInfo): void {
    if (this.#connection === connection) return
    this.close()
    this.#connection = connection
    this.#stopWatching = connection.onClose(this.#onClose)
  }
}

const NOTHING: FetchPartition[] = []

/** `sort` is stable. */
function erroneousLast(one: FetchPartition, other: FetchPartition): number {
  return Number(one.isErroneous) - Number(other.isErroneous)
}

/** Nearly always in order already. */
function sortByOrder(partitions: FetchPartition[]): void {
  for (let index = 1; index < partitions.length; index++) {
    if (partitions[index - 1]!.order > partitions[index]!.order) {
      partitions.sort((one, other) => one.order - other.order)
      return
    }
  }
}
