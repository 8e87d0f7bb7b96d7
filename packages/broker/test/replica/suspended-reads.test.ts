import { expect, test } from 'vitest'
import { offset } from '@samsa/base'
import type { Disk, FileDescriptor, TransferDone } from '@samsa/base'
import type { FetchResponse } from '@samsa/protocol'
import { batch } from './support/batches.ts'
import { until } from './support/manual-clock.ts'
import { fetch, partitionsOf, produceAll, put, told } from './support/requests.ts'
import type { TestClient } from './support/test-client.ts'
import { TestNode } from './support/test-node.ts'

const PLENTY_MS = 60_000
/** Too large to be read where it is asked for. */
const LARGE = 400_000
const readNowBytesMax = 10_000

/** A disk whose reads end when the test says so. */
class HeldReads {
  readonly held: (() => void)[] = []
  isHolding = true

  readonly on = (below: Disk): Disk =>
    new Proxy(below, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key)
        if (key !== 'read') return typeof value === 'function' ? value.bind(target) : value
        return (file: FileDescriptor, into: Uint8Array, position: number, done: TransferDone) => {
          if (this.isHolding) this.held.push(() => target.read(file, into, position, done))
          else target.read(file, into, position, done)
        }
      },
    })

  releaseAll(): void {
    this.isHolding = false
    for (const read of this.held.splice(0)) read()
  }
}

/** `small` has records or none, `large` more than is read at once. */
async function start(): Promise<{ node: TestNode; reads: HeldReads; writer: TestClient }> {
  const reads = new HeldReads()
  const node = await TestNode.start({ diskOn: reads.on, logLimits: { readNowBytesMax } })
  await node.createTopics({ small: {}, large: {} })
  const writer = node.client()
  await produceAll(writer, [['large', 0, batch(['x'.repeat(LARGE)])]])
  return { node, reads, writer }
}

test('what comes to one partition while another is still being read counts for min_bytes', async () => {
  const { node, reads, writer } = await start()
  await using _node = node
  using client = node.client()
  const parts = [
    ['small', 0, 0],
    ['large', 0, 0],
  ] as const
  let answer: FetchResponse | undefined
  void fetch(client, parts, { maxWaitMs: PLENTY_MS, minBytes: LARGE + 500 }).then(
    (response) => (answer = response),
  )
  await until(() => reads.held.length === 1, 'the read is under way')
  await put(writer, 'small', 'y'.repeat(1000))
  reads.releaseAll()
  await until(() => answer !== undefined, 'the fetch is answered')
  expect(partitionsOf(answer!).map(({ records }) => records!.sizeBytes > 0)).toEqual([true, true])
})

test('what changes in one partition while another is still being read is told in the next poll', async () => {
  const { node, reads, writer } = await start()
  await using _node = node
  using client = node.client()
  await put(writer, 'small', 'a', 'b')
  const first = await fetch(client, [['small', 0, 2]], { sessionEpoch: 0 })
  const { sessionId } = first
  const parts = [
    ['small', 0, 2],
    ['large', 0, 0],
  ] as const
  const polled = fetch(client, parts, { sessionId, sessionEpoch: 1 })
  await until(() => reads.held.length === 1, 'the read is under way')
  await node.partition('small').log.deleteRecordsBefore(offset(1))
  reads.releaseAll()
  expect(partitionsOf(await polled)).toHaveLength(1)
  const next = await fetch(client, [['large', 0, 1]], { sessionId, sessionEpoch: 2 })
  expect(told(next)).toEqual(['small-0:'])
  expect(partitionsOf(next)[0]).toMatchObject({ logStartOffset: 1 })
})

test('a fetch whose deadline passes during its read is answered when the read is there', async () => {
  const { node, reads } = await start()
  await using _node = node
  using client = node.client()
  let answer: FetchResponse | undefined
  void fetch(client, [['large', 0, 0]], { maxWaitMs: 500, minBytes: 10_000_000 }).then(
    (response) => (answer = response),
  )
  await until(() => reads.held.length === 1, 'the read is under way')
  await node.clock.advance(1000)
  expect(answer).toBeUndefined()
  const timers = node.wheel.count
  reads.releaseAll()
  await until(() => node.wheel.count > timers, 'the fetch is parked')
  await node.clock.advance(1)
  await until(() => answer !== undefined, 'the fetch is answered')
  expect(partitionsOf(answer!)[0]?.records?.sizeBytes).toBeGreaterThan(LARGE)
})

test('a client that hangs up during a read leaves no memory behind', async () => {
  const { node, reads } = await start()
  await using _node = node
  const client = node.client()
  void fetch(
    client,
    [
      ['small', 0, 0],
      ['large', 0, 0],
    ],
    { maxWaitMs: PLENTY_MS },
  ).catch(() => {})
  await until(() => reads.held.length === 1, 'the read is under way')
  client.hangUp()
  expect(node.memory.leasedBytes).toBeGreaterThan(0)
  reads.releaseAll()
  await until(() => node.memory.leasedBytes === 0, 'the read is given back')
  expect(node.partition('small').watchers.size).toBe(0)
})

test('a poll on a new connection does not wait for a read of the old one', async () => {
  const { node, reads } = await start()
  await using _node = node
  using old = node.client()
  using fresh = node.client()
  const { sessionId } = await fetch(old, [['small', 0, 0]], { sessionEpoch: 0 })
  const stuck = fetch(old, [['large', 0, 0]], { sessionId, sessionEpoch: 1 })
  await until(() => reads.held.length === 1, 'the read is under way')
  const next = fetch(fresh, [], { sessionId, sessionEpoch: 2 })
  expect(await stuck).toMatchObject({ errorCode: 71, sessionId, responses: [] })
  await until(() => reads.held.length === 2, 'the second read is under way')
  reads.releaseAll()
  expect(partitionsOf(await next)).toHaveLength(1)
})
