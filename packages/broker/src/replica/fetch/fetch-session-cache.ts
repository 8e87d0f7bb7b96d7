import type { Clock, Counter, Metrics, Random, Wheel } from '@samsa/base'
import type { FetchRequest } from '@samsa/protocol'
import type { RequestContext } from '../../dispatch/context.ts'
import type { TurnJob, TurnQueue } from '../../purgatory/turn-queue.ts'
import type { FetchSessions } from '../fetch-sessions.ts'
import type { FetchLimits } from './fetch-limits.ts'
import type { FetchPartition } from './fetch-partition.ts'
import { FetchOperation, type FetchOutcome } from './fetch-operation.ts'
import { FetchSession, nextEpoch } from './fetch-session.ts'
import { openFetch } from './open-fetch.ts'
import { SessionTable } from './session-table.ts'

export interface FetchSessionCacheOptions {
  readonly clock: Clock
  readonly wheel: Wheel
  readonly random: Random
  readonly metrics: Metrics
  /** Where fetches that were woken wait for the end of the turn. */
  readonly turns: TurnQueue
  readonly limits: FetchLimits
  /** `max.incremental.fetch.session.cache.slots` */
  readonly slotsMax: number
}

/** Session ids are positive int32; 0 means none. */
const SESSION_ID_MAX = 0x7fffffff

/** Fetches that were woken are answered so many at a time; then I/O has its turn. */
const WOKEN_PER_TURN_MAX = 100

/** Objects of fetches without a session that are kept: many clients know no sessions. */
const IDLE_OPERATIONS_MAX = 64

/** Incremental fetch sessions of a node (KIP-227), and what all of its fetches share. */
export class FetchSessionCache implements FetchSessions, TurnJob {
  readonly clock: Clock
  readonly wheel: Wheel
  readonly limits: FetchLimits
  readonly #turns: TurnQueue
  /** Waiting fetches of whose partitions one has changed, in order. */
  #woken: FetchOperation[]
  #isTurnDue: boolean
  /** Of fetches without a session, to be used again. */
  readonly #idleOperations: FetchOperation[]
  readonly #random: Random
  readonly #table: SessionTable
  readonly #evictions: Counter
  #lastTicket: number

  constructor(options: FetchSessionCacheOptions) {
    const { metrics } = options
    this.clock = options.clock
    this.wheel = options.wheel
    this.limits = options.limits
    this.#turns = options.turns
    this.#woken = []
    this.#isTurnDue = false
    this.#idleOperations = []
    this.#random = options.random
    this.#table = new SessionTable(options.slotsMax)
    this.#evictions = metrics.counter('samsa_fetch_session_evictions')
    this.#lastTicket = 0
    metrics.gaugeOf('samsa_fetch_sessions', () => this.#table.size)
    metrics.gaugeOf('samsa_fetch_session_partitions', () => this.partitionCount)
  }

  get size(): number {
    return this.#table.size
  }

  get partitionCount(): number {
    let count = 0
    for (const session of this.#table.values()) count += session.size
    return count
  }

  fetch(request: FetchRequest, context: RequestContext): FetchOutcome {
    return openFetch(this, request, context)
  }

  get(id: number): FetchSession | undefined {
    return this.#table.get(id)
  }

  /** `operation` is looked at again once the current turn is over. */
  wake(operation: FetchOperation): void {
    this.#woken.push(operation)
    if (this.#isTurnDue) return
    this.#isTurnDue = true
    this.#turns.add(this)
  }

  runTurn(): void {
    const woken = this.#woken
    this.#woken = woken.length > WOKEN_PER_TURN_MAX ? woken.splice(WOKEN_PER_TURN_MAX) : []
    this.#isTurnDue = this.#woken.length > 0
    if (this.#isTurnDue) this.clock.afterIo(() => this.#turns.add(this))
    for (const operation of woken) operation.onWoken()
  }

  /** A number that no other request has. */
  nextTicket(): number {
    return ++this.#lastTicket
  }

  /** A session of these partitions; undefined when there is no place for it. */
  create(
    isPrivileged: boolean,
    usesTopicIds: boolean,
    partitions: readonly FetchPartition[],
  ): FetchSession | undefined {
    const nowMs = this.clock.monotonicMs()
    if (this.#table.isFull) {
      const victim = this.#table.victimFor(isPrivileged, partitions.length, nowMs)
      if (victim === undefined) return undefined
      this.remove(victim)
      this.#evictions.add(1)
    }
    const session = new FetchSession(this.#newId(), usesTopicIds, isPrivileged, nowMs)
    session.adopt(partitions)
    this.#table.add(session)
    return session
  }

  /** A request of the session's epoch has come: the next one has the next. */
  advance(session: FetchSession): void {
    session.epoch = nextEpoch(session.epoch)
    this.#table.touch(session, this.clock.monotonicMs())
  }

  remove(session: FetchSession): void {
    if (session.isClosed) return
    session.isClosed = true
    this.#table.delete(session)
    const { operation } = session
    operation?.close()
    // A fetch that is under way ends as it would have; it lets go of the partitions itself.
    if (operation === undefined || operation.isIdle) session.unwatchAll()
  }

  /** The object for the session's next poll: the last one again, unless a read of it still runs. */
  operationFor(session: FetchSession): FetchOperation {
    const { operation } = session
    if (operation?.isIdle === true) return operation
    const fresh = new FetchOperation(this, session)
    session.operation = fresh
    return fresh
  }

  /** For a fetch without a session, or the first one of a session. */
  takeOperation(): FetchOperation {
    return this.#idleOperations.pop() ?? new FetchOperation(this, undefined)
  }

  giveBack(operation: FetchOperation): void {
    if (this.#idleOperations.length < IDLE_OPERATIONS_MAX) this.#idleOperations.push(operation)
  }

  #newId(): number {
    for (;;) {
      const id = 1 + this.#random.integer(SESSION_ID_MAX - 1)
      if (this.#table.get(id) === undefined) return id
    }
  }
}

/** The fetch sessions of a node. */
export function createFetchSessions(options: FetchSessionCacheOptions): FetchSessionCache {
  return new FetchSessionCache(options)
}
