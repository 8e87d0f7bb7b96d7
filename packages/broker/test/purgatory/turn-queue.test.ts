import { expect, test } from 'vitest'
import { TurnQueue, type TurnJob } from '../../src/purgatory/turn-queue.ts'

const job = (run: () => void): TurnJob => ({ runTurn: run })

test('jobs run after the current turn, in order, in one go', async () => {
  const queue = new TurnQueue()
  const seen: string[] = []
  queue.add(job(() => seen.push('a')))
  queue.add(job(() => seen.push('b')))
  seen.push('now')
  expect(queue.length).toBe(2)
  await Promise.resolve()
  expect(seen).toEqual(['now', 'a', 'b'])
  expect(queue.length).toBe(0)
})

test('what a job adds runs in a turn of its own', () => {
  const turns: (() => void)[] = []
  const queue = new TurnQueue((run) => turns.push(run))
  const seen: string[] = []
  queue.add(
    job(() => {
      seen.push('a')
      queue.add(job(() => seen.push('b')))
    }),
  )
  turns.shift()!()
  expect(seen).toEqual(['a'])
  turns.shift()!()
  expect(seen).toEqual(['a', 'b'])
  expect(turns).toEqual([])
})

test('a job that throws does not take the others with it', () => {
  const turns: (() => void)[] = []
  const queue = new TurnQueue((run) => turns.push(run))
  const seen: string[] = []
  queue.add(
    job(() => {
      throw new Error('broken')
    }),
  )
  queue.add(job(() => seen.push('b')))
  expect(turns.shift()!).toThrow('broken')
  turns.shift()!()
  expect(seen).toEqual(['b'])
})
