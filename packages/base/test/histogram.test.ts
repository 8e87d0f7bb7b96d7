import fc from 'fast-check'
import { expect, test } from 'vitest'

import { LogLinearHistogram } from '../src/histogram.ts'

const value: fc.Arbitrary<number> = fc.oneof(
  fc.double({ min: 0.001, max: 10, noNaN: true }),
  fc.double({ min: 0.001, max: 1e12, noNaN: true }),
  fc.nat(100_000).map((n) => n + 1),
)

test('a quantile is at least the exact one and at most a sixteenth above it', () => {
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, q) => {
        const histogram = new LogLinearHistogram()
        for (const recorded of values) histogram.record(recorded)
        const sorted = values.slice().sort((a, b) => a - b)
        const exact = sorted[Math.max(1, Math.ceil(q * values.length)) - 1] ?? NaN
        expect(histogram.quantile(q)).toBeGreaterThanOrEqual(exact)
        expect(histogram.quantile(q)).toBeLessThanOrEqual(exact * (1 + 1 / 16) + 2 ** -10)
      },
    ),
  )
})

test('count, sum and maximum are exact', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { maxLength: 100 }), (values) => {
      const histogram = new LogLinearHistogram()
      for (const recorded of values) histogram.record(recorded)
      expect(histogram.count).toBe(values.length)
      expect(histogram.sum).toBe(values.reduce((sum, recorded) => sum + recorded, 0))
      expect(histogram.max).toBe(Math.max(0, ...values))
    }),
  )
})

test('an empty histogram has quantile 0, and extremes land in the outermost buckets', () => {
  const histogram = new LogLinearHistogram()
  expect(histogram.quantile(0.99)).toBe(0)
  histogram.record(0)
  expect(histogram.quantile(1)).toBe(0)
  histogram.record(1e-300)
  histogram.record(1e300)
  histogram.record(1e301)
  expect(histogram.count).toBe(4)
  expect(histogram.quantile(0.5)).toBeLessThan(0.002)
  expect(histogram.quantile(1)).toBe(1e301)
})
