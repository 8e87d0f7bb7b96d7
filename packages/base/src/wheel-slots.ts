import type { Timer } from './doors/clock.ts'

const SLOTS = 64
const LEVELS = 7
/** 139 years: a deadline of `Infinity` is put there. */
const TICK_MAX = SLOTS ** LEVELS - 1

/** One timeout; it knows the list that it is in, so that cancelling needs no search. */
export class WheelTimer implements Timer {
  deadlineMs: number
  readonly isLiveness: boolean
  /** Run or cancelled. */
  isOver: boolean
  tick: number
  list: TimerList | undefined
  previous: WheelTimer | undefined
  next: WheelTimer | undefined
  readonly #slots: WheelSlots
  #callback: (() => void) | undefined

  constructor(slots: WheelSlots, deadlineMs: number, callback: () => void, isLiveness: boolean) {
    this.deadlineMs = deadlineMs
    this.isLiveness = isLiveness
    this.isOver = false
    this.tick = 0
    this.list = undefined
    this.previous = undefined
    this.next = undefined
    this.#slots = slots
    this.#callback = callback
  }

  cancel(): void {
    this.#end()
  }

  run(): void {
    const callback = this.#end()
    if (callback !== undefined) callback()
  }

  #end(): (() => void) | undefined {
    const callback = this.#callback
    if (callback === undefined) return undefined
    this.#callback = undefined
    this.isOver = true
    this.#slots.forget(this)
    return callback
  }
}

/** Timers in order of arrival, of one slot; or those that are due. */
class TimerList {
  readonly level: number
  readonly slot: number
  head: WheelTimer | undefined
  tail: WheelTimer | undefined

  constructor(level: number, slot: number) {
    this.level = level
    this.slot = slot
    this.head = undefined
    this.tail = undefined
  }

  push(timer: WheelTimer): void {
    timer.list = this
    timer.previous = this.tail
    timer.next = undefined
    if (this.tail === undefined) this.head = timer
    else this.tail.next = timer
    this.tail = timer
  }

  remove(timer: WheelTimer): void {
    if (timer.previous === undefined) this.head = timer.next
    else timer.previous.next = timer.next
    if (timer.next === undefined) this.tail = timer.previous
    else timer.next.previous = timer.previous
    timer.list = undefined
    timer.previous = undefined
    timer.next = undefined
  }
}

/**
 * Where timeouts lie: seven levels of 64 slots, in ticks of 1 ms. Level 0 holds the ticks of the current
 * block of 64, one a slot; level 1 the other blocks of the current 4,096, one a slot; and so on. Entering a block deals its timers out to the level below.
 *
 * Invariant: on every level only slots ahead of the current tick are occupied, so the first occupied
 * slot of the lowest occupied level comes next.
 */
export class WheelSlots {
  readonly #startMs: number
  readonly #levels: readonly (readonly TimerList[])[]
  /** Which slots are occupied: bits of slots 0–31 and 32–63, for each level. */
  readonly #occupied: Uint32Array
  readonly #due: TimerList
  #tick: number
  #count: number

  constructor(nowMs: number) {
    // Whole, so that tick + start and back is exact: a fraction may round below the tick, and a wheel
    // that wakes at its own deadline would find nothing due and sleep for 0 ms, again and again.
    this.#startMs = Math.floor(nowMs)
    this.#levels = Array.from({ length: LEVELS }, (_, level) =>
      Array.from({ length: SLOTS }, (__, slot) => new TimerList(level, slot)),
    )
    this.#occupied = new Uint32Array(LEVELS * 2)
    this.#due = new TimerList(-1, 0)
    this.#tick = 0
    this.#count = 0
  }

  get count(): number {
    return this.#count
  }

  add(nowMs: number, deadlineMs: number, callback: () => void, isLiveness: boolean): WheelTimer {
    // Without this a wheel that slept long would put near deadlines on a far level.
    const nowTick = Math.floor(nowMs - this.#startMs)
    if (nowTick > this.#tick && this.#nextTick() > nowTick) this.#tick = nowTick
    const timer = new WheelTimer(this, deadlineMs, callback, isLiveness)
    this.#count++
    this.put(timer, deadlineMs)
    return timer
  }

  /** Puts in, or in again, a timer that is in no list. */
  put(timer: WheelTimer, deadlineMs: number): void {
    timer.deadlineMs = deadlineMs
    timer.tick = Math.min(Math.ceil(deadlineMs - this.#startMs), TICK_MAX)
    this.#place(timer)
  }

  /** The timer is over, wherever it is. */
  forget(timer: WheelTimer): void {
    this.#count--
    this.#unlink(timer)
  }

  clear(): void {
    for (let timer = this.#due.head; timer !== undefined; timer = this.#due.head) timer.cancel()
    for (const lists of this.#levels) {
      for (const list of lists) {
        for (let timer = list.head; timer !== undefined; timer = list.head) timer.cancel()
      }
    }
  }

  /** When something is to be done next, `Infinity` for never; `monotonicMs` terms. */
  nextMs(): number {
    return this.#nextTick() + this.#startMs
  }

  /** Moves on to `nowMs`; answers what is due by then, out of every list but not over. */
  takeDue(nowMs: number): readonly WheelTimer[] {
    const nowTick = Math.floor(nowMs - this.#startMs)
    for (let tick = this.#nextTick(); tick <= nowTick; tick = this.#nextOnLevels()) {
      if (tick > this.#tick) this.#tick = tick
      this.#enter()
    }
    if (nowTick > this.#tick) this.#tick = nowTick
    const due: WheelTimer[] = []
    for (let timer = this.#due.head; timer !== undefined; timer = this.#due.head) {
      this.#due.remove(timer)
      due.push(timer)
    }
    return due
  }

  #place(timer: WheelTimer): void {
    if (timer.tick <= this.#tick) {
      this.#due.push(timer)
      return
    }
    let width = 1
    let level = 0
    for (let block = SLOTS; Math.floor(timer.tick / block) !== Math.floor(this.#tick / block);) {
      width = block
      block *= SLOTS
      level++
    }
    const slot = Math.floor(timer.tick / width) % SLOTS
    this.#occupy(level, slot)
    this.#levels[level]?.[slot]?.push(timer)
  }

  /** Deals out the slots that begin at the current tick. */
  #enter(): void {
    let width = SLOTS ** (LEVELS - 1)
    for (let level = LEVELS - 1; level >= 0; level--) {
      const slot = Math.floor(this.#tick / width) % SLOTS
      const list = this.#levels[level]?.[slot]
      for (let timer = list?.head; timer !== undefined; timer = list?.head) {
        this.#unlink(timer)
        this.#place(timer)
      }
      width /= SLOTS
    }
  }

  #nextTick(): number {
    return this.#due.head === undefined ? this.#nextOnLevels() : this.#tick
  }

  #nextOnLevels(): number {
    let width = 1
    for (let level = 0; level < LEVELS; level++) {
      const low = this.#occupied[level * 2] ?? 0
      const high = this.#occupied[level * 2 + 1] ?? 0
      if (low !== 0 || high !== 0) {
        const slot = low !== 0 ? lowestBit(low) : 32 + lowestBit(high)
        const block = width * SLOTS
        return Math.floor(this.#tick / block) * block + slot * width
      }
      width *= SLOTS
    }
    return Infinity
  }

  #occupy(level: number, slot: number): void {
    const word = level * 2 + (slot >>> 5)
    this.#occupied[word] = (this.#occupied[word] ?? 0) | (1 << (slot & 31))
  }

  #unlink(timer: WheelTimer): void {
    const list = timer.list
    if (list === undefined) return
    list.remove(timer)
    if (list.head !== undefined || list.level < 0) return
    const word = list.level * 2 + (list.slot >>> 5)
    this.#occupied[word] = (this.#occupied[word] ?? 0) & ~(1 << (list.slot & 31))
  }
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word)
}
