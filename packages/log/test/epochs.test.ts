import { leaderEpoch, offset } from '@samsa/base'
import { expect, test } from 'vitest'
import { LeaderEpochCache } from '../src/epoch/leader-epoch-cache.ts'

function cacheOf(...pairs: readonly [number, number][]): LeaderEpochCache {
  const cache = new LeaderEpochCache()
  for (const [epoch, start] of pairs) cache.assign(leaderEpoch(epoch), offset(start))
  return cache
}

const pairsOf = (cache: LeaderEpochCache): number[][] =>
  cache.entries.map((entry) => [entry.epoch, entry.startOffset])

test('an epoch keeps its first start, and later entries that contradict a new one give way', () => {
  expect(pairsOf(cacheOf([1, 0], [1, 5], [3, 10]))).toEqual([
    [1, 0],
    [3, 10],
  ])
  expect(pairsOf(cacheOf([1, 0], [3, 10], [4, 10]))).toEqual([
    [1, 0],
    [4, 10],
  ])
  expect(pairsOf(cacheOf([1, 0], [5, 10], [3, 8]))).toEqual([
    [1, 0],
    [3, 8],
  ])
  expect(pairsOf(cacheOf([-1, 0], [2, -1]))).toEqual([])
})

test.each([
  ['the newest epoch ends at the log end', 7, { leaderEpoch: 7, endOffset: 90 }],
  ['an older one where the next begins', 4, { leaderEpoch: 4, endOffset: 50 }],
  ['one in between ends with the epoch below it', 5, { leaderEpoch: 4, endOffset: 50 }],
  ['one before all ends where the first begins', 1, { leaderEpoch: 1, endOffset: 20 }],
  ['one after all is not known', 8, { leaderEpoch: -1, endOffset: -1 }],
  ['none is not known', -1, { leaderEpoch: -1, endOffset: -1 }],
])('end of an epoch: %s', (_what, asked, expected) => {
  const cache = cacheOf([2, 20], [4, 30], [7, 50])
  expect(cache.endOffsetFor(leaderEpoch(asked), offset(90))).toEqual(expected)
})

test('the epoch of an offset is the last that began at or below it', () => {
  const cache = cacheOf([2, 20], [4, 30])
  expect([19, 20, 29, 30, 99].map((at) => cache.epochFor(offset(at)))).toEqual([-1, 2, 2, 4, 4])
})

test('entries go with the end and with the start of the log', () => {
  const cut = cacheOf([2, 20], [4, 30], [7, 50])
  cut.truncateFromEnd(offset(30))
  expect(pairsOf(cut)).toEqual([[2, 20]])
  const moved = cacheOf([2, 20], [4, 30], [7, 50])
  moved.truncateFromStart(offset(40))
  expect(pairsOf(moved)).toEqual([
    [4, 40],
    [7, 50],
  ])
})

test('only what has records is worth a write', () => {
  const cache = cacheOf([2, 0])
  expect([cache.needsWrite(offset(0)), cache.needsWrite(offset(1))]).toEqual([false, true])
  cache.noteWritten(cache.entries)
  expect(cache.needsWrite(offset(9))).toBe(false)
  cache.assign(leaderEpoch(5), offset(9))
  expect([cache.needsWrite(offset(9)), cache.needsWrite(offset(10))]).toEqual([false, true])
})
