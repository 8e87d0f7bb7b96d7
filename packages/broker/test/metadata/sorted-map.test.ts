import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SortedMap } from '../../src/metadata/sorted-map.ts'

/** Few enough keys that deletions hit, enough for three levels. */
const key = fc.oneof(
  fc.nat(3000).map((number) => `key-${number}`),
  fc.string({ maxLength: 3 }),
)
const changes = fc.array(fc.tuple(key, fc.option(fc.nat(), { nil: undefined })), {
  maxLength: 400,
})

const sorted = (map: ReadonlyMap<string, number>): [string, number][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1))

test('it holds what a plain map holds, in ascending order', () => {
  fc.assert(
    fc.property(changes, key, (list, from) => {
      const plain = new Map<string, number>()
      for (const [name, value] of list) {
        if (value === undefined) plain.delete(name)
        else plain.set(name, value)
      }
      const map = SortedMap.empty<number>().with(list)
      expect(map.size).toBe(plain.size)
      expect([...map.entries()]).toEqual(sorted(plain))
      expect([...map.entries(from)]).toEqual(sorted(plain).filter(([name]) => name >= from))
      for (const [name] of list) expect(map.get(name)).toBe(plain.get(name))
      expect(map.get('absent')).toBeUndefined()
    }),
  )
})

test('a change leaves earlier versions as they were', () => {
  fc.assert(
    fc.property(changes, (list) => {
      let map = SortedMap.empty<number>()
      const versions: [SortedMap<number>, [string, number][]][] = []
      for (const change of list.slice(0, 60)) {
        map = map.with([change])
        versions.push([map, [...map.entries()]])
      }
      for (const [version, entries] of versions) expect([...version.entries()]).toEqual(entries)
    }),
    { numRuns: 30 },
  )
})

test('ten thousand keys go in and out again, and every look-up on the way is right', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `topic-${(index * 7919) % 10_000}`)
  let map = SortedMap.empty<string>()
  for (const name of names) map = map.set(name, name)
  expect(map.size).toBe(10_000)
  expect(names.every((name) => map.get(name) === name)).toBe(true)
  for (const [index, name] of names.entries()) {
    map = map.delete(name)
    if (index % 1000 === 0) {
      expect(names.slice(index + 1).every((left) => map.get(left) === left)).toBe(true)
    }
  }
  expect([map.size, ...map.entries()]).toEqual([0])
})

test('setting a value that is there replaces it; deleting what is not there changes nothing', () => {
  const map = SortedMap.empty<number>().set('a', 1)
  expect([...map.set('a', 2).entries()]).toEqual([['a', 2]])
  expect(map.delete('b')).toBe(map)
})
