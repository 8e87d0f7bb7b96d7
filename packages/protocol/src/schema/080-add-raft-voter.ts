import { defineApi, bool, int16, int32, string, structs, uint16, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Adds a controller to the voters of the metadata quorum (KIP-853). */
export const addRaftVoter: ApiSchema = defineApi({
  key: 80,
  name: 'AddRaftVoter',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    clusterId: string({
      about: 'Cluster that is meant, to be refused by any other; null when not checked.',
      nullable: '0+',
    }),
    timeoutMs: int32({ about: 'How long to wait for the change.' }),
    voterId: int32({ about: 'Node id of the controller.' }),
    voterDirectoryId: uuid({ about: 'Directory of its metadata log.' }),
    listeners: structs(
      { about: 'Where it can be reached.' },
      {
        name: string({ about: 'Name of the listener.' }),
        host: string({ about: 'Host to connect to.' }),
        port: uint16({ about: 'Port to connect to.' }),
      },
    ),
    ackWhenCommitted: bool({
      about: 'Whether to answer only once the change is committed (KIP-1186).',
      since: 1,
      default: true,
    }),
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
