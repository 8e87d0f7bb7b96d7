import { expect, test } from 'vitest'
import {
  initProducerIdApi,
  initProducerIdRequest,
  type InitProducerIdRequest,
} from '@samsa/protocol'
import type { TestClient } from '../replica/support/test-client.ts'
import { TestNode } from '../replica/support/test-node.ts'

async function init(
  client: TestClient,
  version: number,
  fields: Partial<InitProducerIdRequest> = {},
): Promise<number[]> {
  const request = initProducerIdRequest({
    transactionalId: null,
    transactionTimeoutMs: 1000,
    ...fields,
  })
  const answer = await client.call(initProducerIdApi, version, request)
  return [answer.errorCode, answer.producerId, answer.producerEpoch]
}

test.each([0, 1, 2, 3, 4, 5])(
  'v%i hands out ids that nobody had, with epoch 0',
  async (version) => {
    await using node = await TestNode.start()
    using client = node.client()
    expect(await init(client, version)).toEqual([0, 0, 0])
    expect(await init(client, version)).toEqual([0, 1, 0])
  },
)

test('an idempotent producer that names its id gets a new one', async () => {
  await using node = await TestNode.start()
  using client = node.client()
  await init(client, 5)
  expect(await init(client, 5, { producerId: 0, producerEpoch: 3 })).toEqual([0, 1, 0])
})

test('an id without an epoch, an epoch without an id and an empty transactional id are error 42', async () => {
  await using node = await TestNode.start()
  using client = node.client()
  const nothing = [42, -1, -1]
  expect(await init(client, 5, { producerId: 5 })).toEqual(nothing)
  expect(await init(client, 5, { producerEpoch: 5 })).toEqual(nothing)
  for (const version of [0, 5]) {
    expect(await init(client, version, { transactionalId: '' })).toEqual(nothing)
  }
})

test('a transactional id gets at once an error that no client takes for a passing one', async () => {
  await using node = await TestNode.start()
  using client = node.client()
  for (const version of [0, 2, 5]) {
    expect(await init(client, version, { transactionalId: 'orders' })).toEqual([53, -1, -1])
  }
})

test('without the right to write idempotently the answer is error 31', async () => {
  await using node = await TestNode.start({
    authorizer: { isEnabled: true, allows: () => false },
  })
  using client = node.client()
  expect(await init(client, 5)).toEqual([31, -1, -1])
})
