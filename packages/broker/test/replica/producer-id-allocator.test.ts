import { expect, test } from 'vitest'
import { Completion } from '@samsa/base'
import type { ProducerIdsBlock } from '../../src/controller/operations/allocate-producer-ids.ts'
import type { NextProducerId } from '../../src/replica/producer-ids.ts'
import { ProducerIdAllocator } from '../../src/replica/producer-id-allocator.ts'

/** A controller that answers when the test says so. */
class Blocks {
  readonly asked: Completion<ProducerIdsBlock>[] = []
  readonly allocator: ProducerIdAllocator = new ProducerIdAllocator({
    allocateBlock: () => {
      const completion = new Completion<ProducerIdsBlock>()
      this.asked.push(completion)
      return completion
    },
  })

  give(index: number, first: number, size: number): void {
    this.asked[index]!.resolve({ errorCode: 0, first, size })
  }

  next(): () => NextProducerId | undefined {
    let got: NextProducerId | undefined
    this.allocator.next().whenSettled(
      (id) => (got = id),
      () => {},
    )
    return () => got
  }
}

test('ids come in order out of a block, which is asked for once', () => {
  const blocks = new Blocks()
  const waiting = [blocks.next(), blocks.next()]
  expect(blocks.asked).toHaveLength(1)
  blocks.give(0, 3000, 1000)
  expect(waiting.map((get) => get()?.producerId)).toEqual([3000, 3001])
  expect(blocks.next()()?.producerId).toBe(3002)
})

test('the next block is asked for before the current one is used up', () => {
  const blocks = new Blocks()
  const first = blocks.next()
  blocks.give(0, 0, 10)
  expect(first()?.producerId).toBe(0)
  for (let id = 1; id < 8; id++) expect(blocks.next()()?.producerId).toBe(id)
  expect(blocks.asked).toHaveLength(1)
  expect(blocks.next()()?.producerId).toBe(8)
  expect(blocks.asked).toHaveLength(2)
  blocks.give(1, 500, 10)
  expect(blocks.next()()?.producerId).toBe(9)
  expect(blocks.next()()?.producerId).toBe(500)
})

test('more waiters than a block has ids wait for the next one', () => {
  const blocks = new Blocks()
  const waiting = [blocks.next(), blocks.next(), blocks.next()]
  blocks.give(0, 0, 2)
  expect(waiting.map((get) => get()?.producerId)).toEqual([0, 1, undefined])
  blocks.give(1, 70, 2)
  expect(waiting[2]!()?.producerId).toBe(70)
})

test('without a controller clients are told to come back, and the next one asks again', () => {
  const blocks = new Blocks()
  const waiting = [blocks.next(), blocks.next()]
  blocks.asked[0]!.resolve({ errorCode: 41, first: -1, size: 0 })
  expect(waiting.map((get) => get())).toEqual([
    { errorCode: 14, producerId: -1 },
    { errorCode: 14, producerId: -1 },
  ])
  const later = blocks.next()
  blocks.asked[1]!.reject(new Error('the controller is gone'))
  expect(later()?.errorCode).toBe(14)
  const last = blocks.next()
  blocks.give(2, 9000, 1000)
  expect(last()).toEqual({ errorCode: 0, producerId: 9000 })
})
