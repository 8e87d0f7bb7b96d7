import { expect, test } from 'vitest'
import { offset } from '@samsa/base'
import { type CommitWaiter, CommitWaiters } from '../../src/purgatory/commit-waiters.ts'

const waiterAt = (at: number, heard: string[]): CommitWaiter => ({
  awaitedOffset: offset(at),
  onCommitted: () => void heard.push(`${at} committed`),
  onRefused: (errorCode) => void heard.push(`${at} refused ${errorCode}`),
})

test('those up to the high watermark are told, lowest offset first', () => {
  const heard: string[] = []
  const waiters = new CommitWaiters()
  for (const at of [5, 9, 7]) waiters.add(waiterAt(at, heard))
  waiters.advance(offset(4))
  expect(heard).toEqual([])
  waiters.advance(offset(7))
  expect(heard).toEqual(['5 committed', '7 committed'])
  expect(waiters.length).toBe(1)
})

test('one that gives up is not told, and a refusal reaches all that are left', () => {
  const heard: string[] = []
  const waiters = new CommitWaiters()
  const [first, second, third] = [5, 7, 9].map((at) => waiterAt(at, heard))
  for (const waiter of [first, second, third]) waiters.add(waiter!)
  waiters.remove(second!)
  waiters.remove(second!)
  waiters.refuseAll(6)
  expect(heard).toEqual(['5 refused 6', '9 refused 6'])
  expect(waiters.length).toBe(0)
})
