import { nodeId, ZERO_UUID } from '@samsa/base'
import {
  createTopicsApi,
  createTopicsRequest,
  createTopicsRequestTopic,
  describeClusterApi,
  type DescribeClusterRequest,
  describeClusterRequest,
  describeTopicPartitionsApi,
  type DescribeTopicPartitionsRequest,
  describeTopicPartitionsRequest,
  describeTopicPartitionsRequestTopic,
  type DescribeTopicPartitionsResponse,
  ErrorCode,
} from '@samsa/protocol'
import { describe, expect, test } from 'vitest'
import { fenceBroker } from '../../src/controller/operations/broker-state.ts'
import { AdminNode, type AdminNodeOptions, allowing } from './support/admin-node.ts'

const NOT_ASKED = -2_147_483_648

class Node extends AdminNode {
  static async with(
    topics: Readonly<Record<string, number>>,
    options: AdminNodeOptions = {},
  ): Promise<Node> {
    const node = new Node(options)
    const request = createTopicsRequest({
      timeoutMs: 1000,
      topics: Object.entries(topics).map(([name, numPartitions]) =>
        createTopicsRequestTopic({ name, numPartitions, replicationFactor: 1 }),
      ),
    })
    await node.ask(createTopicsApi, 7, request)
    return node
  }

  cluster(version: number, fields: Partial<DescribeClusterRequest> = {}) {
    return this.ask(describeClusterApi, version, describeClusterRequest(fields))
  }

  topics(
    names: readonly string[],
    cursor: readonly [topicName: string, partitionIndex: number] | null = null,
    more: Partial<DescribeTopicPartitionsRequest> = {},
  ): Promise<DescribeTopicPartitionsResponse> {
    const request = describeTopicPartitionsRequest({
      topics: names.map((name) => describeTopicPartitionsRequestTopic({ name })),
      cursor:
        cursor === null
          ? null
          : { topicName: cursor[0], partitionIndex: cursor[1], unknownTaggedFields: null },
      ...more,
    })
    return this.ask(describeTopicPartitionsApi, 0, request)
  }
}

/** Names with the partitions told, errors, and where the next page begins. */
function outline({ topics, nextCursor }: DescribeTopicPartitionsResponse) {
  return {
    topics: topics.map(({ name, errorCode, partitions }) =>
      errorCode === 0
        ? [name, ...partitions.map((it) => it.partitionIndex)]
        : [name, `error ${errorCode}`],
    ),
    next: nextCursor === null ? null : [nextCursor.topicName, nextCursor.partitionIndex],
  }
}

describe('DescribeCluster', () => {
  test('tells the brokers as this listener’s clients dial them', async () => {
    using node = await Node.with({}, { brokers: 2 })
    for (let version = 0; version <= 2; version++) {
      expect(await node.cluster(version)).toMatchObject({
        errorCode: 0,
        errorMessage: null,
        endpointType: 1,
        clusterId: '29QOjU-O7zyIhi_lXehRmg',
        controllerId: 1,
        clusterAuthorizedOperations: NOT_ASKED,
        brokers: [
          { brokerId: 1, host: 'dialled', rack: null, isFenced: false },
          { brokerId: 2, host: 'host-2', port: 9092 },
        ],
      })
    }
  })

  test('tells fenced brokers only when asked for', async () => {
    using node = await Node.with({}, { brokers: 2 })
    node.bench.run(fenceBroker(nodeId(2)))
    const alive = await node.cluster(2)
    expect(alive.brokers.map(({ brokerId }) => brokerId)).toEqual([1])
    const all = await node.cluster(2, { includeFencedBrokers: true })
    expect(all.brokers.map(({ brokerId, isFenced }) => [brokerId, isFenced])).toEqual([
      [1, false],
      [2, true],
    ])
  })

  test('names another broker as controller when this one is fenced, and none when all are', async () => {
    using node = await Node.with({}, { brokers: 2 })
    node.bench.run(fenceBroker(nodeId(1)))
    expect((await node.cluster(0)).controllerId).toBe(2)
    node.bench.run(fenceBroker(nodeId(2)))
    expect(await node.cluster(0)).toMatchObject({ controllerId: -1, brokers: [] })
  })

  test('tells what the client may do when asked', async () => {
    using node = await Node.with({})
    const asked = { includeClusterAuthorizedOperations: true }
    expect((await node.cluster(1, asked)).clusterAuthorizedOperations).toBe(8096)
    using other = await Node.with({}, { authorizer: allowing('create cluster kafka-cluster') })
    expect((await other.cluster(1, asked)).clusterAuthorizedOperations).toBe(0)
    using third = await Node.with(
      {},
      { authorizer: allowing('create cluster kafka-cluster', 'describe cluster kafka-cluster') },
    )
    const bits = (1 << 5) | (1 << 8)
    expect((await third.cluster(1, asked)).clusterAuthorizedOperations).toBe(bits)
  })

  test('refuses to speak for controllers, and kinds that do not exist', async () => {
    using node = await Node.with({})
    expect(await node.cluster(1, { endpointType: 2 })).toMatchObject({
      errorCode: ErrorCode.MISMATCHED_ENDPOINT_TYPE,
      errorMessage:
        'The request was sent to an endpoint of type BROKER, but we wanted an endpoint of type CONTROLLER',
      clusterId: '',
      brokers: [],
    })
    expect(await node.cluster(2, { endpointType: 5 })).toMatchObject({
      errorCode: ErrorCode.UNSUPPORTED_ENDPOINT_TYPE,
      errorMessage: 'Unsupported endpoint type 5',
    })
  })
})

describe('DescribeTopicPartitions', () => {
  test('tells topics in order of name, each once', async () => {
    using node = await Node.with({ b: 2, a: 1 })
    const answer = await node.topics(['b', 'a', 'b'])
    expect(outline(answer)).toEqual({
      topics: [
        ['a', 0],
        ['b', 0, 1],
      ],
      next: null,
    })
    expect(answer.topics[0]).toMatchObject({
      topicId: node.bench.image.topics.byName('a')!.id,
      isInternal: false,
      topicAuthorizedOperations: 3576,
      partitions: [
        {
          errorCode: 0,
          leaderId: 1,
          leaderEpoch: 0,
          replicaNodes: [1],
          isrNodes: [1],
          eligibleLeaderReplicas: [],
          lastKnownElr: [],
          offlineReplicas: [],
        },
      ],
    })
  })

  test('walked page by page tells every partition of every topic once', async () => {
    const sizes = { a: 3, b: 1, c: 7, d: 2 }
    using node = await Node.with(sizes)
    for (const names of [[], Object.keys(sizes)]) {
      for (let limit = 1; limit <= 14; limit++) {
        const seen: string[] = []
        let cursor: readonly [string, number] | null = null
        let pages = 0
        do {
          const answer: DescribeTopicPartitionsResponse = await node.topics(names, cursor, {
            responsePartitionLimit: limit,
          })
          const told = answer.topics.flatMap(({ name, partitions }) =>
            partitions.map((it) => `${name}-${it.partitionIndex}`),
          )
          expect(told.length).toBeLessThanOrEqual(limit)
          seen.push(...told)
          const next: DescribeTopicPartitionsResponse['nextCursor'] = answer.nextCursor
          cursor = next === null ? null : [next.topicName, next.partitionIndex]
          pages += 1
        } while (cursor !== null)
        const all = Object.entries(sizes).flatMap(([name, size]) =>
          Array.from({ length: size }, (_, index) => `${name}-${index}`),
        )
        expect(seen).toEqual(all)
        expect(pages).toBe(Math.ceil(13 / limit))
      }
    }
  })

  test('gives at least one partition, and never more than the node allows', async () => {
    using node = await Node.with(
      { a: 5 },
      { properties: { 'max.request.partition.size.limit': '3' } },
    )
    for (const limit of [0, -5, 1]) {
      const answer = await node.topics(['a'], null, { responsePartitionLimit: limit })
      expect(outline(answer)).toEqual({ topics: [['a', 0]], next: ['a', 1] })
    }
    expect(outline(await node.topics(['a']))).toEqual({ topics: [['a', 0, 1, 2]], next: ['a', 3] })
  })

  test('goes on where the cursor says, also where that topic is gone or shorter', async () => {
    using node = await Node.with({ a: 2, c: 2 })
    expect(outline(await node.topics([], ['a', 1]))).toEqual({
      topics: [
        ['a', 1],
        ['c', 0, 1],
      ],
      next: null,
    })
    expect(outline(await node.topics([], ['b', 1]))).toEqual({ topics: [['c', 0, 1]], next: null })
    expect(outline(await node.topics(['a'], ['a', 9]))).toEqual({ topics: [['a']], next: null })
  })

  test('refuses a cursor at a topic that is not asked for, or before the first partition', async () => {
    using node = await Node.with({ a: 1, b: 1 })
    for (const cursor of [
      ['b', 0],
      ['a', -1],
    ] as const) {
      expect(outline(await node.topics(['a'], cursor))).toEqual({
        topics: [['a', 'error 42']],
        next: null,
      })
    }
    expect(outline(await node.topics([], ['a', -1]))).toEqual({ topics: [], next: null })
  })

  test('says what is not there, and what cannot be', async () => {
    using node = await Node.with({ m: 1 })
    const answer = await node.topics(['z', 'm', 'a/b'])
    expect(outline(answer).topics).toEqual([
      ['a/b', 'error 17'],
      ['m', 0],
      ['z', 'error 3'],
    ])
    expect(answer.topics[0]!.topicId).toBe(ZERO_UUID)
  })

  test('keeps back what the client may not describe', async () => {
    const authorizer = allowing('create cluster kafka-cluster', 'describe topic b')
    using node = await Node.with({ a: 1, b: 1 }, { authorizer })
    expect(outline(await node.topics(['a', 'b'])).topics).toEqual([
      ['b', 0],
      ['a', 'error 29'],
    ])
    expect(outline(await node.topics([])).topics).toEqual([['b', 0]])
  })

  test('tells replicas of fenced brokers as offline', async () => {
    using node = await Node.with({ a: 1 })
    node.bench.run(fenceBroker(nodeId(1)))
    const { topics } = await node.topics(['a'])
    expect(topics[0]!.partitions).toMatchObject([
      { leaderId: -1, replicaNodes: [1], isrNodes: [1], offlineReplicas: [1] },
    ])
  })
})
