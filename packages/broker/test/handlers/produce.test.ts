import { expect, test } from 'vitest'
import { uuid, ZERO_UUID } from '@samsa/base'
import { CODEC_ZSTD, produceApi, type ProduceResponse } from '@samsa/protocol'
import { batch } from '../replica/support/batches.ts'
import {
  fetch,
  partitionsOf,
  produce,
  produceAll,
  produceOf,
  put,
  told,
} from '../replica/support/requests.ts'
import { CLOSED } from '../replica/support/test-client.ts'
import { TestNode, UNKNOWN_ID } from '../replica/support/test-node.ts'
import { turn, until } from '../replica/support/manual-clock.ts'

const codes = (partitions: readonly { errorCode: number }[]): number[] =>
  partitions.map(({ errorCode }) => errorCode)

test.each([3, 5, 8, 9, 10, 12])('v%i appends a batch and says where', async (version) => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'before')
  const [partition] = await produceAll(client, [['t', 0, batch(['a', 'b'])]], { version })
  expect(partition).toMatchObject({
    errorCode: 0,
    baseOffset: 1,
    logAppendTimeMs: -1,
    logStartOffset: version >= 5 ? 0 : -1,
  })
  expect(told(await fetch(client, [['t', 0, 0]]))).toEqual(['t-0: before a b'])
})

test('from v13 on topics are named by id, and an id that is not there is error 100', async () => {
  await using node = await TestNode.start()
  const id = await node.createTopic('t')
  using client = node.client()
  const parts = [id, UNKNOWN_ID, ZERO_UUID].map((topic) => [topic, 0, batch(['a'])] as const)
  expect(codes(await produceAll(client, parts, { version: 13 }))).toEqual([0, 100, 100])
  expect(codes(await produceAll(client, [[id, 7, batch(['a'])]], { version: 13 }))).toEqual([3])
})

test('an unknown topic or partition is error 3 and tells no offsets', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const answers = await produceAll(client, [
    ['nope', 0, batch(['a'])],
    ['t', 7, batch(['a'])],
    ['t', -1, batch(['a'])],
    ['__proto__', 0, batch(['a'])],
    ['t', 0, batch(['a'])],
  ])
  expect(codes(answers)).toEqual([3, 3, 3, 3, 0])
  expect(answers[0]).toMatchObject({ baseOffset: -1, logAppendTimeMs: -1, logStartOffset: -1 })
})

test('acks other than -1, 0 and 1 are error 21, behind what the topic itself is', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const parts = [
    ['t', 0, batch(['a'])],
    ['nope', 0, batch(['a'])],
  ] as const
  expect(codes(await produceAll(client, parts, { acks: 2 }))).toEqual([21, 3])
  expect(node.partition('t').log.logEndOffset).toBe(0)
})

test('acks 0 is not answered, and an error closes the connection', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const silent = produceOf(8, [['t', 0, batch(['a'])]], { acks: 0 })
  client.send(client.frame(produceApi, 8, silent))
  await put(client, 't', 'b')
  expect(node.partition('t').log.logEndOffset).toBe(2)
  expect(client.socket.writes).toHaveLength(1)
  expect(await produce(client, [['nope', 0, batch(['a'])]], { acks: 0 })).toBe(CLOSED)
})

test('a transactional batch fails the whole request with error 53, with and without an id', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 2 })
  using client = node.client()
  const transactional = batch(['x'], {
    isTransactional: true,
    producerId: 5,
    producerEpoch: 0,
    baseSequence: 0,
  })
  const parts = [
    ['t', 0, batch(['a'])],
    ['t', 1, transactional],
  ] as const
  expect(codes(await produceAll(client, parts))).toEqual([53, 53])
  expect(codes(await produceAll(client, parts, { transactionalId: 'x' }))).toEqual([53, 53])
  expect(node.partition('t').log.logEndOffset).toBe(0)
  expect(await produce(client, parts, { acks: 0 })).toBe(CLOSED)
})

test('a transactional id without a transactional batch is nothing special', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const answers = await produceAll(client, [['t', 0, batch(['a'])]], { transactionalId: 'x' })
  expect(codes(answers)).toEqual([0])
})

test('bytes that cannot be a batch fail the whole request with error 2', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 2 })
  using client = node.client()
  const short = Buffer.from(batch(['a']))
  short.writeInt32BE(13, 8)
  const magic3 = Buffer.from(batch(['a']))
  magic3[16] = 3
  for (const bad of [short, magic3]) {
    const answers = await produceAll(client, [
      ['t', 0, batch(['a'])],
      ['t', 1, bad],
    ])
    expect(codes(answers)).toEqual([2, 2])
    expect(answers[0]?.errorMessage).toContain('record batch')
  }
  expect(node.partition('t').log.logEndOffset).toBe(0)
})

test('what is wrong with one batch is told of its partition alone', async () => {
  await using node = await TestNode.start()
  await node.createTopics({
    t: { partitions: 2 },
    keyed: { configs: { 'cleanup.policy': 'compact' } },
    small: { configs: { 'max.message.bytes': '100' } },
  })
  using client = node.client()
  const bad = Buffer.from(batch(['a']))
  bad[bad.length - 1]! ^= 1
  const answers = await produceAll(client, [
    ['t', 0, batch(['fine'])],
    ['t', 1, bad],
    ['keyed', 0, batch(['a', 'b'], { key: null })],
    ['small', 0, batch(['x'.repeat(200)])],
  ])
  expect(codes(answers)).toEqual([0, 2, 87, 10])
  expect(answers.map(({ logStartOffset }) => logStartOffset)).toEqual([0, -1, 0, -1])
  expect(answers[2]?.recordErrors.map(({ batchIndex }) => batchIndex)).toEqual([0, 1])
  expect(answers[2]?.errorMessage).toContain('keyed-0')
})

test('records at fault and messages are left out before v8', async () => {
  await using node = await TestNode.start()
  await node.createTopic('keyed', { configs: { 'cleanup.policy': 'compact' } })
  using client = node.client()
  const part = ['keyed', 0, batch(['a'], { key: null })] as const
  const [old] = await produceAll(client, [part], { version: 7 })
  expect(old).toMatchObject({ errorCode: 87, recordErrors: [], errorMessage: null })
})

test('no records at all, and two batches, are error 87', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const two = Buffer.concat([batch(['a']), batch(['b'])])
  for (const bytes of [null, new Uint8Array(0), two]) {
    expect(codes(await produceAll(client, [['t', 0, bytes]]))).toEqual([87])
  }
})

test('zstd needs v7', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const zstd = batch(['a'.repeat(100)], { codec: CODEC_ZSTD })
  expect(codes(await produceAll(client, [['t', 0, zstd]], { version: 6 }))).toEqual([76])
  expect(codes(await produceAll(client, [['t', 0, zstd]], { version: 7 }))).toEqual([0])
})

test('internal topics are closed to clients, but not to the tools that mend them', async () => {
  await using node = await TestNode.start()
  await node.createTopic('__consumer_offsets', { configs: { 'cleanup.policy': 'compact' } })
  using client = node.client()
  using admin = node.client('__admin_client')
  const part = ['__consumer_offsets', 0, batch(['a'])] as const
  expect(codes(await produceAll(client, [part]))).toEqual([17])
  expect(codes(await produceAll(admin, [part]))).toEqual([0])
})

test('a topic that may not be written is error 29, whatever is wrong besides', async () => {
  await using node = await TestNode.start({
    authorizer: {
      isEnabled: true,
      allows: (_principal, _host, operation, { name }) => operation !== 'write' || name === 't',
    },
  })
  await node.createTopics({ t: {}, secret: {} })
  using client = node.client()
  const answers = await produceAll(
    client,
    [
      ['secret', 0, batch(['a'])],
      ['secret', 9, batch(['a'])],
      ['nope', 0, batch(['a'])],
      ['t', 0, batch(['a'])],
    ],
    { acks: 1 },
  )
  expect(codes(answers)).toEqual([29, 29, 29, 0])
})

test('a partition that is named twice takes the batch that is named last, once', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 2 })
  using client = node.client()
  const answers = await produceAll(client, [
    ['t', 0, batch(['first'])],
    ['t', 1, batch(['other'])],
    ['t', 0, batch(['last', 'last too'])],
  ])
  expect(answers.map(({ index, errorCode }) => [index, errorCode])).toEqual([
    [0, 0],
    [1, 0],
  ])
  expect(told(await fetch(client, [['t', 0, 0]]))).toEqual(['t-0: last last too'])
})

test('LogAppendTime stamps the batch and tells the time', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { configs: { 'message.timestamp.type': 'LogAppendTime' } })
  using client = node.client()
  const [partition] = await produceAll(client, [['t', 0, batch(['a'], { timestamp: 5 })]])
  expect(partition?.logAppendTimeMs).toBe(node.clock.wallMs())
})

test("a topic's config counts from the moment it changes", async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const part = ['t', 0, batch(['x'.repeat(200)])] as const
  expect(codes(await produceAll(client, [part]))).toEqual([0])
  node.setConfigs('t', { 'max.message.bytes': '100' })
  expect(codes(await produceAll(client, [part]))).toEqual([10])
})

test('acks=all waits for the in-sync replicas until timeout.ms, acks=1 does not', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { isr: [1, 2] })
  using client = node.client()
  expect(codes(await produceAll(client, [['t', 0, batch(['a'])]], { acks: 1 }))).toEqual([0])
  let answers: number[] | undefined
  void produceAll(client, [['t', 0, batch(['b'])]], { acks: -1, timeoutMs: 300 }).then(
    (partitions) => (answers = codes(partitions)),
  )
  await node.clock.advance(299)
  expect(answers).toBeUndefined()
  await node.clock.advance(2)
  await until(() => answers !== undefined, 'the produce is answered')
  expect(answers).toEqual([7])
  expect(node.partition('t').log.logEndOffset).toBe(2)
  expect(node.partition('t').highWatermark).toBe(0)
})

test('below min.insync.replicas acks=all writes nothing, and acks=1 stays uncommitted', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { isr: [1, 2], configs: { 'min.insync.replicas': '2' } })
  node.alterTopic('t', () => ({ isr: [1 as never] }))
  using client = node.client()
  expect(codes(await produceAll(client, [['t', 0, batch(['a'])]], { acks: -1 }))).toEqual([19])
  expect(node.partition('t').log.logEndOffset).toBe(0)
  expect(codes(await produceAll(client, [['t', 0, batch(['a'])]], { acks: 1 }))).toEqual([0])
  expect(node.partition('t').highWatermark).toBe(0)
})

test('a lone replica is enough for itself, whatever min.insync.replicas says', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { configs: { 'min.insync.replicas': '3' } })
  using client = node.client()
  expect(codes(await produceAll(client, [['t', 0, batch(['a'])]], { acks: -1 }))).toEqual([0])
  expect(node.partition('t').highWatermark).toBe(1)
})

test('an append that waits for other replicas is answered when this one is alone in sync', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { isr: [1, 2] })
  using client = node.client()
  const answers = produceAll(client, [['t', 0, batch(['b'])]], { timeoutMs: 10_000 })
  await turn()
  node.alterTopic('t', () => ({ isr: [1 as never] }))
  expect(codes(await answers)).toEqual([0])
})

test('an append that waits for other replicas ends when another leader is elected', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { isr: [1, 2] })
  using client = node.client()
  const response = produce(client, [['t', 0, batch(['b'])]], { timeoutMs: 10_000 })
  await turn()
  node.alterTopic('t', () => ({ leader: 2 as never, leaderEpoch: 1 as never }))
  const answer = (await response) as ProduceResponse
  expect(answer.responses[0]?.partitionResponses[0]).toMatchObject({
    errorCode: 6,
    currentLeader: { leaderId: 2, leaderEpoch: 1 },
  })
})

test('the right leader and its address stand beside error 6 from v10 on', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  node.alterTopic('t', () => ({ leader: -1 as never, leaderEpoch: 3 as never }))
  using client = node.client()
  const part = ['t', 0, batch(['a'])] as const
  const withoutHint = (await produce(client, [part], { version: 9 })) as ProduceResponse
  expect(codes(withoutHint.responses[0]!.partitionResponses)).toEqual([6])
  const hint = (await produce(client, [part], { version: 10 })) as ProduceResponse
  expect(hint.responses[0]!.partitionResponses[0]!.currentLeader).toMatchObject({
    leaderId: -1,
    leaderEpoch: 3,
  })
  expect(hint.nodeEndpoints).toEqual([])
})

test('a partition whose log is still being opened is error 6 with this node as its leader', async () => {
  await using node = await TestNode.start()
  const opening = node.createTopic('t')
  using client = node.client()
  const answer = (await produce(client, [['t', 0, batch(['a'])]])) as ProduceResponse
  expect(answer.responses[0]!.partitionResponses[0]).toMatchObject({
    errorCode: 6,
    currentLeader: { leaderId: 1, leaderEpoch: 0 },
  })
  expect(answer.nodeEndpoints).toMatchObject([{ nodeId: 1, host: 'here', port: 9092 }])
  await opening
  expect(codes(await produceAll(client, [['t', 0, batch(['a'])]]))).toEqual([0])
})

test('requests of one connection are appended and answered in their order', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const frames: Uint8Array[] = []
  const answers: Promise<ProduceResponse | typeof CLOSED>[] = []
  for (let index = 0; index < 6; index++) {
    // Small ones are written at once, large ones on the pool.
    const text = index % 2 === 0 ? 'x'.repeat(300_000) : 'small'
    const request = produceOf(8, [['t', 0, batch([`${index} ${text}`])]])
    frames.push(client.frame(produceApi, 8, request))
    answers.push(client.answer<ProduceResponse>(produceApi as never, 8))
  }
  client.send(Buffer.concat(frames))
  await until(() => node.partition('t').log.logEndOffset === 6, 'all are appended')
  await turn()
  client.send(new Uint8Array(0))
  const offsets = (await Promise.all(answers)).map(
    (answer) => (answer as ProduceResponse).responses[0]!.partitionResponses[0]!.baseOffset,
  )
  expect(offsets).toEqual([0, 1, 2, 3, 4, 5])
  const [read] = partitionsOf(await fetch(client, [['t', 0, 0]], { maxBytes: 1 << 30 }))
  expect(read?.records?.sizeBytes).toBeGreaterThan(900_000)
})

test('F05: an idempotent producer whose state is gone goes on with any sequence', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const send = async (baseSequence: number, count: number): Promise<[number, number]> => {
    const texts = Array.from({ length: count }, (_, index) => `${baseSequence + index}`)
    const bytes = batch(texts, { producerId: 9, producerEpoch: 0, baseSequence })
    const [partition] = await produceAll(client, [['t', 0, bytes]])
    return [partition!.errorCode, partition!.baseOffset]
  }
  expect(await send(7, 8)).toEqual([0, 0])
  expect(await send(15, 2)).toEqual([0, 8])
  expect(await send(7, 8)).toEqual([0, 0])
  expect(await send(20, 1)).toEqual([45, -1])
  expect(await send(17, 1)).toEqual([0, 10])
  const stale = batch(['old'], { producerId: 9, producerEpoch: -1, baseSequence: 18 })
  expect(codes(await produceAll(client, [['t', 0, stale]]))).toEqual([47])
})

test('ids that look like prototypes, and topics of a deleted topic, are ordinary unknown ones', async () => {
  await using node = await TestNode.start()
  const id = await node.createTopic('t')
  node.deleteTopic('t')
  using client = node.client()
  expect(codes(await produceAll(client, [[id, 0, batch(['a'])]], { version: 13 }))).toEqual([100])
  expect(codes(await produceAll(client, [['t', 0, batch(['a'])]]))).toEqual([3])
  const odd = uuid('__proto__AAAAAAAAAAAAA')
  expect(codes(await produceAll(client, [[odd, 0, batch(['a'])]], { version: 13 }))).toEqual([100])
})
