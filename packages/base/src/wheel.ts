import type { Clock, Timer } from './doors/clock.ts'
import { assert } from './errors.ts'
import { WheelSlots, type WheelTimer } from './wheel-slots.ts'

/** A wake-up later than this says that the loop stood still. */
const STALL_MS_MIN = 50
/** A day: the clock takes no more than 24 of them. */
const SLEEP_MS_MAX = 86_400_000

/**
 * Timeouts of a node, by the thousand: one timer of the clock, which sleeps to the next deadline and is
 * not there when nothing waits. Scheduling and cancelling cost the same whatever their number. Callbacks
 * run at their deadline or up to 1 ms later, never before it; in order, to the millisecond.
 *
 * After a stall the wheel first lets one full turn of I/O pass: what arrived in the meantime cancels
 * what only seems overdue. `scheduleLiveness` timeouts (sessions, heartbeats, elections) that are still
 * overdue then get the length of the stall on top, since the silence may have been ours.
 */
export class Wheel {
  readonly #clock: Clock
  readonly #slots: WheelSlots
  readonly #onWake: () => void
  readonly #onTurnPassed: () => void
  #timer: Timer | undefined
  #wakeAtMs: number
  #stallMs: number
  #isAwaitingIo: boolean
  #isClosed: boolean

  constructor(clock: Clock) {
    this.#clock = clock
    this.#slots = new WheelSlots(clock.monotonicMs())
    this.#onWake = () => this.#wake()
    this.#onTurnPassed = () => this.#turnPassed()
    this.#timer = undefined
    this.#wakeAtMs = Infinity
    this.#stallMs = 0
    this.#isAwaitingIo = false
    this.#isClosed = false
  }

  /** Timeouts that are neither over nor cancelled. */
  get count(): number {
    return this.#slots.count
  }

  /** Runs `callback` once `monotonicMs` has reached `deadlineMs`; never in this call. */
  schedule(deadlineMs: number, callback: () => void): Timer {
    return this.#add(deadlineMs, callback, false)
  }

  /** The same, for deadlines that measure somebody else's silence. */
  scheduleLiveness(deadlineMs: number, callback: () => void): Timer {
    return this.#add(deadlineMs, callback, true)
  }

  /** Drops every timeout; nothing runs after this. */
  close(): void {
    this.#isClosed = true
    this.#timer?.cancel()
    this.#timer = undefined
    this.#slots.clear()
  }

  #add(deadlineMs: number, callback: () => void, isLiveness: boolean): Timer {
    assert(!this.#isClosed, 'a closed wheel schedules nothing')
    const timer = this.#slots.add(this.#clock.monotonicMs(), deadlineMs, callback, isLiveness)
    this.#sleep()
    return timer
  }

  /** Sets the clock's timer where the next deadline is earlier than what it is set to. */
  #sleep(): void {
    if (this.#isAwaitingIo) return
    const nextMs = this.#slots.nextMs()
    if (nextMs >= this.#wakeAtMs) return
    this.#timer?.cancel()
    const nowMs = this.#clock.monotonicMs()
    this.#wakeAtMs = Math.min(Math.max(nextMs, nowMs), nowMs + SLEEP_MS_MAX)
    this.#timer = this.#clock.setTimer(this.#wakeAtMs - nowMs, this.#onWake)
  }

  #wake(): void {
    const lateMs = this.#clock.monotonicMs() - this.#wakeAtMs
    this.#timer = undefined
    this.#wakeAtMs = Infinity
    if (lateMs < STALL_MS_MIN) {
      this.#stallMs = 0
      this.#expire()
      return
    }
    this.#stallMs = lateMs
    this.#isAwaitingIo = true
    this.#clock.afterIo(this.#onTurnPassed)
  }

  #turnPassed(): void {
    this.#isAwaitingIo = false
    if (!this.#isClosed) this.#expire()
  }

  #expire(): void {
    const nowMs = this.#clock.monotonicMs()
    const due = this.#slots.takeDue(nowMs)
    let next = 0
    try {
      while (next < due.length) this.#run(due[next++], nowMs)
    } finally {
      // A callback that threw must not take the others' timeouts with it.
      for (; next < due.length; next++) this.#putBack(due[next])
      if (!this.#isClosed) this.#sleep()
    }
  }

  #putBack(timer: WheelTimer | undefined): void {
    if (timer !== undefined && !timer.isOver && !this.#isClosed)
      this.#slots.put(timer, timer.deadlineMs)
  }

  #run(timer: WheelTimer | undefined, nowMs: number): void {
    if (timer === undefined || timer.isOver || this.#isClosed) return
    if (timer.isLiveness && this.#stallMs > 0) {
      this.#slots.put(timer, Math.max(timer.deadlineMs + this.#stallMs, nowMs))
      return
    }
    timer.run()
  }
}
