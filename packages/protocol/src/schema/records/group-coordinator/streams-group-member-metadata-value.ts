import { defineRecord, int32, shape, string, struct, structs, uint16 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const endpoint = shape('Endpoint', {
  host: string({ about: '' }),
  port: uint16({ about: '' }),
})

const keyValue = shape('KeyValue', {
  key: string({ about: '' }),
  value: string({ about: '' }),
})

export const streamsGroupMemberMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupMemberMetadataValue',
  type: 19,
  versions: '0',
  flexible: '0+',
  fields: {
    instanceId: string({ about: '', nullable: '0+' }),
    rackId: string({ about: '', nullable: '0+' }),
    clientId: string({ about: '' }),
    clientHost: string({ about: '' }),
    rebalanceTimeoutMs: int32({ about: '', default: -1 }),
    topologyEpoch: int32({ about: '' }),
    processId: string({ about: '' }),
    userEndpoint: struct({ about: '', nullable: '0+', default: null }, endpoint),
    clientTags: structs({ about: '' }, keyValue),
  },
})
