import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int64,
  string,
  structs,
  uint16,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const brokerRegistration: ApiSchema = defineApi({
  key: 62,
  name: 'BrokerRegistration',
  versions: '0-4',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    brokerId: int32({ about: '' }),
    clusterId: string({ about: '' }),
    incarnationId: uuid({ about: '' }),
    listeners: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        host: string({ about: '' }),
        port: uint16({ about: '' }),
        securityProtocol: int16({ about: '' }),
      },
    ),
    features: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        minSupportedVersion: int16({ about: '' }),
        maxSupportedVersion: int16({ about: '' }),
      },
    ),
    rack: string({ about: '', nullable: '0+' }),
    isMigratingZkBroker: bool({ about: '', since: 1 }),
    logDirs: array('uuid', { about: '', since: 2, ignorable: true }),
    previousBrokerEpoch: int64({ about: '', since: 3, default: -1, ignorable: true }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    brokerEpoch: int64({ about: '', default: -1 }),
  },
})
