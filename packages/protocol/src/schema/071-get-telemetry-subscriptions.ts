import { defineApi, array, bool, int16, int32, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A client asks which of its metrics the cluster wants (KIP-714). */
export const getTelemetrySubscriptions: ApiSchema = defineApi({
  key: 71,
  name: 'GetTelemetrySubscriptions',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    clientInstanceId: uuid({ about: 'Id of the client; zero at first, the broker hands one out.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    clientInstanceId: uuid({ about: 'Id to use from now on.' }),
    subscriptionId: int32({ about: 'Version of the subscription, to be told with every push.' }),
    acceptedCompressionTypes: array('int8', {
      about: 'Codecs the broker reads, the dearest first.',
    }),
    pushIntervalMs: int32({ about: 'How often to push.' }),
    telemetryMaxBytes: int32({ about: 'Bytes of one push at most.' }),
    deltaTemporality: bool({
      about: 'Whether counters are pushed as differences instead of sums.',
    }),
    requestedMetrics: array('string', {
      about: 'Prefixes of the names wanted; an empty text stands for all, an empty list for none.',
    }),
  },
})
