import { expect, test } from 'vitest'
import {
  offsetForLeaderEpochApi,
  offsetForLeaderEpochRequest,
  offsetForLeaderEpochRequestTopic,
  offsetForLeaderEpochRequestTopicPartition,
} from '@samsa/protocol'
import { put } from '../replica/support/requests.ts'
import type { TestClient } from '../replica/support/test-client.ts'
import { TestNode } from '../replica/support/test-node.ts'

/** `[error, epoch, end offset]` of one partition. */
async function endOf(
  client: TestClient,
  topic: string,
  leaderEpoch: number,
  { version = 4, partition = 0, currentLeaderEpoch = -1 } = {},
): Promise<number[]> {
  const asked = { partition, currentLeaderEpoch, leaderEpoch }
  const request = offsetForLeaderEpochRequest({
    ...(version >= 3 ? { replicaId: -1 } : {}),
    topics: [
      offsetForLeaderEpochRequestTopic({
        topic,
        partitions: [offsetForLeaderEpochRequestTopicPartition(asked)],
      }),
    ],
  })
  const { topics } = await client.call(offsetForLeaderEpochApi, version, request)
  const answer = topics[0]!.partitions[0]!
  return [answer.errorCode, answer.leaderEpoch, answer.endOffset]
}

test.each([2, 3, 4])(
  'v%i tells where an epoch ended, and the last one where the log does',
  async (version) => {
    await using node = await TestNode.start()
    await node.createTopic('t')
    using client = node.client()
    await put(client, 't', 'a', 'b')
    node.alterTopic('t', () => ({ leaderEpoch: 3 as never }))
    await put(client, 't', 'c')
    expect(await endOf(client, 't', 0, { version })).toEqual([0, 0, 2])
    expect(await endOf(client, 't', 3, { version })).toEqual([0, 3, 3])
    // Never led here: the largest before it.
    expect(await endOf(client, 't', 2, { version })).toEqual([0, 0, 2])
    expect(await endOf(client, 't', 4, { version })).toEqual([0, -1, -1])
    expect(await endOf(client, 't', -1, { version })).toEqual([0, -1, -1])
  },
)

test('a new epoch begins at the end of the log, before its first record', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'a')
  node.alterTopic('t', () => ({ leaderEpoch: 7 as never }))
  expect(await endOf(client, 't', 0)).toEqual([0, 0, 1])
  expect(await endOf(client, 't', 7)).toEqual([0, 7, 1])
})

test('a client with another leader epoch is told so, and an unknown partition is error 3', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  node.alterTopic('t', () => ({ leaderEpoch: 4 as never }))
  using client = node.client()
  expect(await endOf(client, 't', 4, { currentLeaderEpoch: 3 })).toEqual([74, -1, -1])
  expect(await endOf(client, 't', 4, { currentLeaderEpoch: 5 })).toEqual([75, -1, -1])
  expect(await endOf(client, 't', 4, { currentLeaderEpoch: -2 })).toEqual([74, -1, -1])
  expect(await endOf(client, 't', 4, { currentLeaderEpoch: 4 })).toEqual([0, 4, 0])
  expect(await endOf(client, 't', 4, { partition: 9 })).toEqual([3, -1, -1])
  expect(await endOf(client, 'nope', 4)).toEqual([3, -1, -1])
  node.alterTopic('t', () => ({ leader: 2 as never, leaderEpoch: 5 as never }))
  expect(await endOf(client, 't', 4)).toEqual([6, -1, -1])
})

test('a topic may be described, or the client acts for the cluster; else it is error 29', async () => {
  const allowed = new Set(['describe'])
  await using node = await TestNode.start({
    authorizer: {
      isEnabled: true,
      allows: (_principal, _host, operation) => allowed.has(operation),
    },
  })
  await node.createTopic('t')
  using client = node.client()
  expect(await endOf(client, 't', 0)).toEqual([0, 0, 0])
  allowed.clear()
  expect(await endOf(client, 't', 0)).toEqual([29, -1, -1])
  allowed.add('clusterAction')
  expect(await endOf(client, 't', 0)).toEqual([0, 0, 0])
})
