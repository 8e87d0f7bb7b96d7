import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Watcher, WatchList } from '../../src/purgatory/watch-list.ts'

class Named extends Watcher {
  readonly name: number
  readonly #woken: number[]

  constructor(name: number, woken: number[]) {
    super()
    this.name = name
    this.#woken = woken
  }

  override onChange(): void {
    this.#woken.push(this.name)
  }
}

test('watchers are told once, in order, and are out of the list then', () => {
  const woken: number[] = []
  const list = new WatchList()
  const watchers = [0, 1, 2].map((name) => new Named(name, woken))
  for (const watcher of watchers) list.add(watcher)
  list.add(watchers[1]!)
  expect(list.size).toBe(3)
  list.wakeAll()
  list.wakeAll()
  expect(woken).toEqual([0, 1, 2])
  expect(list.size).toBe(0)
  expect(watchers.every(({ list: of }) => of === undefined)).toBe(true)
})

test('a watcher watches one partition', () => {
  const watcher = new Named(0, [])
  new WatchList().add(watcher)
  expect(() => new WatchList().add(watcher)).toThrow('one partition')
})

test('whatever joins and leaves, exactly those in the list are told, in order of arrival', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('add', 'leave', 'wake'), fc.nat(5)))
  fc.assert(
    fc.property(steps, (history) => {
      const woken: number[] = []
      const list = new WatchList()
      const watchers = Array.from({ length: 6 }, (_, name) => new Named(name, woken))
      let expected: number[] = []
      const told: number[] = []
      for (const [what, name] of history) {
        if (what === 'add') {
          list.add(watchers[name]!)
          if (!expected.includes(name)) expected.push(name)
        } else if (what === 'leave') {
          watchers[name]!.unwatch()
          expected = expected.filter((other) => other !== name)
        } else {
          list.wakeAll()
          told.push(...expected)
          expected = []
        }
        expect(list.size).toBe(expected.length)
      }
      expect(woken).toEqual(told)
    }),
  )
})
