import { expect } from 'vitest'

import type { DoorCase } from './conformance.ts'

export const randomCases: readonly DoorCase[] = [
  {
    promise: 'bytes come in the number asked for, and differ from call to call',
    async check({ doors: { random } }) {
      for (const count of [0, 1, 3, 16, 1000]) expect(random.bytes(count)).toHaveLength(count)
      expect(random.bytes(16)).not.toEqual(random.bytes(16))
    },
  },
  {
    promise: 'an integer lies below its bound, for bounds of 1 to 2^32',
    async check({ doors: { random } }) {
      for (const below of [1, 2, 3, 10, 1000, 2 ** 31, 2 ** 32 - 1, 2 ** 32]) {
        for (let draw = 0; draw < 50; draw++) {
          const value = random.integer(below)
          expect(Number.isInteger(value) && value >= 0 && value < below).toBe(true)
        }
      }
    },
  },
  {
    promise: 'every integer below a small bound is drawn about as often as the others',
    async check({ doors: { random } }) {
      const counts = [0, 0, 0, 0, 0, 0]
      for (let draw = 0; draw < 6000; draw++) {
        const value = random.integer(6)
        counts[value] = (counts[value] ?? 0) + 1
      }
      for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(250)
    },
  },
  {
    promise: 'an integer below nothing, below a fraction or below more than 2^32 is refused',
    async check({ doors: { random } }) {
      for (const below of [0, -1, 1.5, 2 ** 32 + 1, NaN]) {
        expect(() => random.integer(below)).toThrow('integer below')
      }
    },
  },
  {
    promise: 'fractions lie in [0, 1) and use the whole of it',
    async check({ doors: { random } }) {
      let sum = 0
      for (let draw = 0; draw < 2000; draw++) {
        const value = random.fraction()
        expect(value >= 0 && value < 1).toBe(true)
        sum += value
      }
      expect(Math.abs(sum / 2000 - 0.5)).toBeLessThan(0.06)
    },
  },
  {
    promise: 'a uuid is a v4 one in 22 characters that no tool takes for an option',
    async check({ doors: { random } }) {
      const seen = new Set<string>()
      for (let draw = 0; draw < 300; draw++) {
        const text = random.uuid()
        const bytes = Buffer.from(text, 'base64url')
        expect(text).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/)
        expect((bytes[6] ?? 0) >> 4).toBe(4)
        expect((bytes[8] ?? 0) >> 6).toBe(2)
        seen.add(text)
      }
      expect(seen.size).toBe(300)
    },
  },
]
