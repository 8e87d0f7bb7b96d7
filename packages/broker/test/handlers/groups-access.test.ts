import type { Uuid } from '@samsa/base'
import {
  createTopicsApi,
  createTopicsRequest,
  createTopicsRequestTopic,
  deleteGroupsApi,
  deleteGroupsRequest,
  describeGroupsApi,
  describeGroupsRequest,
  ErrorCode,
  findCoordinatorApi,
  findCoordinatorRequest,
  heartbeatApi,
  heartbeatRequest,
  joinGroupApi,
  joinGroupRequest,
  leaveGroupApi,
  leaveGroupRequest,
  listGroupsApi,
  listGroupsRequest,
  offsetCommitApi,
  offsetCommitRequest,
  offsetCommitRequestTopic,
  offsetCommitRequestTopicPartition,
  offsetFetchApi,
  offsetFetchRequest,
  offsetFetchRequestGroup,
  offsetFetchRequestGroupTopic,
  offsetFetchRequestTopic,
  syncGroupApi,
  syncGroupRequest,
} from '@samsa/protocol'
import { expect, test } from 'vitest'
import { allowing } from './support/admin-node.ts'
import { GroupNode } from './support/group-node.ts'
import type { SessionClient } from './support/groups-session.ts'

const REFUSED = ErrorCode.GROUP_AUTHORIZATION_FAILED
const TRANSACTION_KEY = 1

/** A node with topics `open` and `closed` whose groups are ready, and a client on it. */
async function nodeAllowing(
  ...rights: readonly string[]
): Promise<{ node: GroupNode; client: SessionClient; ids: Map<string, Uuid> }> {
  const node = new GroupNode({}, allowing('create cluster kafka-cluster', ...rights))
  const client = node.client()
  const names = ['__consumer_offsets', 'open', 'closed']
  const request = createTopicsRequest({
    timeoutMs: 1000,
    topics: names.map((name) =>
      createTopicsRequestTopic({ name, numPartitions: 1, replicationFactor: 1 }),
    ),
  })
  const { topics } = await client.call(createTopicsApi, 7, request)
  await node.wait(1)
  return { node, client, ids: new Map(topics.map(({ name, topicId }) => [name, topicId])) }
}

const commitOf = (groupId: string, ids: ReadonlyMap<string, Uuid> = new Map()) =>
  offsetCommitRequest({
    groupId,
    topics: ['open', 'closed'].map((name) =>
      offsetCommitRequestTopic({
        name,
        ...(ids.has(name) ? { topicId: ids.get(name)! } : {}),
        partitions: [
          offsetCommitRequestTopicPartition({ committedOffset: 5n, committedMetadata: '' }),
        ],
      }),
    ),
  })

test('who may not read a group can do nothing in it', async () => {
  const { node, client } = await nodeAllowing('read topic open', 'read topic closed')
  using _node = node
  const groupId = 'g'
  const join = joinGroupRequest({ groupId, sessionTimeoutMs: 10_000, protocolType: 'consumer' })
  for (const version of [0, 6, 7, 9]) {
    expect((await client.call(joinGroupApi, version, join)).errorCode).toBe(REFUSED)
  }
  const sync = syncGroupRequest({ groupId, protocolType: 'consumer', protocolName: 'range' })
  expect((await client.call(syncGroupApi, 5, sync)).errorCode).toBe(REFUSED)
  const beat = heartbeatRequest({ groupId })
  expect((await client.call(heartbeatApi, 4, beat)).errorCode).toBe(REFUSED)
  for (const version of [0, 5]) {
    const leave = leaveGroupRequest({ groupId })
    expect((await client.call(leaveGroupApi, version, leave)).errorCode).toBe(REFUSED)
  }
  const { topics } = await client.call(offsetCommitApi, 8, commitOf(groupId))
  expect(topics.map(({ partitions }) => partitions[0]?.errorCode)).toEqual([REFUSED, REFUSED])
})

test('who may not describe a group does not see it, nor where it lives', async () => {
  const { node, client } = await nodeAllowing('read group g', 'read topic open', 'describe group h')
  using _node = node
  await client.call(offsetCommitApi, 8, commitOf('g'))
  const find = findCoordinatorRequest({ coordinatorKeys: ['g', 'h'] })
  const { coordinators } = await client.call(findCoordinatorApi, 6, find)
  expect(coordinators.map(({ errorCode }) => errorCode)).toEqual([REFUSED, 0])
  const old = await client.call(findCoordinatorApi, 2, findCoordinatorRequest({ key: 'g' }))
  expect(old).toMatchObject({ errorCode: REFUSED, nodeId: -1 })
  const describe = describeGroupsRequest({ groups: ['g'], includeAuthorizedOperations: true })
  const { groups } = await client.call(describeGroupsApi, 5, describe)
  expect(groups).toMatchObject([{ errorCode: REFUSED, authorizedOperations: -2_147_483_648 }])
  expect((await client.call(listGroupsApi, 5, listGroupsRequest())).groups).toEqual([])
  const fetched = await client.call(
    offsetFetchApi,
    8,
    offsetFetchRequest({ groups: [offsetFetchRequestGroup({ groupId: 'g', topics: null })] }),
  )
  expect(fetched.groups).toMatchObject([{ errorCode: REFUSED, topics: [] }])
})

test('before OffsetFetch v2 every partition says what the group was refused for', async () => {
  const { node, client } = await nodeAllowing()
  using _node = node
  const topics = [offsetFetchRequestTopic({ name: 'open', partitionIndexes: [0, 1] })]
  const request = offsetFetchRequest({ groupId: 'g', topics })
  const first = await client.call(offsetFetchApi, 1, request)
  expect(first.topics[0]?.partitions.map(({ errorCode }) => errorCode)).toEqual([REFUSED, REFUSED])
  const second = await client.call(offsetFetchApi, 2, request)
  expect(second).toMatchObject({ errorCode: REFUSED, topics: [] })
})

test('who may not delete a group is told so, beside those that it may delete', async () => {
  const { node, client } = await nodeAllowing('delete group mine')
  using _node = node
  const request = deleteGroupsRequest({ groupsNames: ['mine', 'theirs', 'mine'] })
  const { results } = await client.call(deleteGroupsApi, 2, request)
  expect(results.map(({ groupId, errorCode }) => [groupId, errorCode])).toEqual([
    ['mine', ErrorCode.GROUP_ID_NOT_FOUND],
    ['theirs', REFUSED],
  ])
})

test('offsets of topics that a client may not read are refused, those it may not see are hidden', async () => {
  const rights = ['read group g', 'describe group g', 'read topic open', 'describe topic open']
  const { node, client, ids } = await nodeAllowing(...rights)
  using _node = node
  const refused = ErrorCode.TOPIC_AUTHORIZATION_FAILED
  for (const version of [8, 10]) {
    const request = commitOf('g', version === 10 ? ids : new Map())
    const { topics } = await client.call(offsetCommitApi, version, request)
    const codes = topics.map(({ partitions }) => partitions[0]?.errorCode)
    expect(new Set(codes)).toEqual(new Set([0, refused]))
  }
  for (const version of [9, 10]) {
    const topics = ['open', 'closed'].map((name) =>
      offsetFetchRequestGroupTopic({ name, topicId: ids.get(name)!, partitionIndexes: [0] }),
    )
    const request = offsetFetchRequest({
      groups: [offsetFetchRequestGroup({ groupId: 'g', topics })],
    })
    const { groups } = await client.call(offsetFetchApi, version, request)
    const told = groups[0]?.topics.map(({ partitions: [partition] }) => [
      Number(partition?.committedOffset),
      partition?.errorCode,
    ])
    expect(told).toEqual([
      [5, 0],
      [-1, refused],
    ])
  }
})

test('what a client may do in a group is told as it is', async () => {
  const { node, client } = await nodeAllowing('describe group g', 'read group g', 'read topic open')
  using _node = node
  await client.call(offsetCommitApi, 8, commitOf('g'))
  const request = describeGroupsRequest({ groups: ['g'], includeAuthorizedOperations: true })
  const { groups } = await client.call(describeGroupsApi, 5, request)
  expect(groups).toMatchObject([{ errorCode: 0, authorizedOperations: (1 << 3) | (1 << 8) }])
})

test('a transactional id is refused for good, in every version that can ask for one', async () => {
  const { node, client } = await nodeAllowing()
  using _node = node
  const refused = ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED
  for (const version of [1, 2, 3]) {
    const request = findCoordinatorRequest({ key: 't', keyType: TRANSACTION_KEY })
    expect((await client.call(findCoordinatorApi, version, request)).errorCode).toBe(refused)
  }
  for (const version of [4, 5, 6]) {
    const request = findCoordinatorRequest({ coordinatorKeys: ['t'], keyType: TRANSACTION_KEY })
    const { coordinators } = await client.call(findCoordinatorApi, version, request)
    expect(coordinators).toMatchObject([{ key: 't', errorCode: refused, nodeId: -1 }])
  }
})
