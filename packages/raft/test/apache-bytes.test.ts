import { leaderEpoch, nodeId, offset, uuid } from '@samsa/base'
import { BatchWalker, featureLevelRecord, featureLevelRecordSchema } from '@samsa/protocol'
import {
  buildControlRecordBatch,
  buildRecordBatch,
  decodeBatch,
  decodeSnapshot,
  metadataRecord,
  standaloneVoters,
} from '@samsa/raft'
import { describe, expect, test } from 'vitest'
import { tools } from './support/workshop.ts'

/** Files that Apache Kafka 4.3.1 wrote, in hex. */
const files = {
  /** `00000000000000000000-0000000000.checkpoint` of kafka-storage format --standalone. */
  standalone:
    '00000000000000000000009a00000000023e60be05002000000002000001a2066ad0c8000001a2066ad0c8ffffff' +
    'ffffffffffffffffffffff000000032a0000000800000003160000000001a2066ad08100001e0000020800000005' +
    '0a000000010000820100000408000000066e00000200000001ed627e6211334fae8ba9fde2cd8ff93d020b434f4e' +
    '54524f4c4c45520a3132372e302e302e3171a500000000010000000000000000000000030000003f00000000020a' +
    'c0978b002000000000000001a2066ad0d6000001a2066ad0d6ffffffffffffffffffffffffffff000000011a0000' +
    '0008000000040600000000',
  /** `bootstrap.checkpoint` of kafka-storage format with all features but metadata.version at 0. */
  bootstrap:
    '000000000000000000000047000000000243044ba4002000000000000001a2122dcdee000001a2122dcdeeffffff' +
    'ffffffffffffffffffffff000000012a00000008000000031600000000000000000000000000000000000000010000' +
    '004f0000000002f8fce5fd000000000000000001a2122dce0e000001a2122dce0effffffffffffffffffffffffff' +
    'ff000000013a000000012e010c00116d657461646174612e76657273696f6e001e000000000000000000020000003f' +
    '0000000002b41d41fb002000000000000001a2122dce10000001a2122dce10ffffffffffffffffffffffffffff00' +
    '0000011a000000080000000406' +
    '00000000',
  /** First batch of the metadata log of a quorum of one: LeaderChange, KRaftVersion, Voters. */
  startOfEpoch:
    '0000000000000000000000a2000000010241640104002000000002000001a2066af7c0000001a2066af7c0ffffff' +
    'ffffffffffffffffffffff000000033a0000000800000002260000000000010200000001000200000001000000' +
    '1e00000208000000050a000000010000820100000408000000066e00000200000001ed627e6211334fae8ba9fde2' +
    'cd8ff93d020b434f4e54524f4c4c45520a3132372e302e302e3171a5000000000100000000',
} as const

const bytesOf = (name: keyof typeof files): Buffer => Buffer.from(files[name], 'hex')

const voters = standaloneVoters(nodeId(1), uuid('7WJ-YhEzT66Lqf3izY_5PQ'), [
  { name: 'CONTROLLER', host: '127.0.0.1', port: 29_093 },
])

describe.each(Object.keys(files) as (keyof typeof files)[])(
  '%s, as Apache Kafka wrote it',
  (name) => {
    test('every batch is built again byte for byte from what was read of it', () => {
      const bytes = bytesOf(name)
      const walker = new BatchWalker(bytes)
      let count = 0
      while (walker.next()) {
        const batch = decodeBatch(walker.batch, name, tools)
        const { baseOffset, leaderEpoch: epoch, appendTimestampMs: nowMs } = batch
        const place = { baseOffset, leaderEpoch: epoch, nowMs }
        const again = walker.batch.isControl
          ? buildControlRecordBatch(tools, place, batch.controlRecords)
          : buildRecordBatch(tools, place, batch.records)
        const original = Buffer.from(walker.batch.batchBytes).toString('hex')
        expect(Buffer.from(again).toString('hex')).toBe(original)
        count += 1
      }
      expect(walker.partialBytes).toBe(0)
      expect(count).toBeGreaterThan(0)
    })
  },
)

test('the snapshot of a standalone quorum has its voter, and stands for no part of the log', () => {
  const id = { offset: offset(0), epoch: leaderEpoch(0) }
  expect(decodeSnapshot(bytesOf('standalone'), 'x', id, tools)).toEqual({
    id,
    lastContainedLogTimestampMs: 1_795_403_993_217,
    kraftVersion: 1,
    voters,
    records: [],
  })
})

test('bootstrap.checkpoint has the feature levels', () => {
  const id = { offset: offset(0), epoch: leaderEpoch(0) }
  const { records, kraftVersion } = decodeSnapshot(bytesOf('bootstrap'), 'x', id, tools)
  const level = featureLevelRecord({ name: 'metadata.version', featureLevel: 30 })
  expect(records).toEqual([metadataRecord(featureLevelRecordSchema, level)])
  expect(kraftVersion).toBe(0)
})
