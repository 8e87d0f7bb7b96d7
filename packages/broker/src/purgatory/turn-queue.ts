/** Something to do once the current turn is over. What is queued implements it: no closure each. */
export interface TurnJob {
  runTurn(): void
}

/**
 * Work put off to the end of the current turn: after the read of a socket has been parsed and its
 * answers written, after an append's bookkeeping, never inside another handler's encoding. A parked
 * Fetch that was woken by twelve partitions of one Produce therefore runs once.
 */
export class TurnQueue {
  #jobs: TurnJob[]
  /** The emptied list of the turn before, used again. */
  #spare: TurnJob[]
  #isScheduled: boolean
  readonly #defer: (run: () => void) => void
  readonly #run: () => void

  /** `defer` runs its argument once the caller's stack is empty; a test may want to say when. */
  constructor(defer: (run: () => void) => void = queueMicrotask) {
    this.#jobs = []
    this.#spare = []
    this.#isScheduled = false
    this.#defer = defer
    this.#run = () => this.#runAll()
  }

  /** Jobs that wait. */
  get length(): number {
    return this.#jobs.length
  }

  /** A job that is added twice runs twice: it says itself whether it is queued. */
  add(job: TurnJob): void {
    this.#jobs.push(job)
    if (this.#isScheduled) return
    this.#isScheduled = true
    this.#defer(this.#run)
  }

  #runAll(): void {
    const jobs = this.#jobs
    this.#jobs = this.#spare
    this.#isScheduled = false
    let next = 0
    try {
      while (next < jobs.length) jobs[next++]!.runTurn()
    } finally {
      // A job that threw must not take the others with it.
      while (next < jobs.length) this.add(jobs[next++]!)
      jobs.length = 0
      this.#spare = jobs
    }
  }
}
