import fc from 'fast-check'
import { expect, test } from 'vitest'

import { MemoryBudget } from '../src/index.ts'

test('what fits is reserved, and what does not is refused without being counted', () => {
  const budget = new MemoryBudget(100)
  expect(budget.tryReserve(60)).toBe(true)
  expect(budget.tryReserve(41)).toBe(false)
  expect(budget.tryReserve(40)).toBe(true)
  expect(budget.reservedBytes).toBe(100)
})

test('one request larger than the budget is let in when it is alone', () => {
  const budget = new MemoryBudget(100)
  expect(budget.tryReserve(500)).toBe(true)
  expect(budget.tryReserve(1)).toBe(false)
  budget.release(500)
  expect(budget.tryReserve(1)).toBe(true)
  expect(budget.tryReserve(500)).toBe(false)
})

test('waiters are served in order, and nobody overtakes them', () => {
  const budget = new MemoryBudget(100)
  const served: string[] = []
  budget.tryReserve(90)
  budget.waitFor(50, () => served.push('large'))
  budget.waitFor(6, () => served.push('small'))
  expect(budget.tryReserve(5)).toBe(false)
  budget.release(30)
  expect(served).toEqual([])
  budget.release(15)
  expect(served).toEqual(['large'])
  expect(budget.reservedBytes).toBe(95)
  budget.release(1)
  expect(served).toEqual(['large', 'small'])
  expect(budget.reservedBytes).toBe(100)
  expect(budget.waitingCount).toBe(0)
})

test('a waiter that gives up makes way for those behind it', () => {
  const budget = new MemoryBudget(100)
  const served: string[] = []
  budget.tryReserve(90)
  const large = budget.waitFor(50, () => served.push('large'))
  budget.waitFor(5, () => served.push('small'))
  large.cancel()
  large.cancel()
  expect(served).toEqual(['small'])
  expect(budget.reservedBytes).toBe(95)
})

test('releasing more than was reserved asserts', () => {
  const budget = new MemoryBudget(100)
  budget.tryReserve(10)
  expect(() => budget.release(11)).toThrow('more than were reserved')
})

test('a waiter may release and wait again inside its callback', () => {
  const budget = new MemoryBudget(10)
  const served: number[] = []
  budget.tryReserve(10)
  budget.waitFor(10, () => {
    served.push(1)
    budget.waitFor(10, () => served.push(3))
    budget.release(10)
  })
  budget.waitFor(10, () => {
    served.push(2)
    budget.release(10)
  })
  budget.release(10)
  expect(served).toEqual([1, 2, 3])
  expect(budget.reservedBytes).toBe(10)
})

test('the budget is exceeded only by a request that was alone, and all are served in the end', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 150 }), { maxLength: 40 }), (sizes) => {
      const budget = new MemoryBudget(100)
      const held: number[] = []
      let served = 0
      for (const bytes of sizes) {
        const take = (): void => {
          served++
          held.push(bytes)
        }
        if (budget.tryReserve(bytes)) take()
        else budget.waitFor(bytes, take)
        expect(budget.reservedBytes <= 100 || held.length === 1).toBe(true)
      }
      for (let bytes = held.shift(); bytes !== undefined; bytes = held.shift())
        budget.release(bytes)
      expect(served).toBe(sizes.length)
      expect(budget.reservedBytes).toBe(0)
    }),
  )
})
