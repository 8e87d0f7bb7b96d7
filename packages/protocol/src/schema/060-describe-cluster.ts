import { defineApi, bool, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeCluster: ApiSchema = defineApi({
  key: 60,
  name: 'DescribeCluster',
  versions: '0-2',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    includeClusterAuthorizedOperations: bool({ about: '' }),
    endpointType: int8({ about: '', since: 1, default: 1 }),
    includeFencedBrokers: bool({ about: '', since: 2 }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+', default: null }),
    endpointType: int8({ about: '', since: 1, default: 1 }),
    clusterId: string({ about: '' }),
    controllerId: int32({ about: '', default: -1 }),
    brokers: structs(
      { about: '' },
      {
        brokerId: int32({ about: '' }),
        host: string({ about: '' }),
        port: int32({ about: '' }),
        rack: string({ about: '', nullable: '0+', default: null }),
        isFenced: bool({ about: '', since: 2 }),
      },
    ),
    clusterAuthorizedOperations: int32({ about: '', default: -2147483648 }),
  },
})
