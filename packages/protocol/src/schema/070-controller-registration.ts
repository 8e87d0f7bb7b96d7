import { defineApi, bool, int16, int32, string, structs, uint16, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const controllerRegistration: ApiSchema = defineApi({
  key: 70,
  name: 'ControllerRegistration',
  versions: '0',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    controllerId: int32({ about: '' }),
    incarnationId: uuid({ about: '' }),
    zkMigrationReady: bool({ about: '' }),
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
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+' }),
  },
})
