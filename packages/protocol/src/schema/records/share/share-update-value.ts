import { defineRecord, int16, int32, int64, int8, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareUpdateValue: StoredSchema = defineRecord({
  origin: 'share',
  name: 'ShareUpdateValue',
  type: 1,
  versions: '0',
  flexible: '0+',
  fields: {
    snapshotEpoch: int32({ about: '' }),
    leaderEpoch: int32({ about: '' }),
    startOffset: int64({ about: '' }),
    deliveryCompleteCount: int32({ about: '', tag: 0, default: -1 }),
    stateBatches: structs(
      { about: '' },
      {
        firstOffset: int64({ about: '' }),
        lastOffset: int64({ about: '' }),
        deliveryState: int8({ about: '' }),
        deliveryCount: int16({ about: '' }),
      },
    ),
  },
})
