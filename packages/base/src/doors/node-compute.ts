import { Worker } from 'node:worker_threads'

import { assert } from '../errors.ts'
import { type Compute, ComputeError, type ComputeTask } from './compute.ts'
import { COMPUTE_WORKER_DATA, type ComputeReply, errorOfReply } from './node-compute-worker.ts'

export interface NodeComputeOptions {
  /**
   * A module that, in a worker, calls `serveComputeTasks(tasks)`. In a bundle it is the bundle itself:
   * its entry asks `isComputeWorker()` first. Without it tasks run inline.
   */
  readonly workerUrl?: URL
  /** Threads, started when the first task comes. Default 1; 0 runs tasks inline. */
  readonly workers?: number
  /** Tasks that wait for a thread. Default 10,000. */
  readonly queuedTasksMax?: number
}

interface Job {
  readonly task: ComputeTask<never, unknown>
  readonly input: unknown
  resolve(output: unknown): void
  reject(error: Error): void
}

/** A thread and what it is doing; one task at a time, so a slow one delays only the queue. */
interface Thread {
  readonly worker: Worker
  job: Job | undefined
}

/**
 * Worker threads. Inputs are copied into the thread, since they are views of leased memory; outputs that
 * own their whole buffer are handed over. An error thrown in a thread arrives as an `Error` with the
 * same name, message, code and stack, not as its class. A task that the thread does not know, or whose
 * thread never came up, runs inline. Idle threads do not hold the process.
 */
export class NodeCompute implements Compute {
  readonly #workerUrl: URL | undefined
  readonly #workers: number
  readonly #queuedTasksMax: number
  readonly #threads: Set<Thread>
  readonly #idle: Thread[]
  readonly #queue: Job[]
  #isClosed: boolean

  constructor(options: NodeComputeOptions = {}) {
    this.#workerUrl = options.workerUrl
    this.#workers = options.workers ?? 1
    this.#queuedTasksMax = options.queuedTasksMax ?? 10_000
    this.#threads = new Set()
    this.#idle = []
    this.#queue = []
    this.#isClosed = false
  }

  run<Input, Output>(task: ComputeTask<Input, Output>, input: Input): Promise<Output> {
    return new Promise((resolve, reject) => {
      const job = { task, input, resolve, reject } as unknown as Job
      if (this.#isClosed) {
        reject(new ComputeError('COMPUTE_CLOSED', `task ${task.name}: the node has stopped`))
      } else if (this.#workerUrl === undefined || this.#workers === 0) {
        runInline(job)
      } else if (this.#queue.length >= this.#queuedTasksMax) {
        const detail = `${this.#queuedTasksMax} tasks are waiting. Give the node more workers.`
        reject(new ComputeError('COMPUTE_QUEUE_FULL', `task ${task.name}: ${detail}`))
      } else {
        this.#queue.push(job)
        this.#feed(this.#workerUrl)
      }
    })
  }

  /** Ends the threads; tasks that wait or run are rejected with `COMPUTE_CLOSED`. */
  async close(): Promise<void> {
    this.#isClosed = true
    const jobs = this.#queue.splice(0)
    const threads = [...this.#threads]
    for (const thread of threads) {
      if (thread.job !== undefined) jobs.push(thread.job)
      thread.job = undefined
    }
    for (const job of jobs) {
      job.reject(new ComputeError('COMPUTE_CLOSED', `task ${job.task.name}: the node has stopped`))
    }
    await Promise.all(threads.map(({ worker }) => worker.terminate()))
  }

  #feed(workerUrl: URL): void {
    while (this.#queue.length > 0) {
      const thread =
        this.#idle.pop() ??
        (this.#threads.size < this.#workers ? this.#startThread(workerUrl) : undefined)
      if (thread === undefined) return
      const job = this.#queue.shift()
      assert(job !== undefined, 'a queue that is not empty has a head')
      thread.job = job
      thread.worker.ref()
      thread.worker.postMessage({ task: job.task.name, input: job.input })
    }
  }

  #startThread(workerUrl: URL): Thread {
    const worker = new Worker(workerUrl, { workerData: COMPUTE_WORKER_DATA })
    const thread: Thread = { worker, job: undefined }
    this.#threads.add(thread)
    let failure: Error | undefined
    worker.on('message', (reply: ComputeReply) => this.#onReply(thread, reply, workerUrl))
    worker.on('error', (error: Error) => {
      failure = error
    })
    worker.on('exit', () => this.#onExit(thread, failure, workerUrl))
    return thread
  }

  #onReply(thread: Thread, reply: ComputeReply, workerUrl: URL): void {
    const { job } = thread
    if (job === undefined) return
    thread.job = undefined
    thread.worker.unref()
    this.#idle.push(thread)
    this.#feed(workerUrl)
    if (reply.kind === 'output') job.resolve(reply.output)
    else if (reply.kind === 'error') job.reject(errorOfReply(reply))
    else runInline(job)
  }

  /** A thread that ends by itself ran out of memory or has no module to run. */
  #onExit(thread: Thread, failure: Error | undefined, workerUrl: URL): void {
    this.#threads.delete(thread)
    const index = this.#idle.indexOf(thread)
    if (index >= 0) this.#idle.splice(index, 1)
    const { job } = thread
    if (this.#isClosed || job === undefined) return
    const why = failure === undefined ? 'it ended' : failure.message
    const message = `task ${job.task.name}: its worker thread died (${why})`
    job.reject(new ComputeError('COMPUTE_WORKER_DIED', message, { cause: failure }))
    this.#feed(workerUrl)
  }
}

function runInline(job: Job): void {
  setImmediate(() => {
    try {
      job.resolve(job.task.run(job.input as never))
    } catch (error) {
      job.reject(error as Error)
    }
  })
}
