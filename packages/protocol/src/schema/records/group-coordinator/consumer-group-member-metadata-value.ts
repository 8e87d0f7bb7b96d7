import { defineRecord, array, bytes, int32, string, struct, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerGroupMemberMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupMemberMetadataValue',
  type: 5,
  versions: '0',
  flexible: '0+',
  fields: {
    instanceId: string({ about: '', nullable: '0+' }),
    rackId: string({ about: '', nullable: '0+' }),
    clientId: string({ about: '' }),
    clientHost: string({ about: '' }),
    subscribedTopicNames: array('string', { about: '' }),
    subscribedTopicRegex: string({ about: '', nullable: '0+' }),
    rebalanceTimeoutMs: int32({ about: '', default: -1 }),
    serverAssignor: string({ about: '', nullable: '0+' }),
    classicMemberMetadata: struct(
      { about: '', nullable: '0+', tag: 0 },
      {
        sessionTimeoutMs: int32({ about: '' }),
        supportedProtocols: structs(
          { about: '' },
          {
            name: string({ about: '' }),
            metadata: bytes({ about: '' }),
          },
        ),
      },
    ),
  },
})
