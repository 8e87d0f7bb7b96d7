import {
  defineRecord,
  bool,
  int16,
  int32,
  string,
  structs,
  uint16,
  uuid,
} from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const registerControllerRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'RegisterControllerRecord',
  type: 27,
  versions: '0',
  flexible: '0+',
  fields: {
    controllerId: int32({ about: '' }),
    incarnationId: uuid({ about: '' }),
    zkMigrationReady: bool({ about: '' }),
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
  },
})
