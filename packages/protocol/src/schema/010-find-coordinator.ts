import { defineApi, array, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Finds the broker that looks after a group, a transactional id or a share group's partition. */
export const findCoordinator: ApiSchema = defineApi({
  key: 10,
  name: 'FindCoordinator',
  versions: '0-6',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    key: string({ about: 'Group id or transactional id.', until: 3 }),
    keyType: int8({ about: '0 group, 1 transaction, 2 share group partition.', since: 1 }),
    coordinatorKeys: array('string', {
      about: 'Several keys of the type at once; a share key is group:topicId:partition.',
      since: 4,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 1,
      ignorable: true,
    }),
    errorCode: int16({
      about: 'COORDINATOR_NOT_AVAILABLE while the internal topic is missing or has no leader.',
      until: 3,
    }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      since: 1,
      until: 3,
      nullable: '1-3',
      ignorable: true,
    }),
    nodeId: int32({ about: 'Broker to turn to; -1 on an error.', until: 3 }),
    host: string({ about: 'Host of the broker on the listener that was asked.', until: 3 }),
    port: int32({ about: 'Port of the broker on the listener that was asked.', until: 3 }),
    coordinators: structs(
      { about: 'Coordinators by key.', since: 4 },
      {
        key: string({ about: 'Key that was asked for.' }),
        nodeId: int32({ about: 'Broker to turn to; -1 on an error.' }),
        host: string({ about: 'Host to connect to.' }),
        port: int32({ about: 'Port to connect to.' }),
        errorCode: int16({
          about: 'COORDINATOR_NOT_AVAILABLE while the internal topic is missing or has no leader.',
        }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '4+',
          ignorable: true,
        }),
      },
    ),
  },
})
