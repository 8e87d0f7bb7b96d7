import { defineRecord, array, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareGroupMemberMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupMemberMetadataValue',
  type: 10,
  versions: '0',
  flexible: '0+',
  fields: {
    rackId: string({ about: '', nullable: '0+' }),
    clientId: string({ about: '' }),
    clientHost: string({ about: '' }),
    subscribedTopicNames: array('string', { about: '' }),
  },
})
