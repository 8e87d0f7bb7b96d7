import fc from 'fast-check'
import { expect, test } from 'vitest'

import { EventQueue, Phase, type SimEvent } from '../src/doors/event-queue.ts'
import { Prng } from '../src/index.ts'

test('a seed always draws the same numbers, on every machine', () => {
  const prng = new Prng(42)
  const words = Array.from({ length: 4 }, () => prng.word())
  expect(words).toEqual([660_444_221, 3_652_823_732, 77_672_526, 910_233_633])
})

test('streams of different names or seeds have nothing in common', () => {
  const draw = (prng: Prng): string => Array.from({ length: 4 }, () => prng.word()).join()
  const drawn = [
    draw(Prng.of(1, 'disk')),
    draw(Prng.of(1, 'net')),
    draw(Prng.of(2, 'disk')),
    draw(Prng.of(1, 'disk/')),
  ]
  expect(new Set(drawn).size).toBe(4)
  expect(draw(Prng.of(1, 'disk'))).toBe(drawn[0])
})

test('the bits of the words are even', () => {
  const prng = new Prng(7)
  const ones = new Array<number>(32).fill(0)
  for (let draw = 0; draw < 4000; draw++) {
    const word = prng.word()
    for (let bit = 0; bit < 32; bit++) ones[bit] = (ones[bit] ?? 0) + ((word >>> bit) & 1)
  }
  for (const count of ones) expect(Math.abs(count - 2000)).toBeLessThan(200)
})

test('ranges include both ends and nothing beyond', () => {
  const prng = new Prng(9)
  const drawn = new Set(Array.from({ length: 500 }, () => prng.between(-2, 3)))
  expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3])
  expect(prng.between(5, 5)).toBe(5)
  expect(prng.chance(0)).toBe(false)
  expect(prng.chance(1)).toBe(true)
})

test('filled bytes do not depend on how they are aligned, only on their number', () => {
  const whole = new Prng(3).fill(new Uint8Array(11))
  const view = new Prng(3).fill(new Uint8Array(20).subarray(5, 16))
  expect([...view]).toEqual([...whole])
})

test('events leave the queue by time, then phase, then order of arrival', () => {
  const event = fc.record({
    atUs: fc.nat(20),
    phase: fc.constantFrom(Phase.timer, Phase.io, Phase.afterIo),
  })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 100 }), (events) => {
      const queue = new EventQueue()
      const made: SimEvent[] = events.map(({ atUs, phase }, seq) => ({
        atUs,
        phase,
        seq,
        owner: undefined,
        run: undefined,
      }))
      for (const entry of made) queue.push(entry)
      const left: SimEvent[] = []
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) left.push(next)
      const expected = made
        .slice()
        .sort((a, b) => a.atUs - b.atUs || a.phase - b.phase || a.seq - b.seq)
      expect(left).toEqual(expected)
    }),
  )
})
