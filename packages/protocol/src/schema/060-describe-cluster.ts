import { defineApi, bool, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Shows the brokers or the controllers of the cluster (KIP-700, KIP-919). */
export const describeCluster: ApiSchema = defineApi({
  key: 60,
  name: 'DescribeCluster',
  versions: '0-2',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    includeClusterAuthorizedOperations: bool({
      about: 'Whether to tell what the principal may do with the cluster.',
    }),
    endpointType: int8({ about: '1 brokers, 2 controllers.', since: 1, default: 1 }),
    includeFencedBrokers: bool({
      about: 'Whether brokers that serve no clients at the moment are shown (KIP-1073).',
      since: 2,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({
      about:
        'MISMATCHED_ENDPOINT_TYPE when a broker is asked for controllers or the other way round.',
    }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
      default: null,
    }),
    endpointType: int8({ about: '1 brokers, 2 controllers.', since: 1, default: 1 }),
    clusterId: string({ about: 'Id of the cluster.' }),
    controllerId: int32({
      about: 'Active controller, or a broker that takes requests for it; -1 when there is none.',
      default: -1,
    }),
    brokers: structs(
      { about: 'The nodes.' },
      {
        brokerId: int32({ about: 'Node id.' }),
        host: string({ about: 'Host to connect to.' }),
        port: int32({ about: 'Port to connect to.' }),
        rack: string({
          about: 'Rack of the node; null when unknown.',
          nullable: '0+',
          default: null,
        }),
        isFenced: bool({ about: 'Whether it serves no clients at the moment.', since: 2 }),
      },
    ),
    clusterAuthorizedOperations: int32({
      about:
        'Allowed operations as bits by ACL operation code; the lowest int32 when not asked for.',
      default: -2147483648,
    }),
  },
})
