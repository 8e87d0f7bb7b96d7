/**
 * `node bench/micro/produce.ts`: one Produce request of one batch, from the bytes that arrive to the
 * bytes of the answer, through a whole node without a network: time, and heap allocated.
 */
import {
  buildBatch,
  CODEC_NONE,
  CODEC_ZSTD,
  produceApi,
  produceRequest,
  produceRequestTopic,
  produceRequestTopicPartition,
  recordsOf,
} from '@samsa/protocol'
import { newBatchTools, textOf } from './batch-tools.ts'
import { BenchNode } from './bench-node.ts'
import { printTable } from './measure.ts'
import { costOf } from './request-cost.ts'

const VERSION = 12
const tools = newBatchTools()

function batchOf(count: number, bytes: number, codec: number): Uint8Array {
  const records = Array.from({ length: count }, (_, index) => ({
    key: null,
    value: textOf(bytes, index + 1),
    timestamp: Date.now(),
  }))
  return buildBatch(tools, { codec }, records)
}

function framesOf(node: BenchNode, partitions: number, batch: Uint8Array): Uint8Array {
  const partitionData = Array.from({ length: partitions }, (_, index) =>
    produceRequestTopicPartition({ index, records: recordsOf(batch) }),
  )
  const topicData = [produceRequestTopic({ name: 't', partitionData })]
  return node.frame(produceApi, VERSION, produceRequest({ acks: 1, timeoutMs: 1000, topicData }))
}

const node = await BenchNode.start()
await node.createTopic('t', 12)
const shapes = [
  { name: '1 record of 100 B', partitions: 1, batch: batchOf(1, 100, CODEC_NONE) },
  { name: '15 records of 1 KiB', partitions: 1, batch: batchOf(15, 1024, CODEC_NONE) },
  { name: '15 records of 1 KiB, zstd', partitions: 1, batch: batchOf(15, 1024, CODEC_ZSTD) },
  { name: '12 x 15 records of 1 KiB', partitions: 12, batch: batchOf(15, 1024, CODEC_NONE) },
]
const rows = [['Produce', 'bytes', 'µs', 'heap B', 'MB/s']]
for (const { name, partitions, batch } of shapes) {
  const socket = node.dial()
  const frame = framesOf(node, partitions, batch)
  const { nanoseconds, heapBytes } = await costOf(socket, () => socket.send(frame))
  rows.push([
    name,
    String(frame.length),
    (nanoseconds / 1000).toFixed(1),
    heapBytes.toFixed(0),
    ((frame.length * 1000) / nanoseconds).toFixed(0),
  ])
}
printTable(rows)
await node.stop()
