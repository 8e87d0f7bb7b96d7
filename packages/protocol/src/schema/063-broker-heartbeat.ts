import { defineApi, array, bool, int16, int32, int64 } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A broker shows the controller that it is alive, and is told whether it may serve. */
export const brokerHeartbeat: ApiSchema = defineApi({
  key: 63,
  name: 'BrokerHeartbeat',
  versions: '0-2',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    brokerId: int32({ about: 'Node id of the broker.' }),
    brokerEpoch: int64({ about: 'Epoch of this life of the broker.', default: -1 }),
    currentMetadataOffset: int64({ about: 'How much of the metadata log it has applied.' }),
    wantFence: bool({ about: 'Whether it asks to be kept from serving, as while it starts.' }),
    wantShutDown: bool({ about: 'Whether it asks to stop: its leaderships move away first.' }),
    offlineLogDirs: array('uuid', {
      about: 'Ids of its log directories that failed.',
      since: 1,
      tag: 0,
    }),
    cordonedLogDirs: array('uuid', {
      about:
        'Ids of its log directories that shall get no new replicas; null when unchanged (KIP-1066).',
      since: 2,
      nullable: '2+',
      tag: 1,
      default: null,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    isCaughtUp: bool({ about: 'Whether its metadata is close to the end of the log.' }),
    isFenced: bool({ about: 'Whether it is kept from serving.', default: true }),
    shouldShutDown: bool({ about: 'Whether it may stop now.' }),
  },
})
