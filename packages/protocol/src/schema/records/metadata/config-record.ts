import { defineRecord, int8, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Sets or deletes one configuration key of a resource. */
export const configRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'ConfigRecord',
  type: 4,
  versions: '0',
  flexible: '0+',
  fields: {
    resourceType: int8({ about: 'Code of the resource type.' }),
    resourceName: string({ about: 'Name of the resource: a topic, a node id, a group.' }),
    name: string({ about: 'Name of the key.' }),
    value: string({ about: 'The value; null deletes the key.', nullable: '0+' }),
  },
})
