import type { Clock, Timer, Wheel } from '@samsa/base'
import type { InitialDelay } from '../classic/effects.ts'

/** Told what has run out; the group decides what it means. */
export interface TimerListener {
  onSession(memberId: string): void
  onJoin(initial: InitialDelay | null): void
  onSync(generation: number): void
}

interface Session {
  deadlineMs: number
  /** When the timer runs: at the deadline, or before it. */
  timerMs: number
  timer: Timer
}

/**
 * Timers of one group: a session for each member, and one each for joins and syncs. A session that is
 * extended only moves its deadline; the timer looks again when it runs, so that a heartbeat costs a
 * look-up.
 */
export class GroupTimers {
  readonly #clock: Clock
  readonly #wheel: Wheel
  readonly #listener: TimerListener
  readonly #sessions: Map<string, Session>
  #join: Timer | undefined
  #sync: Timer | undefined
  #isClosed: boolean

  constructor(clock: Clock, wheel: Wheel, listener: TimerListener) {
    this.#clock = clock
    this.#wheel = wheel
    this.#listener = listener
    this.#sessions = new Map()
    this.#join = undefined
    this.#sync = undefined
    this.#isClosed = false
  }

  /** The member is to be heard of within `timeoutMs`, whatever was agreed before. */
  startSession(memberId: string, timeoutMs: number): void {
    if (this.#isClosed) return
    const deadlineMs = this.#clock.monotonicMs() + timeoutMs
    const session = this.#sessions.get(memberId)
    if (session === undefined) {
      const timer = this.#schedule(memberId, deadlineMs)
      this.#sessions.set(memberId, { deadlineMs, timerMs: deadlineMs, timer })
      return
    }
    session.deadlineMs = deadlineMs
    if (deadlineMs >= session.timerMs) return
    session.timer.cancel()
    session.timerMs = deadlineMs
    session.timer = this.#schedule(memberId, deadlineMs)
  }

  endSession(memberId: string): void {
    const session = this.#sessions.get(memberId)
    if (session === undefined) return
    this.#sessions.delete(memberId)
    session.timer.cancel()
  }

  startJoin(delayMs: number, initial: InitialDelay | null): void {
    if (this.#isClosed) return
    this.#join?.cancel()
    const deadlineMs = this.#clock.monotonicMs() + delayMs
    const ended = (): void => {
      this.#join = undefined
      this.#listener.onJoin(initial)
    }
    // A first rebalance waits for whoever may come; later ones for members that owe an answer.
    this.#join =
      initial === null
        ? this.#wheel.scheduleLiveness(deadlineMs, ended)
        : this.#wheel.schedule(deadlineMs, ended)
  }

  endJoin(): void {
    this.#join?.cancel()
    this.#join = undefined
  }

  startSync(timeoutMs: number, generation: number): void {
    if (this.#isClosed) return
    this.#sync?.cancel()
    this.#sync = this.#wheel.scheduleLiveness(this.#clock.monotonicMs() + timeoutMs, () => {
      this.#sync = undefined
      this.#listener.onSync(generation)
    })
  }

  endSync(): void {
    this.#sync?.cancel()
    this.#sync = undefined
  }

  /** Nothing runs after this, nor can anything be started. */
  close(): void {
    this.#isClosed = true
    for (const { timer } of this.#sessions.values()) timer.cancel()
    this.#sessions.clear()
    this.endJoin()
    this.endSync()
  }

  #schedule(memberId: string, deadlineMs: number): Timer {
    return this.#wheel.scheduleLiveness(deadlineMs, () => this.#look(memberId))
  }

  #look(memberId: string): void {
    const session = this.#sessions.get(memberId)
    if (session === undefined) return
    if (session.deadlineMs > this.#clock.monotonicMs()) {
      session.timerMs = session.deadlineMs
      session.timer = this.#schedule(memberId, session.deadlineMs)
      return
    }
    this.#sessions.delete(memberId)
    this.#listener.onSession(memberId)
  }
}
