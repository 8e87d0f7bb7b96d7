import { existsSync, writeFileSync } from 'node:fs'
import { BrokerError, leaderEpoch, nodeId, offset, uuid } from '@samsa/base'
import {
  featureLevelRecord,
  featureLevelRecordSchema,
  topicRecord,
  topicRecordSchema,
} from '@samsa/protocol'
import {
  buildSnapshot,
  decodeSnapshot,
  latestSnapshotIn,
  MetadataBatchError,
  metadataRecord,
  RaftFileFormatError,
  readSnapshot,
  type Snapshot,
  snapshotFileName,
  snapshotIdOf,
  standaloneVoters,
  writeSnapshot,
} from '@samsa/raft'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tools, Workshop } from './support/workshop.ts'

const id = { offset: offset(0), epoch: leaderEpoch(0) }

const voters = standaloneVoters(nodeId(1), uuid('7WJ-YhEzT66Lqf3izY_5PQ'), [
  { name: 'CONTROLLER', host: '127.0.0.1', port: 29_093 },
])

function snapshotOf(names: readonly string[]): Snapshot {
  return {
    id: { offset: offset(138), epoch: leaderEpoch(1) },
    lastContainedLogTimestampMs: 1_795_404_044_990,
    kraftVersion: 1,
    voters,
    records: [
      metadataRecord(
        featureLevelRecordSchema,
        featureLevelRecord({ name: 'metadata.version', featureLevel: 30 }),
      ),
      ...names.map((name) => metadataRecord(topicRecordSchema, topicRecord({ name }))),
    ],
  }
}

test('what is built is read again: id, time, voters and records', () => {
  const topicNames = fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 50 })
  fc.assert(
    fc.property(topicNames, (names) => {
      const snapshot = snapshotOf(names)
      const bytes = buildSnapshot(tools, snapshot, 1_795_404_045_000)
      expect(decodeSnapshot(bytes, 'x', snapshot.id, tools)).toEqual(snapshot)
    }),
    { numRuns: 30 },
  )
})

test('a snapshot of more records than a batch holds has several batches', () => {
  const snapshot = snapshotOf(Array.from({ length: 20_000 }, (_, index) => `topic-${index}`))
  const bytes = buildSnapshot(tools, snapshot, 0)
  expect(decodeSnapshot(bytes, 'x', snapshot.id, tools).records).toHaveLength(20_001)
})

test('without voters there are no control records but header and footer', () => {
  const snapshot = { ...snapshotOf([]), id, kraftVersion: 0, voters: null, records: [] }
  const bytes = buildSnapshot(tools, snapshot, 5)
  expect(bytes).toHaveLength(83 + 75)
  expect(decodeSnapshot(bytes, 'x', id, tools)).toEqual(snapshot)
})

test('a snapshot that is cut short anywhere is refused by name', () => {
  const bytes = buildSnapshot(tools, snapshotOf(['a', 'b']), 5)
  for (let length = 0; length < bytes.length; length++) {
    expect(() => decodeSnapshot(bytes.subarray(0, length), 'x', id, tools)).toThrow(
      RaftFileFormatError,
    )
  }
})

test('a flipped bit is refused, or changes nothing of what is read', () => {
  const snapshot = snapshotOf(['a', 'b'])
  const bytes = buildSnapshot(tools, snapshot, 5)
  fc.assert(
    fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      try {
        expect(decodeSnapshot(flipped, 'x', snapshot.id, tools)).toEqual(snapshot)
      } catch (error) {
        const isKnown = error instanceof RaftFileFormatError || error instanceof MetadataBatchError
        if (!isKnown) throw error
      }
    }),
    { numRuns: 500 },
  )
})

test('what stands behind the footer is refused', () => {
  const bytes = buildSnapshot(tools, snapshotOf([]), 5)
  expect(() => decodeSnapshot(Buffer.concat([bytes, bytes]), 'x', id, tools)).toThrow(BrokerError)
  expect(() => decodeSnapshot(Buffer.concat([bytes, Buffer.alloc(40)]), 'x', id, tools)).toThrow(
    BrokerError,
  )
})

test('names of snapshots are 20 and 10 digits; parts and deleted ones are no snapshots', () => {
  const given = { offset: offset(138), epoch: leaderEpoch(1) }
  const name = '00000000000000000138-0000000001.checkpoint'
  expect(snapshotFileName(given)).toBe(name)
  expect(snapshotIdOf(name)).toEqual(given)
  for (const other of [`${name}.part`, `${name}.deleted`, '138-1.checkpoint', '0'.repeat(20)]) {
    expect(snapshotIdOf(other)).toBeUndefined()
  }
})

test('the newest snapshot of a directory is found, among leftovers of others', async () => {
  await using workshop = new Workshop()
  const { directory, doors } = workshop
  expect(await latestSnapshotIn(doors.disk, directory)).toBeUndefined()
  for (const [end, epoch] of [
    [0, 0],
    [138, 1],
    [90, 7],
  ] as const) {
    const older = { ...snapshotOf([]), id: { offset: offset(end), epoch: leaderEpoch(epoch) } }
    await writeSnapshot(doors.disk, directory, older, tools, 5)
  }
  writeFileSync(`${directory}/00000000000000000999-0000000009.checkpoint.part`, '')
  const latest = await latestSnapshotIn(doors.disk, directory)
  expect(latest).toEqual({ offset: 138, epoch: 1 })
  expect(existsSync(`${directory}/${snapshotFileName(latest!)}.part`)).toBe(false)
  const read = await readSnapshot(doors.disk, directory, latest!, tools)
  expect(read).toEqual(snapshotOf([]))
})
