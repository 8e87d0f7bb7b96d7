import { isMainThread, parentPort, workerData } from 'node:worker_threads'

import { assert } from '../errors.ts'
import type { ComputeTask } from './compute.ts'

/** Given to a worker thread so that a shared entry file knows what it is started as. */
export const COMPUTE_WORKER_DATA = 'samsa-compute-worker'

interface ComputeRequest {
  readonly task: string
  readonly input: unknown
}

export type ComputeReply =
  | { readonly kind: 'output'; readonly output: unknown }
  | { readonly kind: 'unknown' }
  | ThrownByTask

interface ThrownByTask {
  readonly kind: 'error'
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  readonly code: string | undefined
}

/** True in a thread that `NodeCompute` has started: the entry then serves tasks and does nothing else. */
export function isComputeWorker(): boolean {
  return !isMainThread && workerData === COMPUTE_WORKER_DATA
}

/** Answers requests for `tasks` as long as the thread lives. Names are unique. */
export function serveComputeTasks(tasks: readonly ComputeTask<never, unknown>[]): void {
  const byName = new Map(tasks.map((task) => [task.name, task]))
  assert(byName.size === tasks.length, 'two compute tasks have the same name')
  const port = parentPort
  assert(port !== null && isComputeWorker(), 'compute tasks are served in a compute worker')
  port.on('message', ({ task: name, input }: ComputeRequest) => {
    const task = byName.get(name)
    const reply: ComputeReply = task === undefined ? { kind: 'unknown' } : replyOf(task, input)
    try {
      port.postMessage(reply, reply.kind === 'output' ? ownedBuffers(reply.output) : [])
    } catch (error) {
      // The output holds something that cannot be cloned.
      port.postMessage(thrownReply(error))
    }
  })
}

export function errorOfReply({ name, message, stack, code }: ThrownByTask): Error {
  const error = new Error(message)
  Object.defineProperty(error, 'name', { value: name, configurable: true })
  if (stack !== undefined) error.stack = stack
  return code === undefined ? error : Object.assign(error, { code })
}

function replyOf(task: ComputeTask<never, unknown>, input: unknown): ComputeReply {
  try {
    return { kind: 'output', output: task.run(input as never) }
  } catch (thrown) {
    return thrownReply(thrown)
  }
}

function thrownReply(thrown: unknown): ThrownByTask {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { kind: 'error', name: error.name, message: error.message, stack: error.stack, code }
}

/**
 * Buffers that belong to the output alone: an array, or a field of a plain object, that spans its whole
 * buffer. Small `Buffer`s are slices of a shared one and are copied.
 */
function ownedBuffers(output: unknown): ArrayBuffer[] {
  const values = output instanceof Uint8Array ? [output] : fieldsOf(output)
  const buffers = new Set<ArrayBuffer>()
  for (const value of values) {
    if (!(value instanceof Uint8Array)) continue
    const { buffer } = value
    if (buffer instanceof ArrayBuffer && buffer.byteLength === value.byteLength) buffers.add(buffer)
  }
  return [...buffers]
}

function fieldsOf(output: unknown): readonly unknown[] {
  return typeof output === 'object' && output !== null ? Object.values(output) : []
}
