import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BatchWalker } from '@samsa/protocol'
import {
  type CommittedBatch,
  decodeBatch,
  decodeSnapshot,
  metadataRecordSchema,
  parseQuorumState,
  snapshotIdOf,
} from '@samsa/raft'
import { describe, expect, test } from 'vitest'
import { dumpedRecords, type SampleLog, sampleLogs, samplesMissing } from './support/samples.ts'
import { tools } from './support/workshop.ts'

function batchesOf(path: string): CommittedBatch[] {
  const walker = new BatchWalker(readFileSync(path))
  const batches: CommittedBatch[] = []
  while (walker.next()) batches.push(decodeBatch(walker.batch, path, tools))
  return batches
}

/** `TOPIC_RECORD` of TopicRecord. */
const constantOf = (name: string): string =>
  name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()

const kinds: Readonly<Record<string, string>> = {
  leaderChange: 'LeaderChange',
  snapshotHeader: 'SnapshotHeader',
  snapshotFooter: 'SnapshotFooter',
  kraftVersion: 'KRaftVersion',
  voters: 'KRaftVoters',
}

/** As the dump has it, but for the fields of the message. */
function listed(batches: readonly CommittedBatch[]) {
  return batches.flatMap(({ baseOffset, records, controlRecords }) => [
    ...records.map(({ type, version }, index) => {
      const { name } = metadataRecordSchema(type)!
      return { offset: baseOffset + index, type: constantOf(name), version }
    }),
    ...controlRecords.map(({ kind, message: { version } }, index) => ({
      offset: baseOffset + index,
      type: kinds[kind],
      version,
    })),
  ])
}

/** Fields of a message that the dump prints are those of the message; bytes are base64 there. */
function expectFields(data: Readonly<Record<string, unknown>>, message: object): void {
  for (const [key, value] of Object.entries(data)) {
    const ours = (message as Readonly<Record<string, unknown>>)[key]
    const seen = ours instanceof Uint8Array ? Buffer.from(ours).toString('base64') : ours
    if (typeof seen === 'bigint') expect([key, Number(seen)]).toEqual([key, value])
    else if (typeof value === 'object' && value !== null)
      expect([key, seen]).toMatchObject([key, value])
    else expect([key, seen]).toEqual([key, value])
  }
}

function expectAsDumped(log: SampleLog, file: string): void {
  const batches = batchesOf(join(log.directory, file))
  const dumped = dumpedRecords(join(log.dump, `${file}.txt`))
  expect(dumped.length).toBeGreaterThan(0)
  expect(listed(batches)).toEqual(dumped.map(({ data: _data, ...rest }) => rest))
  const messages = batches.flatMap((batch) =>
    [...batch.records, ...batch.controlRecords].map(({ message }) => message as object),
  )
  for (const [index, { data }] of dumped.entries()) expectFields(data, messages[index]!)
}

describe.each(sampleLogs())('the metadata log of $sample/$node, by Apache Kafka', (log) => {
  test('has the very records that kafka-dump-log prints, field by field', () => {
    const segments = readdirSync(log.directory).filter((name) => name.endsWith('.log'))
    expect(segments.length).toBeGreaterThan(0)
    for (const segment of segments) expectAsDumped(log, segment)
  })

  test('has snapshots whose records are those that kafka-dump-log prints', () => {
    const snapshots = readdirSync(log.directory).filter((name) => name.endsWith('.checkpoint'))
    expect(snapshots.length).toBeGreaterThan(0)
    for (const name of snapshots) {
      expectAsDumped(log, name)
      const path = join(log.directory, name)
      const snapshot = decodeSnapshot(readFileSync(path), path, snapshotIdOf(name)!, tools)
      expect([snapshot.kraftVersion, snapshot.voters?.voters.length]).toEqual([
        1,
        log.sample.startsWith('quorum') ? 3 : 1,
      ])
    }
  })

  test('has a quorum-state that is read', () => {
    const path = join(log.directory, 'quorum-state')
    expect(parseQuorumState(readFileSync(path, 'utf8'), path).leaderEpoch).toBeGreaterThan(0)
  })
})

test('metadata logs of Apache Kafka are there to be read', ({ skip }) => {
  skip(samplesMissing !== undefined, samplesMissing)
  expect(sampleLogs().length).toBeGreaterThanOrEqual(8)
})
