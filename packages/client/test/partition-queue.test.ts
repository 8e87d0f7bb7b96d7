import { BatchView, createChecksum, createCompression, ErrorCode } from '@samsa/protocol'
import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../src/producer/produce-outcome.ts'
import { producerSettings } from '../src/producer/options.ts'
import { PartitionQueue, upperBoundOf } from '../src/producer/partition-queue.ts'
import type { ProducerBatch } from '../src/producer/producer-batch.ts'

const tools = {
  checksum: createChecksum({ native: undefined }),
  compression: createCompression({ lz4WasmBytes: undefined }),
}
const identity = { producerId: 7, producerEpoch: 0 }

function newQueue(batchBytesMax: number = 65_536): PartitionQueue {
  const doors = {} as Parameters<typeof producerSettings>[0]
  return new PartitionQueue('t', 0, producerSettings({ ...doors, tools, batchBytesMax }))
}

function append(queue: PartitionQueue, count: number): void {
  for (let index = 0; index < count; index++) {
    const record = { key: null, value: Buffer.alloc(100) }
    queue.append(record, upperBoundOf(record), 0)
  }
  queue.isDue = true
}

const sequencesOf = (batch: ProducerBatch): [number, number, number] => {
  const view = new BatchView(batch.bytes)
  expect(view.computeCrc(tools.checksum)).toBe(view.crc)
  return [view.producerId, view.baseSequence, view.recordsCount]
}

describe('partition queue', () => {
  test('sequences go on after a batch that was delivered', () => {
    const queue = newQueue()
    append(queue, 3)
    const first = queue.take(identity)!
    expect(sequencesOf(first)).toEqual([7, 0, 3])
    queue.onDelivered(first)
    append(queue, 2)
    expect(sequencesOf(queue.take(identity)!)).toEqual([7, 3, 2])
  })

  test('only one batch is under way, and one that is tried again comes first, unchanged', () => {
    const queue = newQueue(300)
    append(queue, 6)
    const first = queue.take(identity)!
    expect(queue.isReady(0)).toBe(false)
    const bytes = Buffer.from(first.bytes)
    first.isUncertain = true
    queue.onRetry(first, 10)
    expect([queue.isReady(9), queue.isReady(10)]).toEqual([false, true])
    const again = queue.take({ producerId: 8, producerEpoch: 0 })!
    expect(again).toBe(first)
    expect(Buffer.from(again.bytes)).toEqual(bytes)
  })

  test('a batch that was refused leaves its sequences to the next one', () => {
    const queue = newQueue(300)
    append(queue, 4)
    const first = queue.take(identity)!
    queue.onFailed()
    expect(sequencesOf(queue.take(identity)!)[1]).toBe(sequencesOf(first)[1])
  })

  test('with another producer id sequences begin at 0', () => {
    const queue = newQueue()
    append(queue, 3)
    queue.onDelivered(queue.take(identity)!)
    append(queue, 1)
    expect(sequencesOf(queue.take({ producerId: 8, producerEpoch: 0 })!)).toEqual([8, 0, 1])
  })

  test('no batch is larger than allowed, unless one record is', () => {
    const queue = newQueue(500)
    append(queue, 20)
    let records = 0
    for (let batch = queue.take(undefined); batch !== undefined; batch = queue.take(undefined)) {
      expect(batch.bytes.length).toBeLessThanOrEqual(500)
      records += batch.recordsCount
      queue.onDelivered(batch)
      queue.isDue = queue.hasOpenBatch
    }
    expect(records).toBe(20)
  })
})

describe('outcome of a Produce', () => {
  test.each([
    [ErrorCode.NONE, false, 'delivered'],
    [ErrorCode.DUPLICATE_SEQUENCE_NUMBER, true, 'delivered'],
    [ErrorCode.NOT_LEADER_OR_FOLLOWER, false, 'retry'],
    [ErrorCode.NOT_LEADER_OR_FOLLOWER, true, 'retryUncertain'],
    [ErrorCode.REQUEST_TIMED_OUT, false, 'retryUncertain'],
    [ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, false, 'newIdentity'],
    [ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, true, 'failed'],
    [ErrorCode.MESSAGE_TOO_LARGE, false, 'failed'],
  ])('error %i, uncertain %s: %s', (errorCode, isUncertain, outcome) => {
    expect(outcomeOf(errorCode, isUncertain)).toBe(outcome)
  })
})
