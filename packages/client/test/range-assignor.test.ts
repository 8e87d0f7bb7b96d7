import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignRanges, type MemberSubscription } from '../src/index.ts'

const member = (
  memberId: string,
  topics: readonly string[],
  groupInstanceId: string | null = null,
): MemberSubscription => ({ memberId, topics, groupInstanceId })

const textOf = (assigned: ReturnType<typeof assignRanges>): Record<string, string> =>
  Object.fromEntries(
    [...assigned].map(([id, partitions]) => [
      id,
      partitions.map(({ topic, partition }) => `${topic}${partition}`).join(' '),
    ]),
  )

describe('range assignor', () => {
  test('partitions are given in ranges, and the first members get one more', () => {
    const members = [member('b', ['t', 'u']), member('a', ['t', 'u'])]
    const assigned = assignRanges(members, new Map(Object.entries({ t: 3, u: 1 })))
    expect(textOf(assigned)).toEqual({ a: 't0 t1 u0', b: 't2' })
  })

  test('static members come first, by their own names', () => {
    const members = [member('a', ['t']), member('z', ['t'], 'i1'), member('y', ['t'], 'i2')]
    const assigned = assignRanges(members, new Map([['t', 3]]))
    expect(textOf(assigned)).toEqual({ z: 't0', y: 't1', a: 't2' })
  })

  test('a topic that does not exist gives nothing, and its members keep an entry', () => {
    expect(textOf(assignRanges([member('a', ['gone'])], new Map()))).toEqual({ a: '' })
  })

  test('every partition of a wanted topic has one owner that wants it, shares differ by one at most', () => {
    const topic = fc.constantFrom('t', 'u', 'v')
    const subscriptions = fc.array(fc.uniqueArray(topic), { minLength: 1, maxLength: 8 })
    const counts = fc.record({ t: fc.nat(20), u: fc.nat(20), v: fc.nat(20) })
    fc.assert(
      fc.property(subscriptions, counts, (topicsOf, count) => {
        const members = topicsOf.map((topics, index) => member(`m${index}`, topics))
        const assigned = assignRanges(members, new Map(Object.entries(count)))
        for (const [name, partitions] of Object.entries(count)) {
          const wanting = members.filter(({ topics }) => topics.some((one) => one === name))
          const shares = wanting.map(({ memberId }) =>
            assigned.get(memberId)!.filter((one) => one.topic === name),
          )
          const owned = shares.flat().map(({ partition }) => partition)
          const expected = wanting.length === 0 ? 0 : partitions
          expect(owned.sort((one, other) => one - other)).toEqual([...Array(expected).keys()])
          const sizes = shares.map(({ length }) => length)
          if (sizes.length > 0) {
            expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
          }
        }
        const total = [...assigned.values()].flat().length
        const wanted = new Set<string>(topicsOf.flat())
        const sum = Object.entries(count).filter(([name]) => wanted.has(name))
        expect(total).toBe(sum.reduce((all, [, partitions]) => all + partitions, 0))
      }),
    )
  })
})
