import { defineRecord, int32, int64, string, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Content of the quorum-state file: what a voter must not forget (KIP-595). */
export const quorumStateData: StoredSchema = defineRecord({
  origin: 'raft',
  name: 'QuorumStateData',
  versions: '0-1',
  flexible: '0+',
  fields: {
    clusterId: string({
      about: 'Cluster that is meant, to be refused by any other; null when not checked.',
      until: 0,
    }),
    leaderId: int32({ about: 'Leader it follows; -1 when unknown.', default: -1 }),
    leaderEpoch: int32({ about: 'Epoch it is in; -1 at first.', default: -1 }),
    votedId: int32({ about: 'Node it voted for in this epoch; -1 when none.', default: -1 }),
    votedDirectoryId: uuid({ about: 'Directory of that node.', since: 1 }),
    appliedOffset: int64({ about: 'No longer used.', until: 0 }),
    currentVoters: structs(
      {
        about: 'Voters from the configuration; null when there are none.',
        until: 0,
        nullable: '0',
      },
      {
        voterId: int32({ about: 'Node id.' }),
      },
    ),
  },
})
