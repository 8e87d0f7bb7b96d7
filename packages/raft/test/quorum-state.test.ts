import { readFileSync, writeFileSync } from 'node:fs'
import { leaderEpoch, nodeId, uuid, ZERO_UUID } from '@samsa/base'
import {
  formatQuorumState,
  parseQuorumState,
  RaftFileFormatError,
  readQuorumState,
  writeQuorumState,
} from '@samsa/raft'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HeldDisk } from './support/held-disk.ts'
import { Workshop } from './support/workshop.ts'

const VOTED =
  '{"leaderId":1,"leaderEpoch":1,"votedId":1,"votedDirectoryId":"LXhJPt2FVoAU9poXTy9PZw","data_version":1}'
const STATIC =
  '{"clusterId":"","leaderId":1,"leaderEpoch":1,"votedId":-1,"appliedOffset":0,"currentVoters":[{"voterId":1}],"data_version":0}'

const path = 'quorum-state'

test('the texts that Apache Kafka writes are read, and written again letter for letter', () => {
  const voted = parseQuorumState(VOTED, path)
  expect(voted).toEqual({
    leaderId: 1,
    leaderEpoch: 1,
    votedId: 1,
    votedDirectoryId: 'LXhJPt2FVoAU9poXTy9PZw',
  })
  expect(formatQuorumState(voted, 1, [nodeId(1)])).toBe(VOTED)
  expect(formatQuorumState(parseQuorumState(STATIC, path), 0, [nodeId(1)])).toBe(STATIC)
})

test('whatever state is written, the same is read', () => {
  const id = fc.integer({ min: -1, max: 0x7fffffff })
  const state = fc.record({
    leaderEpoch: id.map(leaderEpoch),
    leaderId: id.map(nodeId),
    votedId: id.map(nodeId),
    votedDirectoryId: fc.constantFrom(ZERO_UUID, uuid('LXhJPt2FVoAU9poXTy9PZw')),
  })
  fc.assert(
    fc.property(state, (given) => {
      expect(parseQuorumState(formatQuorumState(given, 1, []), path)).toEqual(given)
    }),
  )
})

test('anything else is refused by name, and never read as some epoch', () => {
  const broken = [
    '',
    '{',
    'null',
    '[]',
    '{"leaderId":1}',
    VOTED.replace('"data_version":1', '"data_version":2'),
    VOTED.replace('"leaderEpoch":1', '"leaderEpoch":1.5'),
    VOTED.replace('"leaderEpoch":1', '"leaderEpoch":2147483648'),
    VOTED.replace('"leaderEpoch":1', '"leaderEpoch":"1"'),
    VOTED.replace('"votedId":1', '"votedId":-2'),
    VOTED.replace('LXhJPt2FVoAU9poXTy9PZw', 'short'),
  ]
  for (const text of broken) {
    expect(() => parseQuorumState(text, path), text).toThrow(RaftFileFormatError)
  }
  fc.assert(
    fc.property(fc.nat(VOTED.length - 2), (length) => {
      expect(() => parseQuorumState(VOTED.slice(0, length), path)).toThrow(RaftFileFormatError)
    }),
  )
})

test('the file is synced before it takes the place of the old one, and its directory after', async () => {
  await using workshop = new Workshop()
  const { directory, doors } = workshop
  const held = new HeldDisk(doors.disk)
  const state = parseQuorumState(VOTED, path)
  await writeQuorumState(held.disk, directory, state, 1, [nodeId(1)])
  expect(held.events.slice(0, 2)).toEqual([
    'sync quorum quorum-state.tmp',
    'rename quorum-state.tmp quorum-state',
  ])
  expect(held.events[2]).toMatch(/^syncDirectory /)
  expect(readFileSync(`${directory}/quorum-state`, 'utf8')).toBe(VOTED)
  expect(await readQuorumState(doors.disk, directory)).toEqual(state)
})

test('a directory without the file has no state, and a leftover of a crash is not taken for one', async () => {
  await using workshop = new Workshop()
  writeFileSync(`${workshop.directory}/quorum-state.tmp`, VOTED.slice(0, 20))
  expect(await readQuorumState(workshop.doors.disk, workshop.directory)).toBeUndefined()
})
