import {
  type Disk,
  leaderEpoch,
  type LeaderEpoch,
  NO_LEADER_EPOCH,
  NO_NODE_ID,
  type NodeId,
  nodeId,
  type Uuid,
  uuid,
  ZERO_UUID,
} from '@samsa/base'
import { RaftFileFormatError } from '../errors.ts'
import { readWholeFile, replaceWholeFile } from './whole-file.ts'

/** What a voter must not forget: the epoch it is in, whom it voted for, who leads. */
export interface QuorumState {
  readonly leaderEpoch: LeaderEpoch
  /** −1 when no leader is known. */
  readonly leaderId: NodeId
  /** −1 when it has not voted in this epoch (or is the leader itself). */
  readonly votedId: NodeId
  /** Zero when not known. */
  readonly votedDirectoryId: Uuid
}

const QUORUM_STATE_FILE = 'quorum-state'
const QUORUM_STATE_BYTES_MAX = 1_048_576

export const emptyQuorumState: QuorumState = {
  leaderEpoch: NO_LEADER_EPOCH,
  leaderId: NO_NODE_ID,
  votedId: NO_NODE_ID,
  votedDirectoryId: ZERO_UUID,
}

/**
 * The file's text (`docs/formats/quorum-state.md`): version 0 while the voters are static
 * (`kraft.version` 0), which lists them; version 1 since KIP-853.
 */
export function formatQuorumState(
  state: QuorumState,
  kraftVersion: number,
  voters: readonly NodeId[],
): string {
  const { leaderId, leaderEpoch: epoch, votedId, votedDirectoryId } = state
  if (kraftVersion > 0) {
    return JSON.stringify({
      leaderId,
      leaderEpoch: epoch,
      votedId,
      votedDirectoryId,
      data_version: 1,
    })
  }
  const currentVoters = voters.map((voterId) => ({ voterId }))
  return JSON.stringify({
    clusterId: '',
    leaderId,
    leaderEpoch: epoch,
    votedId,
    appliedOffset: 0,
    currentVoters,
    data_version: 0,
  })
}

/** Throws `RaftFileFormatError`. */
export function parseQuorumState(text: string, path: string): QuorumState {
  const fields = parsed(text, path)
  const version = fields['data_version']
  if (version !== 0 && version !== 1) {
    throw new RaftFileFormatError(path, `data_version is ${JSON.stringify(version)}`)
  }
  const number = (name: string): number => {
    const value = fields[name]
    if (typeof value !== 'number' || !Number.isInteger(value) || value < -1 || value > 0x7fffffff) {
      throw new RaftFileFormatError(path, `${name} is ${JSON.stringify(value)}`)
    }
    return value
  }
  return {
    leaderEpoch: leaderEpoch(number('leaderEpoch')),
    leaderId: nodeId(number('leaderId')),
    votedId: nodeId(number('votedId')),
    votedDirectoryId: version === 0 ? ZERO_UUID : directoryIdIn(fields, path),
  }
}

function parsed(text: string, path: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new RaftFileFormatError(path, 'it is no JSON', { cause: error })
  }
  if (typeof value !== 'object' || value === null) {
    throw new RaftFileFormatError(path, 'it is no JSON object')
  }
  return value as Readonly<Record<string, unknown>>
}

function directoryIdIn(fields: Readonly<Record<string, unknown>>, path: string): Uuid {
  const id = fields['votedDirectoryId']
  if (typeof id !== 'string' || !/^[\w-]{22}$/.test(id)) {
    throw new RaftFileFormatError(path, `votedDirectoryId is ${JSON.stringify(id)}`)
  }
  return uuid(id)
}

/** `quorum-state` in the directory of the metadata log; undefined when there is none yet. */
export async function readQuorumState(
  disk: Disk,
  directory: string,
): Promise<QuorumState | undefined> {
  const path = `${directory}/${QUORUM_STATE_FILE}`
  const bytes = await readWholeFile(disk, path, QUORUM_STATE_BYTES_MAX)
  return bytes === undefined ? undefined : parseQuorumState(Buffer.from(bytes).toString(), path)
}

/** On the platter when it resolves. */
export function writeQuorumState(
  disk: Disk,
  directory: string,
  state: QuorumState,
  kraftVersion: number,
  voters: readonly NodeId[],
): Promise<void> {
  const content = Buffer.from(formatQuorumState(state, kraftVersion, voters))
  const temporaryName = `${QUORUM_STATE_FILE}.tmp`
  return replaceWholeFile(disk, directory, QUORUM_STATE_FILE, temporaryName, content, 'quorum')
}
