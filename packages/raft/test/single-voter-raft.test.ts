import { existsSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { AssertionError, leaderEpoch, nodeId, offset, uuid } from '@samsa/base'
import { noOpRecord, noOpRecordSchema, topicRecord, topicRecordSchema } from '@samsa/protocol'
import {
  metadataRecord,
  type MetadataRecord,
  RaftBatchTooLargeError,
  RaftFileFormatError,
  RaftLogFailedError,
  RaftVotersError,
  standaloneVoters,
  writeSnapshot,
} from '@samsa/raft'
import { expect, test, vi } from 'vitest'
import { HeldDisk } from './support/held-disk.ts'
import { SELF, type Started, tools, Workshop } from './support/workshop.ts'

const topic = (name: string): MetadataRecord =>
  metadataRecord(topicRecordSchema, topicRecord({ name }))

const namesOf = (records: readonly MetadataRecord[]): string[] =>
  records.map(({ message }) => (message as { name: string }).name)

/** Waits until everything below `end` is committed. */
async function committed({ raft }: Started, end: number): Promise<void> {
  await vi.waitFor(() => expect(raft.highWatermark()).toBeGreaterThanOrEqual(end))
}

test('a fresh directory gets epoch 1, and LeaderChange is the first thing in its log', async () => {
  await using workshop = new Workshop()
  const { raft, log, listener } = await workshop.lead()
  expect(raft.leaderAndEpoch()).toEqual({ leaderId: SELF, epoch: 1 })
  expect(listener.leaders).toEqual([{ leaderId: SELF, epoch: 1 }])
  expect(listener.controls).toMatchObject([
    { kind: 'leaderChange', message: { leaderId: 1, voters: [{ voterId: 1 }] } },
  ])
  expect([log.logEndOffset, log.latestLeaderEpoch]).toEqual([1, 1])
  expect(readFileSync(`${workshop.logDirectory}/quorum-state`, 'utf8')).toBe(
    '{"clusterId":"","leaderId":1,"leaderEpoch":1,"votedId":-1,"appliedOffset":0,"currentVoters":[{"voterId":1}],"data_version":0}',
  )
})

test('quorum-state names the epoch before any batch of it is in the log', async () => {
  await using workshop = new Workshop()
  const held = new HeldDisk(workshop.doors.disk)
  const started = await workshop.load(held.disk)
  expect(started.log.logEndOffset).toBe(0)
  expect(held.events.some((event) => event.includes('quorum-state'))).toBe(false)
  await started.raft.lead()
  const renamed = held.events.indexOf('rename quorum-state.tmp quorum-state')
  const appended = held.events.findIndex((event) => /sync quorum \d{20}\.log/.test(event))
  expect(renamed).toBeGreaterThanOrEqual(0)
  expect(appended).toBeGreaterThan(renamed)
})

test('what was committed comes back after a restart, in a later epoch', async () => {
  await using workshop = new Workshop()
  const first = await workshop.lead()
  const { epoch } = first.raft.leaderAndEpoch()
  expect(first.raft.append(epoch, [topic('a'), topic('b')])).toBe(2)
  expect(first.raft.append(epoch, [topic('c')])).toBe(3)
  expect(first.raft.nextOffset()).toBe(4)
  await committed(first, 4)
  expect(namesOf(first.listener.records)).toEqual(['a', 'b', 'c'])
  await workshop.stop(first)

  const second = await workshop.lead()
  expect(namesOf(second.listener.records)).toEqual(['a', 'b', 'c'])
  expect(second.raft.leaderAndEpoch().epoch).toBe(2)
  const bases = second.listener.batches.map(({ baseOffset, leaderEpoch: of }) => [baseOffset, of])
  expect(bases).toEqual([
    [0, 1],
    [1, 1],
    [3, 1],
    [4, 2],
  ])
  expect(second.log.endOffsetForEpoch(leaderEpoch(1))).toEqual({ leaderEpoch: 1, endOffset: 4 })
})

test('nothing counts before its own sync has resolved', async () => {
  await using workshop = new Workshop()
  const held = new HeldDisk(workshop.doors.disk)
  const started = await workshop.lead(held.disk)
  const { raft, log, listener } = started
  const { epoch } = raft.leaderAndEpoch()
  held.isHolding = true
  raft.append(epoch, [topic('a')])
  await vi.waitFor(() => expect(held.heldCount).toBe(1))
  expect(log.logEndOffset).toBe(2)
  expect(raft.highWatermark()).toBe(1)
  expect(listener.records).toEqual([])
  held.release()
  await committed(started, 2)
  expect(namesOf(listener.records)).toEqual(['a'])
})

test('what comes while a group is written makes the next group, with one sync for all of it', async () => {
  await using workshop = new Workshop()
  const held = new HeldDisk(workshop.doors.disk)
  const started = await workshop.lead(held.disk)
  const { raft, log, listener } = started
  const { epoch } = raft.leaderAndEpoch()
  const quorumSyncs = (): number =>
    held.events.filter((it) => it.startsWith('sync quorum 0')).length
  const before = quorumSyncs()
  held.isHolding = true
  for (let index = 0; index < 100; index++) raft.append(epoch, [topic(`t${index}`)])
  await vi.waitFor(() => expect(held.heldCount).toBe(1))
  expect(log.logEndOffset).toBe(2)
  held.release()
  await committed(started, 101)
  expect(quorumSyncs() - before).toBe(2)
  expect(namesOf(listener.records)).toEqual(Array.from({ length: 100 }, (_, index) => `t${index}`))
})

test('a sync that fails fails the node, and nothing of it or after it commits', async () => {
  await using workshop = new Workshop()
  const held = new HeldDisk(workshop.doors.disk)
  const { raft, listener, failures } = await workshop.lead(held.disk)
  const { epoch } = raft.leaderAndEpoch()
  held.isSyncFailing = true
  raft.append(epoch, [topic('a')])
  raft.append(epoch, [topic('b')])
  await vi.waitFor(() => expect(failures).toHaveLength(1))
  expect(failures[0]).toBeInstanceOf(RaftLogFailedError)
  held.isSyncFailing = false
  expect(() => raft.append(epoch, [topic('c')])).toThrow(RaftLogFailedError)
  await raft.close()
  expect(raft.highWatermark()).toBe(1)
  expect(listener.records).toEqual([])
  expect(failures).toHaveLength(1)
})

test('a listener that cannot take a batch fails the node', async () => {
  await using workshop = new Workshop()
  const { raft, listener, failures } = await workshop.lead()
  const reason = new Error('cannot apply')
  listener.handleCommit = () => {
    throw reason
  }
  raft.append(raft.leaderAndEpoch().epoch, [topic('a')])
  await vi.waitFor(() => expect(failures).toEqual([reason]))
})

test('a tail torn by a crash is cut off, and what came before it stays', async () => {
  await using workshop = new Workshop()
  const first = await workshop.lead()
  const { epoch } = first.raft.leaderAndEpoch()
  first.raft.append(epoch, [topic('a')])
  first.raft.append(epoch, [topic('b')])
  await committed(first, 3)
  await first.raft.close()
  await first.log.abandon()
  const segment = `${workshop.logDirectory}/00000000000000000000.log`
  truncateSync(segment, statSync(segment).size - 7)

  const second = await workshop.lead()
  expect(namesOf(second.listener.records)).toEqual(['a'])
  expect(second.listener.batches.at(-1)).toMatchObject({ baseOffset: 2, leaderEpoch: 2 })
})

test('close waits for what was appended', async () => {
  await using workshop = new Workshop()
  const { raft, listener } = await workshop.lead()
  const { epoch } = raft.leaderAndEpoch()
  for (const name of ['a', 'b', 'c']) raft.append(epoch, [topic(name)])
  await raft.close()
  expect(namesOf(listener.records)).toEqual(['a', 'b', 'c'])
  expect(() => raft.append(epoch, [topic('d')])).toThrow(AssertionError)
})

test('records that do not fit one batch are refused before anything is queued', async () => {
  await using workshop = new Workshop()
  const started = await workshop.lead()
  const { raft } = started
  const { epoch } = raft.leaderAndEpoch()
  const large = Array.from({ length: 300 }, () => topic('x'.repeat(30_000)))
  expect(() => raft.append(epoch, large)).toThrow(RaftBatchTooLargeError)
  expect(raft.append(epoch, [topic('a')])).toBe(1)
  await committed(started, 2)
  expect(namesOf(started.listener.records)).toEqual(['a'])
})

test('only the leader of the epoch appends', async () => {
  await using workshop = new Workshop()
  const { raft } = await workshop.lead()
  const record = metadataRecord(noOpRecordSchema, noOpRecord())
  expect(() => raft.append(leaderEpoch(7), [record])).toThrow(AssertionError)
  expect(() => raft.append(leaderEpoch(1), [])).toThrow(AssertionError)
})

test('the newest snapshot is handed out first, then the log behind it', async () => {
  await using workshop = new Workshop()
  const first = await workshop.lead()
  const { epoch } = first.raft.leaderAndEpoch()
  for (const names of [['a', 'b'], ['c', 'd'], ['e']]) first.raft.append(epoch, names.map(topic))
  await committed(first, 6)
  await workshop.stop(first)
  const snapshot = {
    id: { offset: offset(4), epoch: leaderEpoch(1) },
    lastContainedLogTimestampMs: 7,
    kraftVersion: 0,
    voters: null,
    records: [topic('abc')],
  }
  await writeSnapshot(workshop.doors.disk, workshop.logDirectory, snapshot, tools, 8)

  const { listener } = await workshop.load()
  expect(listener.snapshots).toEqual([snapshot])
  // The snapshot ends inside the batch of c and d: d alone is left of it.
  expect(namesOf(listener.records)).toEqual(['d', 'e'])
  expect(listener.batches[0]).toMatchObject({ baseOffset: 4, lastOffset: 4 })
})

test('a snapshot that is ahead of the log counts, and the log goes on behind it', async () => {
  await using workshop = new Workshop()
  const first = await workshop.lead()
  await workshop.stop(first)
  const snapshot = {
    id: { offset: offset(1000), epoch: leaderEpoch(9) },
    lastContainedLogTimestampMs: 7,
    kraftVersion: 0,
    voters: null,
    records: [topic('abc')],
  }
  await writeSnapshot(workshop.doors.disk, workshop.logDirectory, snapshot, tools, 8)
  const { raft, log, listener } = await workshop.lead()
  expect(namesOf(listener.snapshots[0]!.records)).toEqual(['abc'])
  expect([log.logStartOffset, log.logEndOffset]).toEqual([1000, 1001])
  expect(raft.highWatermark()).toBe(1001)
})

test('a log that begins behind the newest snapshot is refused: records are missing', async () => {
  await using workshop = new Workshop()
  const first = await workshop.lead()
  const { epoch } = first.raft.leaderAndEpoch()
  first.raft.append(epoch, [topic('a')])
  await committed(first, 2)
  await first.log.truncateFullyAndStartAt(offset(50))
  await workshop.stop(first)
  await expect(workshop.load()).rejects.toThrow(RaftFileFormatError)
})

test('the voters of a standalone quorum are copied into the log once, by its first leader', async () => {
  await using workshop = new Workshop()
  const log = await workshop.openLog()
  const voters = standaloneVoters(SELF, log.directoryId, [
    { name: 'CONTROLLER', host: 'localhost', port: 9093 },
  ])
  const snapshot = {
    id: { offset: offset(0), epoch: leaderEpoch(0) },
    lastContainedLogTimestampMs: 7,
    kraftVersion: 1,
    voters,
    records: [],
  }
  await writeSnapshot(workshop.doors.disk, workshop.logDirectory, snapshot, tools, 8)
  await log.close()

  const first = await workshop.lead()
  const kinds = ({ listener }: Started): string[] => listener.controls.map(({ kind }) => kind)
  expect(kinds(first)).toEqual(['leaderChange', 'kraftVersion', 'voters'])
  expect(first.raft.kraftVersion()).toBe(1)
  expect(readFileSync(`${workshop.logDirectory}/quorum-state`, 'utf8')).toContain(
    '"data_version":1',
  )
  await workshop.stop(first)

  const second = await workshop.lead()
  expect(kinds(second)).toEqual(['leaderChange', 'kraftVersion', 'voters', 'leaderChange'])
  expect(second.raft.voters()).toEqual([1])
})

test('a directory of a larger quorum, or of another voter, is refused and not written to', async () => {
  await using workshop = new Workshop()
  const others = { staticVoters: [1, 2, 3].map(nodeId) }
  await expect(workshop.load(workshop.doors.disk, others)).rejects.toThrow(RaftVotersError)
  const stranger = standaloneVoters(SELF, uuid('LXhJPt2FVoAU9poXTy9PZw'), [
    { name: 'CONTROLLER', host: 'localhost', port: 9093 },
  ])
  const snapshot = {
    id: { offset: offset(0), epoch: leaderEpoch(0) },
    lastContainedLogTimestampMs: 7,
    kraftVersion: 1,
    voters: stranger,
    records: [],
  }
  await writeSnapshot(workshop.doors.disk, workshop.logDirectory, snapshot, tools, 8)
  await expect(workshop.load()).rejects.toThrow(RaftVotersError)
  expect(existsSync(`${workshop.logDirectory}/quorum-state`)).toBe(false)
})
