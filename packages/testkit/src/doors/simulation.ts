import { assert } from '@samsa/base'

import { type EventOwner, EventQueue, Phase, type SimEvent } from './event-queue.ts'
import { catchRejections, guardGlobals, runTurns } from './node-globals.ts'
import { Prng } from './prng.ts'
import { SimHost } from './sim-host.ts'
import { SimNetwork } from './sim-network.ts'
import { defaultSettings, type SimulationSettings } from './simulation-options.ts'
import { Trace } from './trace.ts'

export interface SimulationOptions {
  /** 32 bits; everything that the simulation decides follows from it. */
  readonly seed: number
  readonly settings?: Partial<SimulationSettings>
  /** Keeps every entry of the trace, not only its hash. */
  readonly keepsTrace?: boolean
}

export interface RunLimits {
  /** Asked after every event; the run ends when it holds. */
  readonly until?: () => boolean
  /** Virtual time to end at, in ms since the simulation began. */
  readonly untilMs?: number
  /** Ends the run after this many events: a bound on real time. Default 10 million. */
  readonly eventsMax?: number
}

export interface RunEnd {
  /** `idle`: nothing is left to happen. */
  readonly reason: 'until' | 'time' | 'events' | 'idle'
  readonly events: number
  readonly nowMs: number
}

const EVENTS_MAX = 10_000_000

/** A simulation went wrong; the message names the seed that does it again. */
export class SimulationError extends Error {
  override readonly name = 'SimulationError'
}

/**
 * A world of hosts in virtual time, in one process, from one seed. Events lie in a heap by time; one
 * runs, all microtasks it caused run, then the next. Time moves only from event to event, and by one
 * microsecond at each look at a clock, so that a loop which waits for time to pass ends.
 *
 * While events run, code that looks round the doors (`Date.now`, `setTimeout`, `fs`, …) fails the run.
 */
export class Simulation {
  readonly seed: number
  readonly settings: SimulationSettings
  readonly trace: Trace
  readonly network: SimNetwork
  readonly #queue: EventQueue
  readonly #hosts: Map<string, SimHost>
  #nowUs: number
  #nextSeq: number
  #failure: { readonly error: unknown } | undefined
  #isRunning: boolean

  constructor(options: SimulationOptions) {
    this.seed = options.seed >>> 0
    this.settings = { ...defaultSettings, ...options.settings }
    this.trace = new Trace(options.keepsTrace ?? false)
    this.#queue = new EventQueue()
    this.#hosts = new Map()
    this.#nowUs = 0
    this.#nextSeq = 0
    this.#failure = undefined
    this.#isRunning = false
    this.network = new SimNetwork(this)
  }

  /** Virtual time since the simulation began. */
  get nowMs(): number {
    return this.#nowUs / 1000
  }

  get nowUs(): number {
    return this.#nowUs
  }

  /** The host of that name, made when it is first asked for. */
  host(name: string): SimHost {
    const known = this.#hosts.get(name)
    if (known !== undefined) return known
    const host = new SimHost(this, name, this.#hosts.size)
    this.#hosts.set(name, host)
    return host
  }

  get hosts(): readonly SimHost[] {
    return [...this.#hosts.values()]
  }

  /** The host that `name` means to `from`: itself by `localhost`, others by name or address. */
  resolve(from: SimHost, name: string): SimHost | undefined {
    if (isLoopback(name) || name === from.address) return from
    const named = this.#hosts.get(name)
    return named ?? this.hosts.find((host) => host.address === name)
  }

  /** A stream of random numbers of its own for what `name` says. */
  random(name: string): Prng {
    return Prng.of(this.seed, name)
  }

  /** A look at a clock takes a microsecond. */
  spendUs(us: number): void {
    this.#nowUs += us
  }

  /** Runs `run` at `delayUs` from now; never in this call, and not at all when its owner has died. */
  schedule(
    delayUs: number,
    phase: Phase,
    owner: EventOwner | undefined,
    run: () => void,
  ): SimEvent {
    const event: SimEvent = {
      atUs: this.#nowUs + delayUs,
      phase,
      seq: this.#nextSeq++,
      owner,
      run,
    }
    this.#queue.push(event)
    return event
  }

  /** What runs now failed in a way that it may have kept to itself: the run ends with this error. */
  fail(error: unknown): void {
    this.#failure ??= { error }
  }

  /** Runs events until a limit is reached. Rejects with what an event or a promise of one threw. */
  async run(limits: RunLimits = {}): Promise<RunEnd> {
    assert(!this.#isRunning, 'a simulation runs once at a time')
    this.#isRunning = true
    let isTurn = false
    const removeGuards = guardGlobals(
      () => isTurn,
      (error) => this.fail(error),
    )
    const releaseRejections = catchRejections((reason) => this.fail(reason))
    try {
      return await this.#runEvents(limits, (isPaused) => {
        isTurn = !isPaused
      })
    } finally {
      releaseRejections()
      removeGuards()
      this.#isRunning = false
    }
  }

  /**
   * Starts `work` as an event and runs until what it returns has settled; rejects as it does, or with
   * `SimulationError` when it has not settled `withinMs` (virtual; default ten minutes) later.
   */
  async complete<Value>(work: () => Promise<Value>, withinMs = 600_000): Promise<Value> {
    const outcome: { result?: PromiseSettledResult<Value> } = {}
    this.schedule(0, Phase.io, undefined, () => {
      void Promise.allSettled([work()]).then(([result]) => {
        outcome.result = result
      })
    })
    const end = await this.run({
      until: () => outcome.result !== undefined,
      untilMs: this.nowMs + withinMs,
    })
    const { result } = outcome
    if (result === undefined) throw this.error(`the work did not end (${end.reason})`)
    if (result.status === 'rejected') throw result.reason
    return result.value
  }

  error(message: string, options?: ErrorOptions): SimulationError {
    const at = `seed ${this.seed}, ${this.nowMs} ms, ${this.trace.count} calls`
    return new SimulationError(`${message} (${at})`, options)
  }

  async #runEvents(limits: RunLimits, onPause: (isPaused: boolean) => void): Promise<RunEnd> {
    const eventsMax = limits.eventsMax ?? EVENTS_MAX
    const untilUs = limits.untilMs === undefined ? Infinity : Math.round(limits.untilMs * 1000)
    let events = 0
    let reason = 'idle' as RunEnd['reason']
    const turn = (): boolean => {
      // Microtasks of the event before have run: its outcome is known only now.
      if (this.#failure !== undefined) return false
      if (this.#holds(limits.until)) reason = 'until'
      else if (events === eventsMax) reason = 'events'
      else {
        const stop = this.#step(untilUs)
        if (stop === undefined) {
          events++
          return true
        }
        reason = stop
      }
      return false
    }
    await runTurns(turn, onPause)
    const failure = this.#failure
    if (failure !== undefined) {
      this.#failure = undefined
      throw failure.error
    }
    const isWaitedOut = reason === 'time' || reason === 'idle'
    if (isWaitedOut && untilUs < Infinity) this.#nowUs = Math.max(this.#nowUs, untilUs)
    return { reason, events, nowMs: this.nowMs }
  }

  #holds(until: (() => boolean) | undefined): boolean {
    try {
      return until?.() ?? false
    } catch (error) {
      this.fail(error)
      return false
    }
  }

  /** Runs the next event; says why there is none. */
  #step(untilUs: number): 'time' | 'idle' | undefined {
    for (;;) {
      const next = this.#queue.peek()
      if (next === undefined) return 'idle'
      if (next.atUs > untilUs) return 'time'
      this.#queue.pop()
      const { owner, run } = next
      if (run === undefined || owner?.isAlive === false) continue
      if (owner !== undefined && owner.frozenUntilUs > Math.max(next.atUs, this.#nowUs)) {
        next.atUs = owner.frozenUntilUs
        this.#queue.push(next)
        continue
      }
      this.#nowUs = Math.max(this.#nowUs, next.atUs)
      try {
        run()
      } catch (error) {
        this.fail(error)
      }
      return undefined
    }
  }
}

function isLoopback(name: string): boolean {
  return name === '' || name === 'localhost' || name === '::1' || /^(127\.|0\.0\.0\.0$)/.test(name)
}
