/**
 * `node bench/micro/fetch.ts`: Fetch through a whole node without a network. Time and heap of a poll
 * that finds nothing (incremental, with 1, 50 and 1,000 partitions in the session; without a session),
 * of one that reads at the log's end, and the time from a Produce to the answer of the poll it wakes.
 */
import {
  buildBatch,
  CODEC_NONE,
  fetchApi,
  fetchRequest,
  fetchRequestTopic,
  fetchRequestTopicPartition,
  produceApi,
  produceRequest,
  produceRequestTopic,
  produceRequestTopicPartition,
  recordsOf,
  type FetchRequest,
} from '@samsa/protocol'
import { newBatchTools, textOf } from './batch-tools.ts'
import { BenchNode } from './bench-node.ts'
import type { LoopbackSocket } from './loopback-net.ts'
import { printTable } from './measure.ts'
import { costOf } from './request-cost.ts'

const VERSION = 12
const PARTITIONS = 1000
/** Stands in a frame where the offset will be. */
const MARKER = 0x5a_5a5a_5a5a
const MARKER_BYTES = Buffer.from([0, 0, 0, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a])
const batch = buildBatch(newBatchTools(), { codec: CODEC_NONE }, [
  { key: null, value: textOf(1024), timestamp: Date.now() },
])

function requestOf(partitions: number, more: Partial<FetchRequest>): FetchRequest {
  const asked = Array.from({ length: partitions }, (_, partition) =>
    fetchRequestTopicPartition({ partition, fetchOffset: 0, partitionMaxBytes: 1_048_576 }),
  )
  return fetchRequest({
    replicaId: -1,
    maxWaitMs: 0,
    minBytes: 1,
    maxBytes: 52_428_800,
    sessionId: 0,
    sessionEpoch: -1,
    ...more,
    topics: partitions === 0 ? [] : [fetchRequestTopic({ topic: 't', partitions: asked })],
  })
}

/** Polls of one session: each frame is the one before with the next epoch in it. */
async function sessionPoll(
  node: BenchNode,
  partitions: number,
): Promise<{ socket: LoopbackSocket; poll: () => void }> {
  const socket = node.dial()
  const opened = await node.call(
    socket,
    fetchApi,
    VERSION,
    requestOf(partitions, { sessionEpoch: 0 }),
  )
  const { sessionId } = opened
  const request = requestOf(0, { sessionId, sessionEpoch: 0x5a5a5a5a })
  const frame = Buffer.from(node.frame(fetchApi, VERSION, request))
  const epochAt = frame.indexOf(Buffer.from([0x5a, 0x5a, 0x5a, 0x5a]))
  let epoch = 0
  const poll = (): void => {
    frame.writeInt32BE(++epoch, epochAt)
    socket.send(frame)
  }
  return { socket, poll }
}

const node = await BenchNode.start()
await node.createTopic('t', PARTITIONS)
const produceFrame = produceFrameTo('t')

function produceFrameTo(name: string): Uint8Array {
  const partitionData = [produceRequestTopicPartition({ index: 0, records: recordsOf(batch) })]
  const topicData = [produceRequestTopic({ name, partitionData })]
  return node.frame(produceApi, VERSION, produceRequest({ acks: 1, timeoutMs: 1000, topicData }))
}

/** A poll without a session, for partition 0 from `fetchOffset` on, that waits for a minute. */
function pollAt(topic: string, fetchOffset: number): FetchRequest {
  const asked = { partition: 0, fetchOffset, partitionMaxBytes: 1_048_576 }
  const partitions = [fetchRequestTopicPartition(asked)]
  const topics = [fetchRequestTopic({ topic, partitions })]
  return { ...requestOf(0, { maxWaitMs: 60_000 }), topics }
}

const rows = [['Fetch', 'µs', 'heap B']]
async function measure(name: string, socket: LoopbackSocket, send: () => void): Promise<void> {
  const { nanoseconds, heapBytes } = await costOf(socket, send)
  rows.push([name, (nanoseconds / 1000).toFixed(1), heapBytes.toFixed(0)])
}

for (const partitions of [1, 50, PARTITIONS]) {
  const { socket, poll } = await sessionPoll(node, partitions)
  await measure(`incremental, ${partitions} partitions, nothing new`, socket, poll)
}
for (const partitions of [1, 50]) {
  const socket = node.dial()
  const frame = node.frame(fetchApi, VERSION, requestOf(partitions, {}))
  await measure(`without a session, ${partitions} partitions, nothing there`, socket, () =>
    socket.send(frame),
  )
}

/** From a Produce to the answer of the poll that waited for it; the quicker half of all rounds. */
async function wakeMicroseconds(): Promise<number> {
  await node.createTopic('w', 1)
  const [socket, writer] = [node.dial(), node.dial()]
  const frame = Buffer.from(node.frame(fetchApi, VERSION, pollAt('w', MARKER)))
  const offsetAt = frame.indexOf(MARKER_BYTES)
  const produceToIt = produceFrameTo('w')
  const times: number[] = []
  for (let round = 0; round < 2000; round++) {
    frame.writeBigInt64BE(BigInt(round), offsetAt)
    socket.send(frame)
    const answers = socket.answerCount
    const start = performance.now()
    writer.send(produceToIt)
    await Promise.resolve()
    const took = performance.now() - start
    if (socket.answerCount > answers) times.push(took * 1000)
    while (socket.answerCount === answers) await new Promise((resolve) => setImmediate(resolve))
    socket.drain()
    writer.drain()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const quick = times.sort((one, other) => one - other).slice(0, times.length >> 1)
  return quick.reduce((sum, took) => sum + took, 0) / quick.length
}

const single = node.dial()
const before = node.dial()
before.send(produceFrame)
const readFrame = node.frame(fetchApi, VERSION, requestOf(1, {}))
await measure('without a session, one batch of 1 KiB', single, () => single.send(readFrame))
rows.push(['a Produce and the poll it wakes', (await wakeMicroseconds()).toFixed(1), ''])
printTable(rows)
await node.stop()
