import { defineApi, array, bool, int16, int32, int64 } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const brokerHeartbeat: ApiSchema = defineApi({
  key: 63,
  name: 'BrokerHeartbeat',
  versions: '0-2',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    brokerId: int32({ about: '' }),
    brokerEpoch: int64({ about: '', default: -1 }),
    currentMetadataOffset: int64({ about: '' }),
    wantFence: bool({ about: '' }),
    wantShutDown: bool({ about: '' }),
    offlineLogDirs: array('uuid', { about: '', since: 1, tag: 0 }),
    cordonedLogDirs: array('uuid', { about: '', since: 2, nullable: '2+', tag: 1, default: null }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    isCaughtUp: bool({ about: '' }),
    isFenced: bool({ about: '', default: true }),
    shouldShutDown: bool({ about: '' }),
  },
})
