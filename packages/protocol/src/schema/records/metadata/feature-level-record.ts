import { defineRecord, int16, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Sets a feature to a level. */
export const featureLevelRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'FeatureLevelRecord',
  type: 12,
  versions: '0',
  flexible: '0+',
  fields: {
    name: string({ about: 'Name of the feature, as metadata.version.' }),
    featureLevel: int16({ about: 'The level; 0 is off.' }),
  },
})
