import { defineRecord, int16, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const featureLevelRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'FeatureLevelRecord',
  type: 12,
  versions: '0',
  flexible: '0+',
  fields: {
    name: string({ about: '' }),
    featureLevel: int16({ about: '' }),
  },
})
