import { defineRecord, int32, int64, string, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const quorumStateData: StoredSchema = defineRecord({
  origin: 'raft',
  name: 'QuorumStateData',
  versions: '0-1',
  flexible: '0+',
  fields: {
    clusterId: string({ about: '', until: 0 }),
    leaderId: int32({ about: '', default: -1 }),
    leaderEpoch: int32({ about: '', default: -1 }),
    votedId: int32({ about: '', default: -1 }),
    votedDirectoryId: uuid({ about: '', since: 1 }),
    appliedOffset: int64({ about: '', until: 0 }),
    currentVoters: structs(
      { about: '', until: 0, nullable: '0' },
      {
        voterId: int32({ about: '' }),
      },
    ),
  },
})
