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
import { heapBytesOf } from './heap.ts'
import type { LoopbackSocket } from './loopback-net.ts'
import { nanosecondsOf, printTable } from './measure.ts'

const VERSION = 12
const PARTITIONS = 1000
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
  maxWaitMs: number = 0,
): Promise<{ socket: LoopbackSocket; poll: () => void }> {
  const socket = node.dial()
  const opened = await node.call(
    socket,
    fetchApi,
    VERSION,
    requestOf(partitions, { sessionEpoch: 0 }),
  )
  const { sessionId } = opened
  const marker = 0x5a5a5a5a
  const request = requestOf(0, { sessionId, sessionEpoch: marker, maxWaitMs })
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
const produceFrame = node.frame(
  produceApi,
  VERSION,
  produceRequest({
    acks: 1,
    timeoutMs: 1000,
    topicData: [
      produceRequestTopic({
        name: 't',
        partitionData: [produceRequestTopicPartition({ index: 0, records: recordsOf(batch) })],
      }),
    ],
  }),
)

const rows = [['Fetch', 'µs', 'heap B']]
async function measure(name: string, run: () => void): Promise<void> {
  const [nanoseconds] = nanosecondsOf([{ name, run }])
  rows.push([name, (nanoseconds! / 1000).toFixed(1), (await heapBytesOf(run)).toFixed(0)])
}

for (const partitions of [1, 50, PARTITIONS]) {
  const { poll } = await sessionPoll(node, partitions)
  await measure(`incremental, ${partitions} partitions, nothing new`, poll)
}
for (const partitions of [1, 50]) {
  const socket = node.dial()
  const frame = node.frame(fetchApi, VERSION, requestOf(partitions, {}))
  await measure(`without a session, ${partitions} partitions, nothing there`, () =>
    socket.send(frame),
  )
}

/** From a Produce to the answer of the poll that waited for it. */
async function wakeMicroseconds(): Promise<number> {
  const { socket, poll } = await sessionPoll(node, 1, 60_000)
  const writer = node.dial()
  let best = Number.POSITIVE_INFINITY
  const rounds = 300
  for (let sample = 0; sample < 15; sample++) {
    const start = performance.now()
    for (let round = 0; round < rounds; round++) {
      // The client does not move on: what it was given is there again, and is given at once.
      poll()
      writer.send(produceFrame)
      await Promise.resolve()
      socket.drain()
    }
    best = Math.min(best, ((performance.now() - start) * 1000) / rounds)
  }
  return best
}

const single = node.dial()
const before = node.dial()
before.send(produceFrame)
const readFrame = node.frame(fetchApi, VERSION, requestOf(1, {}))
await measure('without a session, one batch of 1 KiB', () => single.send(readFrame))
rows.push(['a Produce and the poll it wakes', (await wakeMicroseconds()).toFixed(1), ''])
printTable(rows)
await node.stop()
