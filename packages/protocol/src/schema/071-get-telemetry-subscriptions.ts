import { defineApi, array, bool, int16, int32, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const getTelemetrySubscriptions: ApiSchema = defineApi({
  key: 71,
  name: 'GetTelemetrySubscriptions',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    clientInstanceId: uuid({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    clientInstanceId: uuid({ about: '' }),
    subscriptionId: int32({ about: '' }),
    acceptedCompressionTypes: array('int8', { about: '' }),
    pushIntervalMs: int32({ about: '' }),
    telemetryMaxBytes: int32({ about: '' }),
    deltaTemporality: bool({ about: '' }),
    requestedMetrics: array('string', { about: '' }),
  },
})
