import type { ComputeTask } from '@samsa/base'
import { expect } from 'vitest'

import type { DoorCase } from './conformance.ts'

class TaskFailure extends Error {
  override readonly name = 'TaskFailure'
  readonly code = 'TASK_FAILED'
}

const sumTask: ComputeTask<readonly Uint8Array[], { sum: number; count: number }> = {
  name: 'conformance/sum',
  run(parts) {
    let sum = 0
    for (const part of parts) for (const byte of part) sum += byte
    return { sum, count: parts.length }
  },
}

const doubleTask: ComputeTask<Uint8Array, Uint8Array> = {
  name: 'conformance/double',
  run: (bytes) => bytes.map((byte) => byte * 2),
}

const failTask: ComputeTask<string, never> = {
  name: 'conformance/fail',
  run(message) {
    throw new TaskFailure(message)
  },
}

/** For the worker that serves them. */
export const conformanceTasks: readonly ComputeTask<never, unknown>[] = [
  sumTask,
  doubleTask,
  failTask,
]

export const computeCases: readonly DoorCase[] = [
  {
    promise: 'a task answers with what it computed, arrays of bytes in and out',
    async check({ doors: { compute } }) {
      const parts = [Uint8Array.of(1, 2, 3), new Uint8Array(100_000).fill(1)]
      expect(await compute.run(sumTask, parts)).toEqual({ sum: 100_006, count: 2 })
      expect(await compute.run(doubleTask, Uint8Array.of(1, 2, 3))).toEqual(Uint8Array.of(2, 4, 6))
    },
  },
  {
    promise: 'views of a larger buffer arrive as the bytes they show',
    async check({ doors: { compute } }) {
      const whole = Uint8Array.from({ length: 64 }, (_, index) => index)
      expect(await compute.run(doubleTask, whole.subarray(10, 13))).toEqual(
        Uint8Array.of(20, 22, 24),
      )
      expect(whole[10]).toBe(10)
    },
  },
  {
    promise: 'what a task throws rejects the call, with its name, message and code',
    async check({ doors: { compute } }) {
      const failure: unknown = await compute.run(failTask, 'no such luck').catch((error) => error)
      expect(failure).toMatchObject({
        name: 'TaskFailure',
        message: 'no such luck',
        code: 'TASK_FAILED',
      })
    },
  },
  {
    promise: 'a task never completes inside the call',
    async check({ doors: { compute } }) {
      let isOver = false
      const running = compute.run(sumTask, []).then(() => (isOver = true))
      await Promise.resolve()
      expect(isOver).toBe(false)
      await running
      expect(isOver).toBe(true)
    },
  },
  {
    promise: 'many tasks at once each get their own answer, failures among them',
    async check({ doors: { compute } }) {
      const answers = await Promise.allSettled(
        Array.from({ length: 40 }, (_, index) =>
          index % 10 === 9
            ? compute.run(failTask, `${index}`)
            : compute.run(sumTask, [Uint8Array.of(index)]),
        ),
      )
      for (const [index, answer] of answers.entries()) {
        if (index % 10 === 9) expect(answer.status).toBe('rejected')
        else expect(answer).toMatchObject({ value: { sum: index, count: 1 } })
      }
    },
  },
]
