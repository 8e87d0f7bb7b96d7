import { defineRecord, int16, int32, shape, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const voter = shape('Voter', {
  voterId: int32({ about: 'Node id.' }),
  voterDirectoryId: uuid({ about: 'Directory of its metadata log.', since: 1 }),
})

/** Control record: the first record of every leader of the metadata quorum. */
export const leaderChangeMessage: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'LeaderChangeMessage',
  versions: '0-1',
  flexible: '0+',
  fields: {
    version: int16({ about: 'Version of this message, which stands in front of it.' }),
    leaderId: int32({ about: 'Leader of the epoch that begins.' }),
    voters: structs({ about: 'Voters at that time.' }, voter),
    grantingVoters: structs({ about: 'Voters that voted for the leader.' }, voter),
  },
})
