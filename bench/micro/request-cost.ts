import { PerformanceObserver } from 'node:perf_hooks'
import type { LoopbackSocket } from './loopback-net.ts'

export interface RequestCost {
  readonly nanoseconds: number
  /** Heap that one request allocates; contents of buffers are not in it. */
  readonly heapBytes: number
}

/** Synchronous work of one turn: beyond it a node sends reads and writes to its thread pool. */
const TURN_MS_MAX = 0.7
const REQUESTS_PER_TURN_MAX = 16
const WARM_TURNS = 400
const TIMED_TURNS = 300
const HEAP_TURNS = 60
/** Turns without an immediate answer that are put up with, altogether. */
const SPOILED_TURNS_MAX = 2000

/** One full turn of I/O, with timers. */
function turnPassed(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
}

/**
 * What a request costs that is answered in the call that brings it. As in a running node a turn of the
 * event loop has only a few of them. A turn in which an answer did not come at once, since the disk was
 * slow, does not count. The times are those of the quicker half of all turns.
 */
export async function costOf(socket: LoopbackSocket, send: () => void): Promise<RequestCost> {
  const turn = new Turn(socket, send)
  for (let count = 0; count < WARM_TURNS; count++) await turn.run()
  const times: number[] = []
  while (times.length < TIMED_TURNS) {
    const start = performance.now()
    const requests = turn.send()
    const took = performance.now() - start
    if (await turn.isAnswered()) times.push((took * 1e6) / requests)
  }
  return { nanoseconds: lowerHalf(times), heapBytes: await heapBytesOf(turn) }
}

/** Turns in which no collection ran; entries about them come between turns. */
async function heapBytesOf(turn: Turn): Promise<number> {
  let collections = 0
  const observer = new PerformanceObserver((list) => (collections += list.getEntries().length))
  observer.observe({ entryTypes: ['gc'] })
  const samples: number[] = []
  while (samples.length < HEAP_TURNS) {
    const collectionsBefore = collections
    const before = process.memoryUsage().heapUsed
    const requests = turn.send()
    const bytes = process.memoryUsage().heapUsed - before
    const isAnswered = await turn.isAnswered()
    if (isAnswered && collections === collectionsBefore) samples.push(bytes / requests)
  }
  observer.disconnect()
  return samples.sort((one, other) => one - other)[HEAP_TURNS >> 1]!
}

class Turn {
  readonly #socket: LoopbackSocket
  readonly #send: () => void
  #asked: number
  #answersBefore: number
  #spoiled: number

  constructor(socket: LoopbackSocket, send: () => void) {
    this.#socket = socket
    this.#send = send
    this.#asked = 0
    this.#answersBefore = 0
    this.#spoiled = 0
  }

  async run(): Promise<void> {
    this.send()
    await this.isAnswered()
  }

  /** As many requests as a turn has; how many. */
  send(): number {
    const start = performance.now()
    this.#answersBefore = this.#socket.answerCount
    this.#asked = 0
    do {
      this.#send()
      this.#asked++
    } while (
      this.#asked < REQUESTS_PER_TURN_MAX &&
      this.#missing === 0 &&
      performance.now() - start < TURN_MS_MAX
    )
    return this.#asked
  }

  /** Lets the turn end, and whatever is still missing come. */
  async isAnswered(): Promise<boolean> {
    const isAtOnce = this.#missing === 0
    do {
      await turnPassed()
      this.#socket.drain()
    } while (this.#missing > 0)
    if (!isAtOnce) this.#spoiled++
    if (this.#spoiled > SPOILED_TURNS_MAX) throw new Error('the disk is too slow to measure this')
    return isAtOnce
  }

  get #missing(): number {
    return this.#answersBefore + this.#asked - this.#socket.answerCount
  }
}

function lowerHalf(times: number[]): number {
  const quick = times.sort((one, other) => one - other).slice(0, times.length >> 1)
  return quick.reduce((sum, time) => sum + time, 0) / quick.length
}
