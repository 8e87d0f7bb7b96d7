import { defineRecord, array, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** A share-group member as it described itself. */
export const shareGroupMemberMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupMemberMetadataValue',
  type: 10,
  versions: '0',
  flexible: '0+',
  fields: {
    rackId: string({ about: 'Rack of the member; null when unknown.', nullable: '0+' }),
    clientId: string({ about: 'Name the client gave itself.' }),
    clientHost: string({ about: 'Address the client connects from.' }),
    subscribedTopicNames: array('string', { about: 'Topics it reads.' }),
  },
})
