import { defineRecord, int32, int64Wide, shape, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const lastAssignmentConfig = shape('LastAssignmentConfig', {
  key: string({ about: '' }),
  value: string({ about: '' }),
})

export const streamsGroupMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupMetadataValue',
  type: 17,
  versions: '0',
  flexible: '0+',
  fields: {
    epoch: int32({ about: '' }),
    metadataHash: int64Wide({ about: '' }),
    validatedTopologyEpoch: int32({ about: '', tag: 0, default: -1 }),
    lastAssignmentConfigs: structs({ about: '', nullable: '0+', tag: 1 }, lastAssignmentConfig),
  },
})
