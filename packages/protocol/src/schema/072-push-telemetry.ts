import { defineApi, bool, bytes, int16, int32, int8, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A client pushes its metrics to the broker (KIP-714). */
export const pushTelemetry: ApiSchema = defineApi({
  key: 72,
  name: 'PushTelemetry',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    clientInstanceId: uuid({ about: 'Id of the client.' }),
    subscriptionId: int32({ about: 'Version of the subscription that the metrics follow.' }),
    terminating: bool({ about: 'Whether this is the last push before the client ends.' }),
    compressionType: int8({
      about: 'Codec of the metrics: 0 none, 1 gzip, 2 snappy, 3 lz4, 4 zstd.',
    }),
    metrics: bytes({ about: "Metrics in OpenTelemetry's format." }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
  },
})
