import { uuid, ZERO_UUID } from '@samsa/base'
import {
  createPartitionsApi,
  type CreatePartitionsRequest,
  createPartitionsRequest,
  createPartitionsRequestTopic,
  createTopicsApi,
  type CreateTopicsRequest,
  createTopicsRequest,
  type CreateTopicsRequestTopic,
  createTopicsRequestTopic,
  createTopicsRequestTopicConfig,
  type CreateTopicsResponse,
  deleteTopicsApi,
  type DeleteTopicsRequest,
  deleteTopicsRequest,
  deleteTopicsRequestTopic,
  type DeleteTopicsResponse,
  ErrorCode,
} from '@samsa/protocol'
import { describe, expect, test } from 'vitest'
import { AdminNode, allowing } from './support/admin-node.ts'

const UNKNOWN_ID = uuid('AAAAAAAAAAAAAAAAAAAAZA')

class Node extends AdminNode {
  create(
    topics: readonly Partial<CreateTopicsRequestTopic>[],
    more: Partial<CreateTopicsRequest> = {},
    version: number = 7,
  ): Promise<CreateTopicsResponse> {
    const asked = topics.map((topic) =>
      createTopicsRequestTopic({ numPartitions: 1, replicationFactor: 1, ...topic }),
    )
    const request = createTopicsRequest({ timeoutMs: 1000, topics: asked, ...more })
    return this.ask(createTopicsApi, version, request)
  }

  delete(
    topics: readonly { readonly name?: string | null; readonly topicId?: string }[],
    more: Partial<DeleteTopicsRequest> = {},
  ): Promise<DeleteTopicsResponse> {
    const asked = topics.map(({ name = null, topicId = ZERO_UUID }) =>
      deleteTopicsRequestTopic({ name, topicId: uuid(topicId) }),
    )
    const request = deleteTopicsRequest({ timeoutMs: 1000, topics: asked, ...more })
    return this.ask(deleteTopicsApi, 6, request)
  }

  grow(
    topics: readonly { readonly name: string; readonly count: number }[],
    more: Partial<CreatePartitionsRequest> = {},
    version: number = 3,
  ) {
    const asked = topics.map((topic) =>
      createPartitionsRequestTopic({ ...topic, assignments: null }),
    )
    const request = createPartitionsRequest({ timeoutMs: 1000, topics: asked, ...more })
    return this.ask(createPartitionsApi, version, request)
  }

  get names(): string[] {
    return [...this.bench.image.topics.values()].map(({ name }) => name)
  }

  idOf(name: string): string {
    return this.bench.image.topics.byName(name)!.id
  }
}

const codes = ({ topics }: CreateTopicsResponse) => topics.map((it) => [it.name, it.errorCode])

describe('CreateTopics', () => {
  test('answers in every version what that version can say', async () => {
    using node = new Node()
    for (let version = 2; version <= 7; version++) {
      const name = `v${version}`
      const { topics } = await node.create([{ name, numPartitions: 2 }], {}, version)
      const [topic] = topics
      expect([topic!.name, topic!.errorCode, topic!.errorMessage]).toEqual([name, 0, null])
      expect(topic!.topicId).toBe(version < 7 ? ZERO_UUID : node.idOf(name))
      expect([topic!.numPartitions, topic!.replicationFactor]).toEqual(
        version < 5 ? [-1, -1] : [2, 1],
      )
      expect(topic!.configs!.length).toBe(version < 5 ? 0 : 33)
    }
    expect(node.names).toEqual(['v2', 'v3', 'v4', 'v5', 'v6', 'v7'])
  })

  test('takes counts from the configuration where the request leaves them open', async () => {
    using node = new Node({
      brokers: 3,
      properties: { 'num.partitions': '4', 'default.replication.factor': '2' },
    })
    const { topics } = await node.create([{ name: 'a', numPartitions: -1, replicationFactor: -1 }])
    expect([topics[0]!.numPartitions, topics[0]!.replicationFactor]).toEqual([4, 2])
  })

  test('tells the configs in force, those set and those inherited, in order of name', async () => {
    using node = new Node({ properties: { 'log.retention.ms': '4000' } })
    const configs = [createTopicsRequestTopicConfig({ name: 'segment.bytes', value: '2097152' })]
    const { topics } = await node.create([{ name: 'a', configs }])
    const told = topics[0]!.configs!
    expect(told.map(({ name }) => name)).toEqual(told.map(({ name }) => name).toSorted())
    const of = (name: string) => told.find((config) => config.name === name)
    expect(of('segment.bytes')).toMatchObject({ value: '2097152', configSource: 1 })
    expect(of('retention.ms')).toMatchObject({ value: '4000', configSource: 4 })
    expect(of('cleanup.policy')).toMatchObject({ value: 'delete', configSource: 5 })
  })

  test('keeps configs back from whoever may not see them', async () => {
    using node = new Node({ authorizer: allowing('create cluster kafka-cluster') })
    const { topics } = await node.create([{ name: 'a' }])
    expect(topics[0]).toMatchObject({
      errorCode: 0,
      topicConfigErrorCode: ErrorCode.TOPIC_AUTHORIZATION_FAILED,
      numPartitions: -1,
      configs: [],
    })
  })

  test('refuses bad configs in the words of Apache Kafka', async () => {
    using node = new Node()
    const refusals = []
    for (const [name, value] of [
      ['foo', 'x'],
      ['retention.ms', 'x'],
      ['retention.ms', null],
    ] as const) {
      const configs = [createTopicsRequestTopicConfig({ name, value })]
      const { topics } = await node.create([{ name: 'a', configs }])
      refusals.push([topics[0]!.errorCode, topics[0]!.errorMessage])
    }
    expect(refusals).toEqual([
      [40, 'Unknown topic config name: foo'],
      [40, 'Invalid value x for configuration retention.ms: Not a number of type LONG'],
      [40, 'Null value not supported for topic configs: retention.ms'],
    ])
    expect(node.names).toEqual([])
  })

  test('refuses names given twice and the quorum’s own, and makes the others', async () => {
    using node = new Node()
    const asked = ['twice', 'a', 'twice', '__cluster_metadata', 'b', 'twice'].map((name) => ({
      name,
    }))
    const { topics } = await node.create(asked)
    expect(topics.map((it) => [it.name, it.errorCode, it.errorMessage])).toEqual([
      ['a', 0, null],
      ['b', 0, null],
      ['twice', 42, 'Duplicate topic name.'],
      ['__cluster_metadata', 42, 'Creation of internal topic __cluster_metadata is prohibited.'],
    ])
    expect(node.names).toEqual(['a', 'b'])
  })

  test('makes only what the client may make', async () => {
    using node = new Node({ authorizer: allowing('create topic mine') })
    const { topics } = await node.create([{ name: 'mine' }, { name: 'yours' }])
    expect(topics.map((it) => [it.name, it.errorCode, it.errorMessage])).toEqual([
      ['mine', 0, null],
      ['yours', 29, 'Authorization failed.'],
    ])
  })

  test('makes nothing when it is only to validate, and names an id all the same', async () => {
    using node = new Node()
    const { topics } = await node.create([{ name: 'a', numPartitions: 3 }], { validateOnly: true })
    expect(topics).toMatchObject([{ errorCode: 0, numPartitions: 3 }])
    expect(topics[0]!.topicId).not.toBe(ZERO_UUID)
    expect(node.names).toEqual([])
  })

  test('without time to wait is a timeout, and makes nothing', async () => {
    using node = new Node()
    for (const timeoutMs of [0, -1]) {
      expect(codes(await node.create([{ name: 'a' }], { timeoutMs }))).toEqual([['a', 7]])
    }
    expect(node.names).toEqual([])
  })

  test('takes __proto__ and constructor for ordinary names', async () => {
    using node = new Node()
    const answer = await node.create([{ name: '__proto__' }, { name: 'constructor' }])
    expect(codes(answer)).toEqual([
      ['__proto__', 0],
      ['constructor', 0],
    ])
    expect(node.names).toEqual(['__proto__', 'constructor'])
  })
})

describe('DeleteTopics', () => {
  test('by name answers in the older versions', async () => {
    using node = new Node()
    for (const version of [1, 3, 4, 5]) {
      await node.create([{ name: 'a' }])
      const request = deleteTopicsRequest({ timeoutMs: 1000, topicNames: ['a', 'none'] })
      const { responses } = await node.ask(deleteTopicsApi, version, request)
      const told = responses.map(({ name, errorCode, errorMessage }) => [
        name,
        errorCode,
        errorMessage,
      ])
      const unknown = version < 5 ? null : 'This server does not host this topic-partition.'
      expect(new Map(told.map((it) => [it[0], it]))).toEqual(
        new Map([
          ['a', ['a', 0, null]],
          ['none', ['none', 3, unknown]],
        ]),
      )
      expect(node.names).toEqual([])
    }
  })

  test('by name or id takes the topic with its configs', async () => {
    using node = new Node()
    const configs = [createTopicsRequestTopicConfig({ name: 'retention.ms', value: '1000' })]
    await node.create([{ name: 'a', configs }, { name: 'b' }])
    const id = node.idOf('b')
    const { responses } = await node.delete([{ name: 'a' }, { topicId: id }])
    expect(responses.map(({ name, errorCode }) => [name, errorCode])).toEqual([
      ['b', 0],
      ['a', 0],
    ])
    expect([node.names, node.bench.image.configs.of(2, 'a').size]).toEqual([[], 0])
  })

  test('refuses what is not there, not said, or said twice, and says which', async () => {
    using node = new Node()
    await node.create([{ name: 'a' }, { name: 'b' }, { name: 'c' }])
    const [a, b] = [node.idOf('a'), node.idOf('b')]
    const refusals = []
    for (const topics of [
      [{ topicId: UNKNOWN_ID }],
      [{}],
      [{ name: 'a', topicId: a }],
      [{ name: 'a' }, { name: 'a' }],
      [{ topicId: a }, { topicId: a }],
      [{ topicId: a }, { name: 'a' }],
      [{ topicId: b }, { topicId: b }, { name: 'b' }],
    ]) {
      const { responses } = await node.delete(topics)
      refusals.push(responses.map(({ errorCode, errorMessage }) => `${errorCode} ${errorMessage}`))
    }
    expect(refusals).toEqual([
      ['100 This server does not host this topic ID.'],
      ['42 Neither topic name nor id were specified.'],
      ['42 You may not specify both topic name and topic id.'],
      ['42 Duplicate topic name.'],
      ['42 Duplicate topic id.'],
      ['42 The provided topic name maps to an ID that was already supplied.'],
      [
        '42 Duplicate topic id.',
        '42 The provided topic name maps to an ID that was already supplied.',
      ],
    ])
    expect(node.names).toEqual(['a', 'b', 'c'])
  })

  test('is refused as a whole where topics may not be deleted', async () => {
    using node = new Node({ properties: { 'delete.topic.enable': 'false' } })
    await node.create([{ name: 'a' }])
    const { responses } = await node.delete([{ name: 'a' }])
    expect(responses.map(({ errorCode }) => errorCode)).toEqual([ErrorCode.TOPIC_DELETION_DISABLED])
    const request = deleteTopicsRequest({ timeoutMs: 1000, topicNames: ['a'] })
    const old = await node.ask(deleteTopicsApi, 2, request)
    expect(old.responses.map(({ errorCode }) => errorCode)).toEqual([ErrorCode.INVALID_REQUEST])
    expect(node.names).toEqual(['a'])
  })

  test('hides what the client may not describe, and keeps what it may not delete', async () => {
    const authorizer = allowing(
      'create cluster kafka-cluster',
      'describe topic seen',
      'describe topic mine',
      'delete topic mine',
    )
    using node = new Node({ authorizer })
    await node.create(['seen', 'hidden', 'mine'].map((name) => ({ name })))
    const asked = [
      { name: 'seen' },
      { name: 'hidden' },
      { name: 'never' },
      { name: 'mine' },
      { topicId: node.idOf('hidden') },
    ]
    const hiddenId = node.idOf('hidden')
    const { responses } = await node.delete(asked)
    expect(
      responses.map(({ name, topicId, errorCode }) => [name, topicId === hiddenId, errorCode]),
    ).toEqual([
      [null, true, 29],
      ['seen', false, 29],
      ['hidden', false, 29],
      ['never', false, 29],
      ['mine', false, 0],
    ])
    expect(node.names).toEqual(['hidden', 'seen'])
  })

  test('without time to wait is a timeout', async () => {
    using node = new Node()
    await node.create([{ name: 'a' }])
    const { responses } = await node.delete([{ name: 'a' }], { timeoutMs: 0 })
    expect(responses.map(({ errorCode }) => errorCode)).toEqual([7])
    expect(node.names).toEqual(['a'])
  })
})

describe('CreatePartitions', () => {
  test('adds partitions in every version', async () => {
    using node = new Node()
    await node.create([{ name: 'a' }])
    for (let version = 0; version <= 3; version++) {
      const { results } = await node.grow([{ name: 'a', count: version + 2 }], {}, version)
      expect(results.map((it) => [it.name, it.errorCode, it.errorMessage])).toEqual([
        ['a', 0, null],
      ])
      expect(node.bench.image.topics.byName('a')!.partitions).toHaveLength(version + 2)
    }
  })

  test('adds nothing when it is only to validate', async () => {
    using node = new Node()
    await node.create([{ name: 'a' }])
    const { results } = await node.grow([{ name: 'a', count: 5 }], { validateOnly: true })
    expect(results.map(({ errorCode }) => errorCode)).toEqual([0])
    expect(node.bench.image.topics.byName('a')!.partitions).toHaveLength(1)
  })

  test('refuses a name given twice, and what the client may not alter', async () => {
    const authorizer = allowing('create cluster kafka-cluster', 'alter topic a')
    using node = new Node({ authorizer })
    await node.create([{ name: 'a' }, { name: 'b' }])
    const asked = [
      { name: 'b', count: 2 },
      { name: 'a', count: 2 },
      { name: 'c', count: 2 },
      { name: 'c', count: 2 },
    ]
    const { results } = await node.grow(asked)
    expect(results.map((it) => [it.name, it.errorCode, it.errorMessage])).toEqual([
      ['b', 29, null],
      ['c', 42, 'Duplicate topic name.'],
      ['a', 0, null],
    ])
  })

  test('without time to wait is a timeout', async () => {
    using node = new Node()
    await node.create([{ name: 'a' }])
    const { results } = await node.grow([{ name: 'a', count: 2 }], { timeoutMs: 0 })
    expect(results.map(({ errorCode }) => errorCode)).toEqual([7])
  })
})

test('a pipelined request sees what the one before it made', async () => {
  using node = new Node()
  const { client } = node
  const topic = createTopicsRequestTopic({ name: 'a', numPartitions: 1, replicationFactor: 1 })
  const first = client.tryCall(
    createTopicsApi,
    7,
    createTopicsRequest({ timeoutMs: 1000, topics: [topic] }),
  )
  const grown = createPartitionsRequestTopic({ name: 'a', count: 3, assignments: null })
  const second = client.tryCall(
    createPartitionsApi,
    3,
    createPartitionsRequest({ timeoutMs: 1000, topics: [grown] }),
  )
  node.bench.commit()
  node.bench.commit()
  expect(await first).toMatchObject({ topics: [{ name: 'a', errorCode: 0 }] })
  expect(await second).toMatchObject({ results: [{ name: 'a', errorCode: 0 }] })
  expect(node.bench.image.topics.byName('a')!.partitions).toHaveLength(3)
})
