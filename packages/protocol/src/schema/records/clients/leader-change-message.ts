import { defineRecord, int16, int32, shape, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const voter = shape('Voter', {
  voterId: int32({ about: '' }),
  voterDirectoryId: uuid({ about: '', since: 1 }),
})

export const leaderChangeMessage: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'LeaderChangeMessage',
  versions: '0-1',
  flexible: '0+',
  fields: {
    version: int16({ about: '' }),
    leaderId: int32({ about: '' }),
    voters: structs({ about: '' }, voter),
    grantingVoters: structs({ about: '' }, voter),
  },
})
