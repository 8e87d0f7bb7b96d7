import {
  defineRecord,
  array,
  bool,
  int16,
  int32,
  int64,
  string,
  structs,
  uint16,
  uuid,
} from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const registerBrokerRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'RegisterBrokerRecord',
  type: 0,
  versions: '0-4',
  flexible: '0+',
  fields: {
    brokerId: int32({ about: '' }),
    isMigratingZkBroker: bool({ about: '', since: 2 }),
    incarnationId: uuid({ about: '' }),
    brokerEpoch: int64({ about: '' }),
    endPoints: structs(
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
    fenced: bool({ about: '', default: true }),
    inControlledShutdown: bool({ about: '', since: 1 }),
    logDirs: array('uuid', { about: '', since: 3, tag: 0 }),
    cordonedLogDirs: array('uuid', { about: '', since: 4, nullable: '4+', tag: 1, default: null }),
  },
})
