import type { Clock } from '@samsa/base'
import { expect } from 'vitest'

import type { DoorCase } from './conformance.ts'
import { acceptOne } from './net-probe.ts'

function sleep(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.setTimer(ms, resolve)
  })
}

export const clockCases: readonly DoorCase[] = [
  {
    promise: 'a timer without delay does not run inside the call that sets it',
    async check({ doors: { clock } }) {
      let isSet = false
      const ran = new Promise<boolean>((resolve) => {
        clock.setTimer(0, () => resolve(isSet))
      })
      isSet = true
      expect(await ran).toBe(true)
    },
  },
  {
    promise: 'a timer runs no earlier than its delay, fractions included',
    async check({ doors: { clock } }) {
      for (const delayMs of [0, 0.3, 1, 1.5, 2.9, 4.25, 7.999]) {
        const before = clock.monotonicMs()
        await sleep(clock, delayMs)
        expect(clock.monotonicMs() - before).toBeGreaterThanOrEqual(delayMs)
      }
    },
  },
  {
    promise: 'a cancelled timer never runs',
    async check({ doors: { clock } }) {
      let runs = 0
      const timer = clock.setTimer(1, () => runs++)
      const other = clock.setTimer(0, () => runs++)
      timer.cancel()
      other.cancel()
      await sleep(clock, 10)
      expect(runs).toBe(0)
    },
  },
  {
    promise: 'a timer may be cancelled twice, and after it has run',
    async check({ doors: { clock } }) {
      const cancelled = clock.setTimer(5, () => expect.unreachable())
      cancelled.cancel()
      cancelled.cancel()
      let runs = 0
      const timer = clock.setTimer(1, () => runs++)
      await sleep(clock, 10)
      timer.cancel()
      expect(runs).toBe(1)
    },
  },
  {
    promise: 'a timer that cancels another one due at the same time keeps it from running',
    async check({ doors: { clock } }) {
      const ran: string[] = []
      const both = [
        clock.setTimer(5, () => {
          ran.push('first')
          both[1]?.cancel()
        }),
        clock.setTimer(5, () => {
          ran.push('second')
          both[0]?.cancel()
        }),
      ]
      await sleep(clock, 20)
      expect(ran).toHaveLength(1)
    },
  },
  {
    promise: 'timers run in the order of their delays, not of being set',
    async check({ doors: { clock } }) {
      const ran: number[] = []
      const delays = [40, 10, 30, 0, 20]
      for (const delayMs of delays) clock.setTimer(delayMs, () => ran.push(delayMs))
      await sleep(clock, 60)
      expect(ran).toEqual([0, 10, 20, 30, 40])
    },
  },
  {
    promise: 'monotonic time never goes back and moves while nothing else happens',
    async check({ doors: { clock } }) {
      const start = clock.monotonicMs()
      let last = start
      let looks = 0
      while (last < start + 2) {
        const now = clock.monotonicMs()
        expect(now).toBeGreaterThanOrEqual(last)
        last = now
        looks++
      }
      expect(looks).toBeGreaterThan(1)
    },
  },
  {
    promise: 'wall time is whole milliseconds of this century and goes with monotonic time',
    async check({ doors: { clock } }) {
      const wallBefore = clock.wallMs()
      const before = clock.monotonicMs()
      await sleep(clock, 20)
      const passedMs = clock.monotonicMs() - before
      const wallPassedMs = clock.wallMs() - wallBefore
      expect(Number.isInteger(wallBefore)).toBe(true)
      expect(wallBefore).toBeGreaterThan(1_600_000_000_000)
      expect(Math.abs(wallPassedMs - passedMs)).toBeLessThan(50)
    },
  },
  {
    promise: 'what is asked for after I/O does not run inside the call, and comes once',
    async check({ doors: { clock } }) {
      let runs = 0
      clock.afterIo(() => runs++)
      expect(runs).toBe(0)
      await sleep(clock, 5)
      expect(runs).toBe(1)
    },
  },
  {
    promise:
      'after a stall, data that has come is handed out before what an overdue timer asks for after I/O',
    async check(world) {
      const { clock } = world.doors
      const { near, far, close } = await acceptOne(world)
      const seen = new Promise<number>((resolve) => {
        clock.setTimer(5, () => clock.afterIo(() => resolve(far.receivedBytes)))
      })
      near.socket.write([Buffer.from('alive')], () => {})
      world.stall(40)
      expect(await seen).toBe(5)
      await close()
    },
  },
]
