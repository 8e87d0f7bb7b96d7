import { defineRecord, int16, int32, int64, int8, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareSnapshotValue: StoredSchema = defineRecord({
  origin: 'share',
  name: 'ShareSnapshotValue',
  type: 0,
  versions: '0',
  flexible: '0+',
  fields: {
    snapshotEpoch: int32({ about: '' }),
    stateEpoch: int32({ about: '' }),
    leaderEpoch: int32({ about: '' }),
    startOffset: int64({ about: '' }),
    deliveryCompleteCount: int32({ about: '', tag: 0, default: -1 }),
    createTimestamp: int64({ about: '' }),
    writeTimestamp: int64({ about: '' }),
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
