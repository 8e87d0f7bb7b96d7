import { offset, ZERO_UUID } from '@samsa/base'
import type { ClientConnection } from '@samsa/client'
import {
  BatchBuilder,
  BatchWalker,
  createTopicsApi,
  createTopicsRequest,
  createTopicsRequestTopic,
  ErrorCode,
  fetchApi,
  fetchRequest,
  metadataApi,
  metadataRequest,
  produceApi,
  produceRequest,
} from '@samsa/protocol'
import { Simulation } from '@samsa/testkit'
import { expect, test } from 'vitest'
import {
  connectFrom,
  formatHost,
  simulatedTools,
  startSimulatedNode,
} from './support/simulated-node.ts'

const TOPIC = 'story'
const BATCHES = 1200
const RECORDS_PER_BATCH = 5

async function createTopic(connection: ClientConnection): Promise<void> {
  const topic = createTopicsRequestTopic({ name: TOPIC, numPartitions: 3, replicationFactor: 1 })
  const version = connection.versionOf(createTopicsApi)
  const request = createTopicsRequest({ topics: [topic], timeoutMs: 10_000 })
  const created = await connection.send(createTopicsApi, version, request)
  expect(created.topics[0]?.errorCode).toBe(ErrorCode.NONE)
  const metadata = await connection.send(metadataApi, 12, metadataRequest({ topics: null }))
  expect(metadata.topics.map(({ name }) => name)).toEqual([TOPIC])
}

/** Records `turn:0 … turn:n` to a partition. */
async function produce(
  connection: ClientConnection,
  partition: number,
  turn: number,
): Promise<void> {
  const builder = new BatchBuilder(simulatedTools())
  for (let index = 0; index < RECORDS_PER_BATCH; index++) {
    builder.append({ key: null, value: Buffer.from(`${turn}:${index}`), timestamp: turn })
  }
  const batch = builder.build()
  const records = { pieces: [batch], sizeBytes: batch.length }
  const request = produceRequest({
    acks: -1,
    timeoutMs: 10_000,
    topicData: [
      {
        name: TOPIC,
        topicId: ZERO_UUID,
        partitionData: [{ index: partition, records, unknownTaggedFields: null }],
        unknownTaggedFields: null,
      },
    ],
  })
  for (;;) {
    const response = await connection.send(produceApi, 12, request)
    const answer = response.responses[0]?.partitionResponses[0]
    // The log of a new partition is opened behind the metadata: clients ask again.
    if (answer?.errorCode === ErrorCode.NOT_LEADER_OR_FOLLOWER) continue
    expect(answer?.errorCode).toBe(ErrorCode.NONE)
    return
  }
}

/** How many records a partition holds, as fetched from its beginning. */
async function count(connection: ClientConnection, partition: number): Promise<number> {
  let next = 0
  for (;;) {
    const request = fetchRequest({
      maxWaitMs: 100,
      minBytes: 1,
      maxBytes: 1_000_000,
      sessionEpoch: -1,
      topics: [
        {
          topic: TOPIC,
          topicId: ZERO_UUID,
          partitions: [partitionOf(partition, next)],
          unknownTaggedFields: null,
        },
      ],
    })
    const response = await connection.send(fetchApi, 12, request)
    const answer = response.responses[0]?.partitions[0]
    expect(answer?.errorCode).toBe(ErrorCode.NONE)
    const bytes = Buffer.concat(answer?.records?.pieces ?? [])
    if (bytes.length === 0) return next
    const walker = new BatchWalker(bytes)
    while (walker.next()) {
      expect(walker.batch.baseOffset).toBe(next)
      next = Number(walker.batch.lastOffset) + 1
    }
  }
}

function partitionOf(partition: number, fetchOffset: number) {
  return {
    partition,
    currentLeaderEpoch: -1,
    fetchOffset: offset(fetchOffset),
    lastFetchedEpoch: -1,
    logStartOffset: -1,
    partitionMaxBytes: 100_000,
    replicaDirectoryId: ZERO_UUID,
    highWatermark: 9_223_372_036_854_775_807n,
    unknownTaggedFields: null,
  }
}

/** A node, two clients, a crash in the middle: the same story from each seed. */
async function tell(seed: number): Promise<{ hash: string; entries: number; counts: number[] }> {
  const simulation = new Simulation({ seed, keepsTrace: true })
  const host = simulation.host('node')
  const client = simulation.host('client')
  const counts = await simulation.complete(async () => {
    await formatHost(host.doors)
    const node = await startSimulatedNode(host)
    const [first, second] = await Promise.all([
      connectFrom(client, host),
      connectFrom(client, host),
    ])
    await createTopic(first)
    const story = async (connection: ClientConnection, from: number): Promise<void> => {
      for (let turn = from; turn < BATCHES; turn += 2) await produce(connection, turn % 3, turn)
    }
    await Promise.all([story(first, 0), story(second, 1)])
    first.close()
    second.close()
    await node.stop()

    const again = await startSimulatedNode(host)
    const reader = await connectFrom(client, host)
    const found = [await count(reader, 0), await count(reader, 1), await count(reader, 2)]
    reader.close()
    await again.stop()
    return found
  })
  return { hash: simulation.trace.hash, entries: simulation.trace.count, counts }
}

test('a whole node with clients runs in virtual time, and a seed replays it to the last door call', async () => {
  const once = await tell(1)
  expect(once.counts.reduce((sum, value) => sum + value, 0)).toBe(BATCHES * RECORDS_PER_BATCH)
  expect(once.entries).toBeGreaterThanOrEqual(10_000)
  expect(await tell(1)).toEqual(once)
  const other = await tell(2)
  expect(other.counts).toEqual(once.counts)
  expect(other.hash).not.toBe(once.hash)
})

test('code that goes round the doors fails the run', async () => {
  const simulation = new Simulation({ seed: 1 })
  const host = simulation.host('node')
  await expect(
    simulation.complete(async () => {
      await formatHost(host.doors)
      const node = await startSimulatedNode(host)
      Date.now()
      await node.stop()
    }),
  ).rejects.toThrow(/Date\.now/)
})
