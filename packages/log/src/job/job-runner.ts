import type { Clock } from '@samsa/base'

/**
 * Long work in bounded steps: between two `yield`s at most 256 KiB are looked at or 1 ms passes. The
 * same generator can be driven to its end in a worker.
 */
export type Job<Result> = Generator<void, Result, void>

/** Synchronous work of one turn of the event loop. */
const TURN_MS_MAX = 2
/** For clocks that stand still while code runs (simulation). */
const TURN_STEPS_MAX = 64

interface RunningJob {
  /** Runs one step; true when the job is over. */
  step(): boolean
}

/** Runs the jobs of a node side by side, `TURN_MS_MAX` a turn, so that I/O goes on between them. */
export class JobRunner {
  readonly #clock: Clock
  readonly #jobs: RunningJob[]
  #isScheduled: boolean

  constructor(clock: Clock) {
    this.#clock = clock
    this.#jobs = []
    this.#isScheduled = false
  }

  /** Resolves with what the generator returns, rejects with what it throws. */
  run<Result>(job: Job<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const step = (): boolean => {
        try {
          const { done, value } = job.next()
          if (done === true) resolve(value)
          return done === true
        } catch (error) {
          reject(error as Error)
          return true
        }
      }
      this.#jobs.push({ step })
      this.#schedule()
    })
  }

  #schedule(): void {
    if (this.#isScheduled || this.#jobs.length === 0) return
    this.#isScheduled = true
    this.#clock.afterIo(() => {
      this.#isScheduled = false
      this.#turn()
      this.#schedule()
    })
  }

  #turn(): void {
    const startMs = this.#clock.monotonicMs()
    for (let steps = 0; steps < TURN_STEPS_MAX; steps += 1) {
      const job = this.#jobs.shift()
      if (job === undefined) return
      if (!job.step()) this.#jobs.push(job)
      if (this.#clock.monotonicMs() - startMs >= TURN_MS_MAX) return
    }
  }
}
