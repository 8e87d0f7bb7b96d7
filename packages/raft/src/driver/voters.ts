import { assert, type NodeId, type Uuid } from '@samsa/base'
import {
  type VotersRecord,
  votersRecord,
  type VotersRecordVoter,
  votersRecordVoter,
} from '@samsa/protocol'
import { RaftVotersError } from '../errors.ts'
import type { ControlRecord } from '../record/control-record.ts'

/** Who votes, as control records say (`kraft.version` 1) or as the configuration does (0). */
export class VoterSet {
  readonly #staticVoters: readonly NodeId[]
  #kraftVersion: number
  #record: VotersRecord | null
  /** The record came from the log itself, not only from the snapshot that formatting left. */
  #isInLog: boolean

  constructor(staticVoters: readonly NodeId[]) {
    this.#staticVoters = staticVoters
    this.#kraftVersion = 0
    this.#record = null
    this.#isInLog = false
  }

  get kraftVersion(): number {
    return this.#kraftVersion
  }

  get record(): VotersRecord | null {
    return this.#record
  }

  /** The leader has to write the voters into the log: formatting put them into a snapshot alone. */
  get isToBeWritten(): boolean {
    return this.#kraftVersion > 0 && !this.#isInLog
  }

  /** What the newest snapshot says; one that stands for no part of the log came with formatting. */
  fromSnapshot(kraftVersion: number, record: VotersRecord | null, endOffset: number): void {
    this.#kraftVersion = kraftVersion
    this.#record = record
    this.#isInLog = endOffset > 0
  }

  fromLog(control: ControlRecord): void {
    if (control.kind === 'kraftVersion') this.#kraftVersion = control.message.kRaftVersion
    if (control.kind !== 'voters') return
    this.#record = control.message
    this.#isInLog = true
  }

  /** Ascending. */
  ids(self: NodeId): readonly NodeId[] {
    const ids = this.#record?.voters.map((voter) => voter.voterId as NodeId)
    const known = ids ?? (this.#staticVoters.length > 0 ? this.#staticVoters : [self])
    return [...known].sort((a, b) => a - b)
  }

  /** Throws `RaftVotersError` unless `self` is the only voter, with this very directory. */
  expectOnly(self: NodeId, directoryId: Uuid): void {
    if (this.#kraftVersion > 0 && this.#record !== null) {
      const voters = this.#record.voters
      if (voters.length === 1 && isSelf(voters[0]!, self, directoryId)) return
      const names = voters.map((voter) => `${voter.voterId} (${voter.voterDirectoryId})`)
      throw new RaftVotersError(`${self} (${directoryId})`, names)
    }
    const ids = this.ids(self)
    if (ids.length === 1 && ids[0] === self) return
    throw new RaftVotersError(String(self), ids.map(String))
  }
}

function isSelf(voter: VotersRecordVoter, self: NodeId, directoryId: Uuid): boolean {
  return voter.voterId === self && voter.voterDirectoryId === directoryId
}

/** A voter's endpoint as others dial it. */
export interface VoterEndpoint {
  readonly name: string
  readonly host: string
  readonly port: number
}

/** The voters of a quorum that one node forms by itself (`kafka-storage format --standalone`). */
export function standaloneVoters(
  self: NodeId,
  directoryId: Uuid,
  endpoints: readonly VoterEndpoint[],
): VotersRecord {
  assert(endpoints.length > 0, 'a voter has at least one endpoint')
  return votersRecord({
    voters: [
      votersRecordVoter({
        voterId: self,
        voterDirectoryId: directoryId,
        endpoints: endpoints.map((endpoint) => ({ ...endpoint, unknownTaggedFields: null })),
        kRaftVersionFeature: {
          minSupportedVersion: 0,
          maxSupportedVersion: 1,
          unknownTaggedFields: null,
        },
      }),
    ],
  })
}
