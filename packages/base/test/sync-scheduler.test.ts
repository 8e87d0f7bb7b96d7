import fc from 'fast-check'
import { expect, test } from 'vitest'

import { newDirectorySyncs, newFileSyncs, SyncScheduler } from '../src/disk-parts.ts'
import { type DiskDone, DiskError } from '../src/index.ts'

/** A scheduler whose syncs end when the test says so. */
function scene(names: readonly string[]): {
  readonly running: { readonly name: string; readonly done: DiskDone }[]
  readonly sync: (name: string, syncClass: 'quorum' | 'flush', done?: DiskDone) => void
  readonly finish: (name: string, error?: DiskError) => void
} {
  const running: { readonly name: string; readonly done: DiskDone }[] = []
  const scheduler = new SyncScheduler<string>((name, done) => running.push({ name, done }))
  const directory = newDirectorySyncs<string>()
  const files = new Map(names.map((name) => [name, newFileSyncs(name, directory)]))
  return {
    running,
    sync(name, syncClass, done = () => {}) {
      const file = files.get(name)
      if (file !== undefined) scheduler.sync(file, syncClass, done)
    },
    finish(name, error) {
      const index = running.findIndex((sync) => sync.name === name)
      const [sync] = running.splice(index, 1)
      sync?.done(error ?? null)
    },
  }
}

const namesOf = (running: readonly { readonly name: string }[]): string[] =>
  running.map(({ name }) => name)

test('one flush of a directory runs at a time, and a quorum sync does not wait for it', () => {
  const { running, sync, finish } = scene(['a', 'b', 'meta'])
  sync('a', 'flush')
  sync('b', 'flush')
  expect(namesOf(running)).toEqual(['a'])
  sync('meta', 'quorum')
  expect(namesOf(running)).toEqual(['a', 'meta'])
  finish('a')
  expect(namesOf(running)).toEqual(['meta', 'b'])
})

test('quorum syncs use both places and come before flushes that wait longer', () => {
  const { running, sync, finish } = scene(['a', 'b', 'x', 'y', 'z'])
  sync('a', 'flush')
  sync('b', 'flush')
  sync('x', 'quorum')
  sync('y', 'quorum')
  sync('z', 'quorum')
  expect(namesOf(running)).toEqual(['a', 'x'])
  finish('a')
  expect(namesOf(running)).toEqual(['x', 'y'])
  finish('x')
  expect(namesOf(running)).toEqual(['y', 'z'])
  finish('y')
  expect(namesOf(running)).toEqual(['z', 'b'])
})

test('callers that come while a sync of their file runs share one that starts after it', () => {
  const { running, sync, finish } = scene(['a'])
  const answered: number[] = []
  sync('a', 'flush', () => answered.push(1))
  sync('a', 'flush', () => answered.push(2))
  sync('a', 'flush', () => answered.push(3))
  expect(namesOf(running)).toEqual(['a'])
  finish('a')
  expect(answered).toEqual([1])
  expect(namesOf(running)).toEqual(['a'])
  finish('a')
  expect(answered).toEqual([1, 2, 3])
  expect(running).toEqual([])
})

test('a quorum caller that joins a waiting flush lifts it before the others', () => {
  const { running, sync, finish } = scene(['a', 'b', 'c'])
  sync('a', 'flush')
  sync('b', 'flush')
  sync('c', 'flush')
  sync('c', 'quorum')
  expect(namesOf(running)).toEqual(['a', 'c'])
  finish('c')
  finish('a')
  expect(namesOf(running)).toEqual(['b'])
})

test('a failure reaches the callers of that sync and no others', () => {
  const { sync, finish } = scene(['a'])
  const answers: string[] = []
  const error = new DiskError('DISK_IO', 'sync', 'a', 'broken')
  sync('a', 'flush', (failure) => answers.push(`1 ${failure?.code}`))
  sync('a', 'flush', (failure) => answers.push(`2 ${failure?.code}`))
  finish('a', error)
  finish('a')
  expect(answers).toEqual(['1 DISK_IO', '2 undefined'])
})

test('whatever is asked for when: two run, one flush among them, no file twice, all are answered', () => {
  const names = ['a', 'b', 'c', 'd']
  const action = fc.oneof(
    fc.record({
      name: fc.constantFrom(...names),
      syncClass: fc.constantFrom('quorum' as const, 'flush' as const),
    }),
    fc.nat(3),
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 80 }), (actions) => {
      const { running, sync, finish } = scene(names)
      let asked = 0
      let answered = 0
      const check = (): void => {
        expect(running.length).toBeLessThanOrEqual(2)
        expect(new Set(namesOf(running)).size).toBe(running.length)
      }
      for (const current of actions) {
        if (typeof current === 'number') {
          const target = running[current % Math.max(1, running.length)]
          if (target !== undefined) finish(target.name)
        } else {
          asked++
          sync(current.name, current.syncClass, () => answered++)
        }
        check()
      }
      while (running.length > 0) finish(running[0]?.name ?? '')
      expect(answered).toBe(asked)
    }),
  )
})
