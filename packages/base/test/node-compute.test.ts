import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { threadId } from 'node:worker_threads'

import { build } from 'esbuild'
import { afterEach, expect, test } from 'vitest'

import type { ComputeError } from '../src/index.ts'
import { NodeCompute, type NodeComputeOptions } from '../src/node.ts'
import { exitTask, threadTask, uncloneableTask } from './support/compute-tasks.ts'

const workerUrl = new URL('./support/compute-worker.ts', import.meta.url)
const made: NodeCompute[] = []

function computeOf(options: NodeComputeOptions): NodeCompute {
  const compute = new NodeCompute(options)
  made.push(compute)
  return compute
}

afterEach(async () => {
  for (const compute of made.splice(0)) await compute.close()
})

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: ComputeError) => error.code,
  )

test('a task whose thread ends is rejected, and the next one gets a fresh thread', async () => {
  const compute = computeOf({ workerUrl })
  expect(await codeOf(compute.run(exitTask, 3))).toBe('COMPUTE_WORKER_DIED')
  await expect(compute.run(uncloneableTask, null)).rejects.toThrow('could not be cloned')
})

test('a module that cannot be started rejects the task', async () => {
  const compute = computeOf({ workerUrl: new URL('./missing.ts', import.meta.url) })
  expect(await codeOf(compute.run(threadTask, null))).toBe('COMPUTE_WORKER_DIED')
})

test('an output that cannot be handed over is the failure of its task alone', async () => {
  const compute = computeOf({ workerUrl })
  const outcomes = await Promise.allSettled([
    compute.run(uncloneableTask, null),
    compute.run(threadTask, null),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})

test('a task that the worker does not know, or for which there is no worker, runs here', async () => {
  expect(await computeOf({ workerUrl }).run(threadTask, null)).toBe(threadId)
  expect(await computeOf({}).run(threadTask, null)).toBe(threadId)
  expect(await computeOf({ workerUrl, workers: 0 }).run(threadTask, null)).toBe(threadId)
})

test('a full queue refuses, and closing answers what waits and what comes after', async () => {
  const compute = computeOf({ workerUrl, queuedTasksMax: 2 })
  const running = [1, 2, 3].map(() => codeOf(compute.run(threadTask, null)))
  expect(await codeOf(compute.run(threadTask, null))).toBe('COMPUTE_QUEUE_FULL')
  await compute.close()
  expect(await Promise.all(running)).toEqual(Array.from(running, () => 'COMPUTE_CLOSED'))
  expect(await codeOf(compute.run(threadTask, null))).toBe('COMPUTE_CLOSED')
})

test('a program bundled into one file serves its tasks from a second run of that file', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'samsa-bundle-'))
  try {
    const outfile = join(directory, 'program.mjs')
    const entry = fileURLToPath(new URL('./support/compute-bundle.ts', import.meta.url))
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
    })
    const { stdout } = await promisify(execFile)(process.execPath, [outfile])
    const answer = JSON.parse(stdout) as { threadId: number; text: string }
    expect(answer.text).toBe('DONE')
    expect(answer.threadId).toBeGreaterThan(0)
  } finally {
    await rm(directory, { recursive: true })
  }
})
