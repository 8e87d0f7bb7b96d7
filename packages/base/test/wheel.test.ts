import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Wheel } from '../src/index.ts'
import { ManualClock } from './support/manual-clock.ts'

test('a timeout runs at its deadline or within the next millisecond, never before', () => {
  const deadline = fc.oneof(
    fc.double({ min: 0, max: 200, noNaN: true }),
    fc.double({ min: 0, max: 10_000, noNaN: true }),
    fc.double({ min: 0, max: 90_000_000, noNaN: true }),
  )
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.array(deadline, { minLength: 1, maxLength: 40 }),
      (startMs, delays) => {
        const clock = new ManualClock(startMs)
        const wheel = new Wheel(clock)
        const ran: number[] = []
        for (const [index, delayMs] of delays.entries()) {
          const deadlineMs = startMs + delayMs
          wheel.schedule(deadlineMs, () => {
            ran.push(index)
            expect(clock.nowMs).toBeGreaterThanOrEqual(deadlineMs)
            expect(clock.nowMs).toBeLessThan(deadlineMs + 1.001)
          })
        }
        clock.advanceTo(startMs + 100_000_000)
        expect(ran.slice().sort((a, b) => a - b)).toEqual(delays.map((_, index) => index))
        expect(wheel.count).toBe(0)
      },
    ),
  )
})

type Step =
  | { readonly kind: 'schedule'; readonly delayMs: number }
  | { readonly kind: 'cancel'; readonly which: number }
  | { readonly kind: 'advance'; readonly ms: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('schedule'), delayMs: fc.integer({ min: -50, max: 100_000 }) }),
  fc.record({ kind: fc.constant('schedule'), delayMs: fc.integer({ min: 0, max: 70 }) }),
  fc.record({ kind: fc.constant('cancel'), which: fc.nat(30) }),
  fc.record({ kind: fc.constant('advance'), ms: fc.integer({ min: 0, max: 5000 }) }),
)

test('the wheel runs what a list of deadlines says, whatever is scheduled and cancelled when', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const clock = new ManualClock(123.25)
      const wheel = new Wheel(clock)
      const ran = new Set<number>()
      const model = new Map<number, { deadlineMs: number; cancel: () => void }>()
      let next = 0
      for (const current of steps) {
        if (current.kind === 'schedule') {
          const id = next++
          const deadlineMs = clock.nowMs + current.delayMs
          const timer = wheel.schedule(deadlineMs, () => ran.add(id))
          model.set(id, { deadlineMs, cancel: () => timer.cancel() })
        } else if (current.kind === 'cancel') {
          const id = [...model.keys()][current.which]
          if (id !== undefined) model.get(id)?.cancel()
          if (id !== undefined) model.delete(id)
        } else {
          clock.advanceTo(clock.nowMs + current.ms + 1)
          for (const [id, { deadlineMs }] of model) {
            if (deadlineMs + 1 > clock.nowMs) continue
            expect(ran.has(id)).toBe(true)
            model.delete(id)
            ran.delete(id)
          }
          for (const id of ran) {
            expect(model.get(id)?.deadlineMs).toBeLessThanOrEqual(clock.nowMs)
            model.delete(id)
          }
          ran.clear()
        }
        expect(wheel.count).toBe(model.size)
      }
    }),
    { numRuns: 300 },
  )
})

test('deadlines are kept in order to the millisecond', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 60 }), (delays) => {
      const clock = new ManualClock()
      const wheel = new Wheel(clock)
      const ran: number[] = []
      for (const delayMs of delays) wheel.schedule(delayMs, () => ran.push(delayMs))
      clock.advanceTo(400_000)
      expect(ran).toEqual(delays.slice().sort((a, b) => a - b))
    }),
  )
})

test('ten thousand timeouts share one timer of the clock', () => {
  const clock = new ManualClock()
  const wheel = new Wheel(clock)
  for (let index = 0; index < 10_000; index++) wheel.schedule(5000 + index, () => {})
  expect(clock.pendingCount).toBe(1)
  expect(clock.setCount).toBe(1)
})

test('an empty wheel sleeps without a timer', () => {
  const clock = new ManualClock()
  const wheel = new Wheel(clock)
  let runs = 0
  wheel.schedule(100, () => runs++)
  clock.advanceTo(1000)
  expect(runs).toBe(1)
  expect(clock.pendingCount).toBe(0)
})

test('timeouts that are renewed before they are due wake the wheel seldom', () => {
  const clock = new ManualClock()
  const wheel = new Wheel(clock)
  let timer = wheel.schedule(500, () => expect.unreachable())
  for (let ms = 5; ms < 10_000; ms += 5) {
    clock.advanceTo(ms)
    timer.cancel()
    timer = wheel.schedule(ms + 500, () => expect.unreachable())
  }
  expect(wheel.count).toBe(1)
  expect(clock.setCount).toBeLessThan(400)
})

test('a timeout that is due already runs in a later turn', () => {
  const clock = new ManualClock(1000)
  const wheel = new Wheel(clock)
  let runs = 0
  wheel.schedule(10, () => runs++)
  expect(runs).toBe(0)
  clock.advanceTo(1000)
  expect(runs).toBe(1)
})

test('a callback may schedule and cancel others that are due at the same time', () => {
  const clock = new ManualClock()
  const wheel = new Wheel(clock)
  const ran: string[] = []
  wheel.schedule(10, () => {
    ran.push('first')
    second.cancel()
    wheel.schedule(10, () => ran.push('third'))
  })
  const second = wheel.schedule(10, () => ran.push('second'))
  clock.advanceTo(20)
  expect(ran).toEqual(['first', 'third'])
  expect(wheel.count).toBe(0)
})

test('a callback that throws does not take the others with it', () => {
  const clock = new ManualClock()
  const wheel = new Wheel(clock)
  const ran: string[] = []
  wheel.schedule(10, () => {
    throw new Error('broken')
  })
  wheel.schedule(10, () => ran.push('same time'))
  wheel.schedule(30, () => ran.push('later'))
  expect(() => clock.advanceTo(50)).toThrow('broken')
  clock.advanceTo(50)
  expect(ran).toEqual(['same time', 'later'])
})

test('after a stall nothing expires before a turn of I/O has passed', () => {
  const clock = new ManualClock()
  const wheel = new Wheel(clock)
  const expired: string[] = []
  wheel.schedule(100, () => expired.push('silent'))
  const alive = wheel.schedule(100, () => expired.push('alive'))
  clock.stallTo(5000)
  expect(expired).toEqual([])
  // What had arrived during the stall is read now.
  alive.cancel()
  clock.passIo()
  expect(expired).toEqual(['silent'])
})

test('a liveness timeout gets the length of the stall on top, a plain one does not', () => {
  const clock = new ManualClock()
  const wheel = new Wheel(clock)
  const expired: string[] = []
  wheel.scheduleLiveness(100, () => expired.push('session'))
  wheel.schedule(100, () => expired.push('fetch wait'))
  clock.stallTo(600)
  clock.passIo()
  expect(expired).toEqual(['fetch wait'])
  expect(wheel.count).toBe(1)
  clock.advanceTo(700)
  expect(expired).toEqual(['fetch wait', 'session'])
})

test('a closed wheel runs nothing, not even what was due', () => {
  const clock = new ManualClock()
  const wheel = new Wheel(clock)
  wheel.schedule(10, () => wheel.close())
  wheel.schedule(10, () => expect.unreachable())
  wheel.schedule(5000, () => expect.unreachable())
  clock.advanceTo(10_000)
  expect(clock.pendingCount).toBe(0)
  expect(() => wheel.schedule(1, () => {})).toThrow('closed wheel')
})

test('a wheel that began at a fraction of a millisecond does not wake again and again for one deadline', () => {
  for (const startMs of [9.172661984339357e-10, 0.1, 0.7, 5e-324, 63.3]) {
    const clock = new ManualClock(startMs)
    const wheel = new Wheel(clock)
    let ranCount = 0
    for (let delayMs = 1; delayMs < 5000; delayMs += 13.019) {
      wheel.schedule(startMs + delayMs, () => ranCount++)
    }
    const setTimer = clock.setTimer.bind(clock)
    clock.setTimer = (delayMs, callback) => {
      expect(clock.setCount).toBeLessThan(5000)
      return setTimer(delayMs, callback)
    }
    clock.advanceTo(startMs + 6000)
    expect(ranCount).toBe(Math.ceil(4999 / 13.019))
  }
})
