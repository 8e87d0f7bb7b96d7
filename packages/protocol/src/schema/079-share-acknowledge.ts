import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int64,
  string,
  struct,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const shareAcknowledge: ApiSchema = defineApi({
  key: 79,
  name: 'ShareAcknowledge',
  versions: '1-2',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '', nullable: '0+', default: null }),
    memberId: string({ about: '', nullable: '0+' }),
    shareSessionEpoch: int32({ about: '' }),
    isRenewAck: bool({ about: '', since: 2 }),
    topics: structs(
      { about: '' },
      {
        topicId: uuid({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            acknowledgementBatches: structs(
              { about: '' },
              {
                firstOffset: int64({ about: '' }),
                lastOffset: int64({ about: '' }),
                acknowledgeTypes: array('int8', { about: '' }),
              },
            ),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+', default: null }),
    acquisitionLockTimeoutMs: int32({ about: '', since: 2, ignorable: true }),
    responses: structs(
      { about: '', item: 'Topic' },
      {
        topicId: uuid({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            errorMessage: string({ about: '', nullable: '0+', default: null }),
            currentLeader: struct(
              { about: '' },
              {
                leaderId: int32({ about: '' }),
                leaderEpoch: int32({ about: '' }),
              },
            ),
          },
        ),
      },
    ),
    nodeEndpoints: structs(
      { about: '' },
      {
        nodeId: int32({ about: '' }),
        host: string({ about: '' }),
        port: int32({ about: '' }),
        rack: string({ about: '', nullable: '0+', default: null }),
      },
    ),
  },
})
