import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: the topology of a streams group. */
export const streamsGroupTopologyKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupTopologyKey',
  type: 23,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
  },
})
