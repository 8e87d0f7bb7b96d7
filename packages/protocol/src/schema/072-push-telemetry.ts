import { defineApi, bool, bytes, int16, int32, int8, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const pushTelemetry: ApiSchema = defineApi({
  key: 72,
  name: 'PushTelemetry',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    clientInstanceId: uuid({ about: '' }),
    subscriptionId: int32({ about: '' }),
    terminating: bool({ about: '' }),
    compressionType: int8({ about: '' }),
    metrics: bytes({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
  },
})
