import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int64,
  int8,
  records,
  string,
  struct,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const shareFetch: ApiSchema = defineApi({
  key: 78,
  name: 'ShareFetch',
  versions: '1-2',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '', nullable: '0+', default: null }),
    memberId: string({ about: '', nullable: '0+' }),
    shareSessionEpoch: int32({ about: '' }),
    maxWaitMs: int32({ about: '' }),
    minBytes: int32({ about: '' }),
    maxBytes: int32({ about: '', default: 2147483647 }),
    maxRecords: int32({ about: '' }),
    batchSize: int32({ about: '' }),
    shareAcquireMode: int8({ about: '', since: 2, ignorable: true }),
    isRenewAck: bool({ about: '', since: 2 }),
    topics: structs(
      { about: '' },
      {
        topicId: uuid({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            partitionMaxBytes: int32({ about: '', until: 0 }),
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
    forgottenTopicsData: structs(
      { about: '', item: 'ForgottenTopic' },
      {
        topicId: uuid({ about: '' }),
        partitions: array('int32', { about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+', default: null }),
    acquisitionLockTimeoutMs: int32({ about: '' }),
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
            acknowledgeErrorCode: int16({ about: '' }),
            acknowledgeErrorMessage: string({ about: '', nullable: '0+', default: null }),
            currentLeader: struct(
              { about: '' },
              {
                leaderId: int32({ about: '' }),
                leaderEpoch: int32({ about: '' }),
              },
            ),
            records: records({ about: '' }),
            acquiredRecords: structs(
              { about: '' },
              {
                firstOffset: int64({ about: '' }),
                lastOffset: int64({ about: '' }),
                deliveryCount: int16({ about: '' }),
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
