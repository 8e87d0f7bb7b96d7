import { expect, test } from 'vitest'
import { leaderEpoch, nodeId } from '@samsa/base'
import type { Compute, ComputeTask } from '@samsa/base'
import { CODEC_ZSTD } from '@samsa/protocol'
import { batch, type BatchOptions } from './support/batches.ts'
import { turn, until } from './support/manual-clock.ts'
import { fetch, produceAll, seen } from './support/requests.ts'
import { TestNode } from './support/test-node.ts'

/** Threads that do nothing until the test lets them. */
class HeldCompute implements Compute {
  readonly held: (() => void)[] = []
  failure: Error | undefined

  run<Input, Output>(task: ComputeTask<Input, Output>, input: Input): Promise<Output> {
    // As another thread gets it: a copy, made now.
    const copy = structuredClone(input)
    return new Promise((resolve, reject) => {
      this.held.push(() => {
        if (this.failure !== undefined) reject(this.failure)
        else resolve(task.run(copy))
      })
    })
  }

  async release(): Promise<void> {
    this.held.shift()!()
    await turn()
  }
}

/** More than is looked at where it arrives. */
const LARGE = 1_500_000
const largeBatch = (text: string, more: BatchOptions = {}): Uint8Array =>
  batch([text, 'x'.repeat(LARGE)], { codec: CODEC_ZSTD, ...more })

async function start(): Promise<{ node: TestNode; compute: HeldCompute }> {
  const compute = new HeldCompute()
  const node = await TestNode.start({ computeOn: () => compute })
  await node.createTopics({ t: {}, u: {} })
  return { node, compute }
}

test('a batch that is costly to look at is validated elsewhere, and nothing overtakes it', async () => {
  const { node, compute } = await start()
  await using _node = node
  using client = node.client()
  using other = node.client()
  using third = node.client()
  const large = produceAll(client, [['t', 0, largeBatch('first')]])
  const small = produceAll(other, [['t', 0, batch(['second'])]])
  await turn()
  expect(compute.held).toHaveLength(1)
  expect(node.partition('t').log.logEndOffset).toBe(0)
  // Other partitions do not wait.
  expect((await produceAll(third, [['u', 0, batch(['a'])]]))[0]?.errorCode).toBe(0)
  await compute.release()
  expect((await large)[0]).toMatchObject({ errorCode: 0, baseOffset: 0 })
  expect((await small)[0]).toMatchObject({ errorCode: 0, baseOffset: 2 })
  expect(seen(await fetch(client, [['t', 0, 2]]))).toEqual(['second'])
})

test('internal appends keep their place too', async () => {
  const { node, compute } = await start()
  await using _node = node
  using client = node.client()
  const large = produceAll(client, [['t', 0, largeBatch('first')]])
  await turn()
  const internal = node.partition('t').appendInternal(batch(['second']), leaderEpoch(0))
  expect(internal.isSettled).toBe(false)
  await compute.release()
  expect((await large)[0]?.baseOffset).toBe(0)
  expect(await internal.toPromise()).toMatchObject({ errorCode: 0, baseOffset: 2 })
})

test('a batch that is refused elsewhere leaves its place to the next', async () => {
  const { node, compute } = await start()
  await using _node = node
  using client = node.client()
  using other = node.client()
  const future = { timestamp: node.clock.wallMs() + 7_200_000 }
  const bad = produceAll(client, [['t', 0, largeBatch('early', future)]])
  const good = produceAll(other, [['t', 0, batch(['fine'])]])
  await turn()
  await compute.release()
  expect((await bad)[0]).toMatchObject({ errorCode: 32, baseOffset: -1, logStartOffset: 0 })
  expect((await bad)[0]?.recordErrors.length).toBe(2)
  expect((await good)[0]).toMatchObject({ errorCode: 0, baseOffset: 0 })
})

test('a leader that is replaced meanwhile does not append what it had admitted', async () => {
  const { node, compute } = await start()
  await using _node = node
  using client = node.client()
  const large = produceAll(client, [['t', 0, largeBatch('late')]])
  await turn()
  node.alterTopic('t', () => ({ leader: nodeId(2), leaderEpoch: leaderEpoch(1) }))
  node.alterTopic('t', () => ({ leader: nodeId(1), leaderEpoch: leaderEpoch(2) }))
  await compute.release()
  expect((await large)[0]?.errorCode).toBe(6)
  expect(node.partition('t').log.logEndOffset).toBe(0)
})

test('when no thread has time the client is told to send again', async () => {
  const { node, compute } = await start()
  await using _node = node
  using client = node.client()
  compute.failure = new Error('the queue is full')
  const large = produceAll(client, [['t', 0, largeBatch('a')]])
  await turn()
  await compute.release()
  expect((await large)[0]?.errorCode).toBe(7)
})

test('a client that hangs up meanwhile leaves its batch in the log and no memory behind', async () => {
  const { node, compute } = await start()
  await using _node = node
  const client = node.client()
  void produceAll(client, [['t', 0, largeBatch('a')]]).catch(() => {})
  await turn()
  client.hangUp()
  expect(client.heldBytes).toBeGreaterThan(0)
  await compute.release()
  await until(() => node.partition('t').log.logEndOffset === 2, 'it is appended')
  await until(() => client.heldBytes === 0, 'its frame is given back')
  expect(client.heldBytes).toBe(0)
})
