import type { FetchSession } from './fetch-session.ts'

/** Age and idle time from which a session may have to give way, as in Kafka. */
export const EVICTION_MS = 120_000
/** A full table is searched through at most so often. */
const SEARCH_INTERVAL_MS = 1000

/**
 * Sessions by id, and in the order in which they were polled last: a list that the sessions are the
 * links of, since a poll moves one of them to the end. In a full table a new session takes the
 * place of
 * 1. one that was not polled for two minutes; or else, if it is a follower's,
 * 2. the smallest that is not; or else
 * 3. the smallest that is two minutes old, if it has fewer partitions than the new one.
 */
export class SessionTable {
  readonly #slotsMax: number
  readonly #byId: Map<number, FetchSession>
  /** Polled longest ago. */
  #oldest: FetchSession | undefined
  /** Polled last. */
  #newest: FetchSession | undefined
  #searchedMs: number
  /** As the latest search found them, the least valuable last: those two minutes old … */
  #old: FetchSession[]
  /** … and those that also have to give way to a follower's. */
  #lesser: FetchSession[]

  constructor(slotsMax: number) {
    this.#slotsMax = slotsMax
    this.#byId = new Map()
    this.#oldest = undefined
    this.#newest = undefined
    this.#searchedMs = Number.NEGATIVE_INFINITY
    this.#old = []
    this.#lesser = []
  }

  get size(): number {
    return this.#byId.size
  }

  get(id: number): FetchSession | undefined {
    return this.#byId.get(id)
  }

  values(): Iterable<FetchSession> {
    return this.#byId.values()
  }

  add(session: FetchSession): void {
    this.#byId.set(session.id, session)
    this.#link(session)
  }

  delete(session: FetchSession): void {
    if (this.#byId.delete(session.id)) this.#unlink(session)
  }

  /** It is polled: last in the line. */
  touch(session: FetchSession, nowMs: number): void {
    session.lastUsedMs = nowMs
    if (session === this.#newest) return
    this.#unlink(session)
    this.#link(session)
  }

  get isFull(): boolean {
    return this.#byId.size >= this.#slotsMax
  }

  /** The one that has to go for a session of `size` partitions; undefined when that gets no place. */
  victimFor(isPrivileged: boolean, size: number, nowMs: number): FetchSession | undefined {
    const oldest = this.#oldest
    if (oldest !== undefined && nowMs - oldest.lastUsedMs > EVICTION_MS) return oldest
    if (nowMs - this.#searchedMs >= SEARCH_INTERVAL_MS) this.#search(nowMs)
    const candidates = isPrivileged ? this.#lesser : this.#old
    for (;;) {
      const candidate = candidates.at(-1)
      if (candidate === undefined) return undefined
      if (this.#byId.get(candidate.id) === candidate) {
        const isWorthMore =
          candidate.isPrivileged === isPrivileged ? size > candidate.size : isPrivileged
        return isWorthMore ? candidate : undefined
      }
      candidates.pop()
    }
  }

  #link(session: FetchSession): void {
    const newest = this.#newest
    session.older = newest
    session.newer = undefined
    if (newest === undefined) this.#oldest = session
    else newest.newer = session
    this.#newest = session
  }

  #unlink(session: FetchSession): void {
    const { older, newer } = session
    if (older === undefined) this.#oldest = newer
    else older.newer = newer
    if (newer === undefined) this.#newest = older
    else newer.older = older
    session.older = undefined
    session.newer = undefined
  }

  #search(nowMs: number): void {
    this.#searchedMs = nowMs
    const sorted = [...this.#byId.values()].sort(byFallingValue)
    this.#old = sorted.filter(({ createdMs }) => nowMs - createdMs > EVICTION_MS)
    this.#lesser = sorted.filter(
      ({ isPrivileged, createdMs }) => !isPrivileged || nowMs - createdMs > EVICTION_MS,
    )
  }
}

function byFallingValue(one: FetchSession, other: FetchSession): number {
  if (one.isPrivileged !== other.isPrivileged) return one.isPrivileged ? -1 : 1
  return other.size - one.size || other.id - one.id
}
