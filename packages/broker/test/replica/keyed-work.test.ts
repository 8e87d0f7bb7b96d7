import { expect, test } from 'vitest'
import { KeyedWork } from '../../src/replica/keyed-work.ts'

/** Work that the test ends. */
class Gate {
  readonly started: string[] = []
  readonly #open: Map<string, () => void> = new Map()

  work(name: string): () => Promise<void> {
    return () => {
      this.started.push(name)
      return new Promise((resolve) => this.#open.set(name, resolve))
    }
  }

  async end(name: string): Promise<void> {
    this.#open.get(name)!()
    for (let turns = 0; turns < 10; turns++) await Promise.resolve()
  }
}

const failNever = (): void => {
  throw new Error('no work fails here')
}

test('work on one key runs in order, on different keys side by side', async () => {
  const gate = new Gate()
  const keyed = new KeyedWork(8, failNever)
  keyed.add('a', gate.work('a1'))
  keyed.add('a', gate.work('a2'))
  keyed.add('b', gate.work('b1'))
  expect(gate.started).toEqual(['a1', 'b1'])
  expect([keyed.has('a'), keyed.has('c')]).toEqual([true, false])
  await gate.end('a1')
  expect(gate.started).toEqual(['a1', 'b1', 'a2'])
})

test('no more keys are worked on at once than allowed', async () => {
  const gate = new Gate()
  const keyed = new KeyedWork(2, failNever)
  for (const name of ['a', 'b', 'c', 'd']) keyed.add(name, gate.work(name))
  expect(gate.started).toEqual(['a', 'b'])
  await gate.end('b')
  expect(gate.started).toEqual(['a', 'b', 'c'])
})

test('work that fails is told of and keeps nobody waiting', async () => {
  const told: unknown[] = []
  const seen: string[] = []
  const keyed = new KeyedWork(1, (key, error) => told.push([key, (error as Error).message]))
  keyed.add('a', () => Promise.reject(new Error('broken')))
  keyed.add('a', () => Promise.resolve(void seen.push('a2')))
  keyed.add('b', () => Promise.resolve(void seen.push('b1')))
  await keyed.whenIdle()
  expect(told).toEqual([['a', 'broken']])
  expect(seen).toEqual(['a2', 'b1'])
})

test('idle means that nothing runs and nothing waits', async () => {
  const gate = new Gate()
  const keyed = new KeyedWork(1, failNever)
  await keyed.whenIdle()
  keyed.add('a', gate.work('a'))
  keyed.add('b', gate.work('b'))
  let isIdle = false
  void keyed.whenIdle().then(() => (isIdle = true))
  await gate.end('a')
  expect(isIdle).toBe(false)
  await gate.end('b')
  expect(isIdle).toBe(true)
})
