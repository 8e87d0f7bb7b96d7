import { nodeId, type Uuid, uuid, ZERO_UUID } from '@samsa/base'
import {
  createTopicsApi,
  createTopicsRequest,
  createTopicsRequestTopic,
  ErrorCode,
  metadataApi,
  type MetadataRequest,
  metadataRequest,
  metadataRequestTopic,
  type MetadataResponse,
} from '@samsa/protocol'
import { describe, expect, test } from 'vitest'
import { fenceBroker } from '../../src/controller/operations/broker-state.ts'
import { registerBroker } from '../../src/controller/operations/register-broker.ts'
import { registrationOf } from '../controller/support/controller-bench.ts'
import { AdminNode, type AdminNodeOptions, allowing } from './support/admin-node.ts'

const ALL_OPERATIONS_ON_TOPIC = 3576
const ALL_OPERATIONS_ON_CLUSTER = 8096
const NOT_ASKED = -2_147_483_648
const UNKNOWN_ID = uuid('AAAAAAAAAAAAAAAAAAAAZA')

type Wanted = string | Uuid | { readonly name: string | null; readonly topicId: Uuid }

class Node extends AdminNode {
  static async with(
    topics: Readonly<Record<string, number>>,
    options: AdminNodeOptions = {},
  ): Promise<Node> {
    const node = new Node(options)
    const request = createTopicsRequest({
      timeoutMs: 1000,
      topics: Object.entries(topics).map(([name, numPartitions]) =>
        createTopicsRequestTopic({ name, numPartitions, replicationFactor: options.brokers ?? 1 }),
      ),
    })
    await node.ask(createTopicsApi, 7, request)
    return node
  }

  metadata(
    version: number,
    wanted: readonly Wanted[] | null,
    more: Partial<MetadataRequest> = {},
  ): Promise<MetadataResponse> {
    const topics =
      wanted?.map((it) => metadataRequestTopic(typeof it === 'string' ? { name: it } : it)) ?? null
    return this.ask(metadataApi, version, metadataRequest({ topics, ...more }))
  }

  idOf(name: string): Uuid {
    return this.bench.image.topics.byName(name)!.id
  }
}

const codes = ({ topics }: MetadataResponse) => topics.map((it) => [it.name, it.errorCode])
const byId = (topicId: Uuid) => ({ name: null, topicId })

test('every version tells brokers, controller and the topic asked for, as far as it can', async () => {
  using node = await Node.with({ a: 2 }, { brokers: 2 })
  for (let version = 0; version <= 13; version++) {
    const { brokers, clusterId, controllerId, topics } = await node.metadata(version, ['a'])
    expect(brokers.map(({ nodeId: id, host }) => [id, host])).toEqual([
      [1, 'dialled'],
      [2, 'host-2'],
    ])
    expect(clusterId).toBe(version < 2 ? null : '29QOjU-O7zyIhi_lXehRmg')
    expect(controllerId).toBe(version === 0 ? -1 : 1)
    expect(topics).toHaveLength(1)
    expect(topics[0]).toMatchObject({
      errorCode: 0,
      name: 'a',
      topicId: version < 10 ? ZERO_UUID : node.idOf('a'),
      isInternal: false,
      topicAuthorizedOperations: NOT_ASKED,
    })
    const [first] = topics[0]!.partitions
    expect(first).toMatchObject({ errorCode: 0, partitionIndex: 0, offlineReplicas: [] })
    expect(first!.leaderEpoch).toBe(version < 7 ? -1 : 0)
    expect([first!.replicaNodes, first!.isrNodes]).toEqual([
      [first!.leaderId, 3 - first!.leaderId],
      [first!.leaderId, 3 - first!.leaderId],
    ])
    expect(topics[0]!.partitions.map(({ partitionIndex }) => partitionIndex)).toEqual([0, 1])
  }
})

test('all topics are told for null, and in v0 for the empty list; elsewhere empty means none', async () => {
  using node = await Node.with({ b: 1, a: 1, __consumer_offsets: 1 })
  const all = [
    ['__consumer_offsets', 0],
    ['a', 0],
    ['b', 0],
  ]
  expect(codes(await node.metadata(0, []))).toEqual(all)
  for (const version of [1, 9, 13]) {
    expect(codes(await node.metadata(version, null))).toEqual(all)
    expect(codes(await node.metadata(version, []))).toEqual([])
  }
  const { topics } = await node.metadata(13, null)
  expect(topics.map(({ isInternal }) => isInternal)).toEqual([true, false, false])
})

describe('topics asked for', () => {
  test('twice are told once', async () => {
    using node = await Node.with({ a: 1, b: 1 })
    expect(codes(await node.metadata(12, ['a', 'b', 'a']))).toEqual([
      ['a', 0],
      ['b', 0],
    ])
  })

  test('that are not there are unknown, or have a name that no topic can have', async () => {
    using node = await Node.with({ a: 1 })
    const answer = await node.metadata(12, ['none', 'a', 'x/y', '', '__consumer_offsets'], {
      allowAutoTopicCreation: false,
    })
    expect(codes(answer)).toEqual([
      ['a', 0],
      ['none', ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
      ['x/y', ErrorCode.INVALID_TOPIC_EXCEPTION],
      ['', ErrorCode.INVALID_TOPIC_EXCEPTION],
      ['__consumer_offsets', ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
    ])
    expect(answer.topics.map(({ isInternal }) => isInternal)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
  })

  test('by id are told by name; ids that are not there are unknown', async () => {
    using node = await Node.with({ a: 1 })
    const id = node.idOf('a')
    const answer = await node.metadata(12, [byId(UNKNOWN_ID), byId(id)])
    expect(answer.topics.map(({ name, topicId, errorCode }) => [name, topicId, errorCode])).toEqual(
      [
        [null, UNKNOWN_ID, ErrorCode.UNKNOWN_TOPIC_ID],
        ['a', id, 0],
      ],
    )
  })

  test('by name count for nothing beside ids', async () => {
    using node = await Node.with({ a: 1, b: 1 })
    expect(codes(await node.metadata(12, ['b', byId(node.idOf('a'))]))).toEqual([['a', 0]])
    expect(codes(await node.metadata(12, [{ name: 'b', topicId: node.idOf('a') }]))).toEqual([
      ['a', 0],
    ])
  })

  test('by neither, or by id where the version has none, are a bad request', async () => {
    using node = await Node.with({ a: 1 })
    const id = node.idOf('a')
    for (const version of [10, 11]) {
      expect(codes(await node.metadata(version, [byId(id)]))).toEqual([['', 42]])
      expect(codes(await node.metadata(version, [{ name: 'a', topicId: id }]))).toEqual([['a', 42]])
    }
    const answer = await node.metadata(13, [byId(ZERO_UUID)])
    expect([answer.errorCode, answer.brokers, codes(answer)]).toEqual([42, [], [['', 42]]])
  })
})

describe('a topic that is not there', () => {
  test('is made when the request and the node say so, and is still unknown in this answer', async () => {
    using node = await Node.with({}, { properties: { 'num.partitions': '3' } })
    for (const version of [0, 4, 12]) {
      const name = `auto-${version}`
      const first = await node.metadata(version, [name], { allowAutoTopicCreation: true })
      expect(codes(first)).toEqual([[name, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION]])
      const second = await node.metadata(version, [name], { allowAutoTopicCreation: true })
      expect(codes(second)).toEqual([[name, 0]])
      expect(second.topics[0]!.partitions).toHaveLength(3)
    }
  })

  test('is not made when one of them says no, when all are asked for, or when its name is bad', async () => {
    using node = await Node.with({})
    await node.metadata(4, ['no'], { allowAutoTopicCreation: false })
    await node.metadata(4, ['x/y'], { allowAutoTopicCreation: true })
    await node.metadata(4, null, { allowAutoTopicCreation: true })
    using closed = await Node.with({}, { properties: { 'auto.create.topics.enable': 'false' } })
    await closed.metadata(4, ['no'], { allowAutoTopicCreation: true })
    expect([node.bench.image.topics.size, closed.bench.image.topics.size]).toEqual([0, 0])
  })

  test('whose name collides stays unknown', async () => {
    using node = await Node.with({ 'a.b': 1 })
    for (let time = 0; time < 2; time++) {
      expect(codes(await node.metadata(12, ['a_b'], { allowAutoTopicCreation: true }))).toEqual([
        ['a_b', ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
      ])
    }
  })

  test('of the internal ones only the offsets topic is made, with its own settings', async () => {
    const properties = {
      'offsets.topic.replication.factor': '1',
      'offsets.topic.num.partitions': '4',
    }
    using node = await Node.with({}, { properties })
    await node.metadata(12, ['__consumer_offsets', '__transaction_state'], {
      allowAutoTopicCreation: true,
    })
    const { topics, configs } = node.bench.image
    expect([...topics.values()].map(({ name, partitions }) => [name, partitions.length])).toEqual([
      ['__consumer_offsets', 4],
    ])
    expect(Object.fromEntries(configs.of(2, '__consumer_offsets'))).toEqual({
      'cleanup.policy': 'compact',
      'compression.type': 'producer',
      'segment.bytes': '104857600',
    })
  })
})

describe('a leader', () => {
  /** Broker 2 leads partition 0 of `a`, and is then fenced or loses its listener. */
  async function withLeader(how: 'fenced' | 'without listener'): Promise<Node> {
    const node = await Node.with({}, { brokers: 2 })
    const request = createTopicsRequest({
      timeoutMs: 1000,
      topics: [
        createTopicsRequestTopic({
          name: 'a',
          numPartitions: -1,
          replicationFactor: -1,
          assignments: [{ partitionIndex: 0, brokerIds: [2], unknownTaggedFields: null }],
        }),
      ],
    })
    await node.ask(createTopicsApi, 7, request)
    if (how === 'fenced') node.bench.run(fenceBroker(nodeId(2)))
    else {
      const endpoints = [{ name: 'OTHER', host: 'x', port: 1, securityProtocol: 0 }]
      node.bench.run(registerBroker({ ...registrationOf(2), endpoints }))
    }
    return node
  }

  test('that is gone leaves the partition without one, and its replica offline', async () => {
    using node = await withLeader('fenced')
    for (const version of [1, 5, 6, 13]) {
      const { brokers, topics } = await node.metadata(version, ['a'])
      expect(brokers.map(({ nodeId: id }) => id)).toEqual([1])
      expect(topics[0]!.partitions).toMatchObject([
        {
          errorCode: ErrorCode.LEADER_NOT_AVAILABLE,
          leaderId: -1,
          replicaNodes: [2],
          isrNodes: [2],
          offlineReplicas: version < 5 ? [] : [2],
        },
      ])
    }
    const { topics } = await node.metadata(0, ['a'])
    expect(topics[0]!.partitions).toMatchObject([{ errorCode: 5, replicaNodes: [], isrNodes: [] }])
  })

  test('that lacks the listener is told as such from v6 on', async () => {
    using node = await withLeader('without listener')
    const errors = []
    for (const version of [5, 6]) {
      const { topics } = await node.metadata(version, ['a'])
      errors.push(topics[0]!.partitions[0]!.errorCode)
    }
    expect(errors).toEqual([ErrorCode.LEADER_NOT_AVAILABLE, ErrorCode.LISTENER_NOT_FOUND])
  })
})

describe('rights', () => {
  test('are told when asked for, where the version has them', async () => {
    using node = await Node.with({ a: 1 })
    const asked = { includeTopicAuthorizedOperations: true }
    for (const version of [8, 10]) {
      const answer = await node.metadata(version, ['a'], {
        ...asked,
        includeClusterAuthorizedOperations: true,
      })
      expect(answer.topics[0]!.topicAuthorizedOperations).toBe(ALL_OPERATIONS_ON_TOPIC)
      expect(answer.clusterAuthorizedOperations).toBe(ALL_OPERATIONS_ON_CLUSTER)
    }
    const answer = await node.metadata(11, ['a'], asked)
    expect(answer.topics[0]!.topicAuthorizedOperations).toBe(ALL_OPERATIONS_ON_TOPIC)
    expect(answer.clusterAuthorizedOperations).toBe(NOT_ASKED)
  })

  test('decide what is told: what may not be described is not, and not even its id', async () => {
    const authorizer = allowing(
      'describe topic a',
      'describe topic none',
      'create cluster kafka-cluster',
    )
    using node = await Node.with({ a: 1, secret: 1 }, { authorizer })
    const unauthorized = ErrorCode.TOPIC_AUTHORIZATION_FAILED
    const named = await node.metadata(12, ['secret', 'a'])
    expect(
      new Map(named.topics.map((it) => [it.name, [it.errorCode, it.topicId === ZERO_UUID]])),
    ).toEqual(
      new Map([
        ['secret', [unauthorized, true]],
        ['a', [0, false]],
      ]),
    )
    expect(codes(await node.metadata(12, null))).toEqual([['a', 0]])
    const id = node.idOf('secret')
    expect((await node.metadata(12, [byId(id)])).topics).toMatchObject([
      { name: null, topicId: id, errorCode: unauthorized },
    ])
  })

  test('decide what is made', async () => {
    const authorizer = allowing('describe topic mine', 'describe topic yours', 'create topic mine')
    using node = await Node.with({}, { authorizer })
    const answer = await node.metadata(12, ['mine', 'yours'], { allowAutoTopicCreation: true })
    expect(codes(answer)).toEqual([
      ['mine', ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
      ['yours', ErrorCode.TOPIC_AUTHORIZATION_FAILED],
    ])
    expect([...node.bench.image.topics.values()].map(({ name }) => name)).toEqual(['mine'])
  })
})

test('what a topic costs does not depend on how many there are', async () => {
  using node = await Node.with({})
  let count = 0
  /** Fastest of three, per topic. */
  const cost = async (topics: number): Promise<number> => {
    while (count < topics) {
      const request = createTopicsRequest({
        timeoutMs: 1000,
        topics: Array.from({ length: 250 }, () =>
          createTopicsRequestTopic({ name: `t${count++}`, numPartitions: 4, replicationFactor: 1 }),
        ),
      })
      await node.ask(createTopicsApi, 2, request)
    }
    const times: number[] = []
    for (let time = 0; time < 3; time++) {
      const start = performance.now()
      expect((await node.metadata(12, null)).topics).toHaveLength(topics)
      times.push(performance.now() - start)
    }
    return Math.min(...times) / topics
  }
  const [few, many] = [await cost(500), await cost(5000)]
  expect(many).toBeLessThan(few * 4 + 0.05)
})
