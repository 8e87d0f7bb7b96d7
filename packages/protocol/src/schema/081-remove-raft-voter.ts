import { defineApi, int16, int32, string, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Removes a controller from the voters of the metadata quorum (KIP-853). */
export const removeRaftVoter: ApiSchema = defineApi({
  key: 81,
  name: 'RemoveRaftVoter',
  versions: '0',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    clusterId: string({
      about: 'Cluster that is meant, to be refused by any other; null when not checked.',
      nullable: '0+',
    }),
    voterId: int32({ about: 'Node id of the controller.' }),
    voterDirectoryId: uuid({ about: 'Directory of its metadata log.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
      ignorable: true,
    }),
  },
})
