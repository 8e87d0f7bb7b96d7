import { defineRecord, int16, int32, int64, int8, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** The whole state of a share partition (KIP-932). */
export const shareSnapshotValue: StoredSchema = defineRecord({
  origin: 'share',
  name: 'ShareSnapshotValue',
  type: 0,
  versions: '0',
  flexible: '0+',
  fields: {
    snapshotEpoch: int32({ about: 'Raised with every snapshot.' }),
    stateEpoch: int32({ about: "Epoch of the group's state for the partition." }),
    leaderEpoch: int32({ about: 'Leader epoch of the share partition.' }),
    startOffset: int64({ about: 'First offset that is not done with; -1 when unknown.' }),
    deliveryCompleteCount: int32({
      about:
        'How many records at or above the start offset are done with; -1 when unknown (KIP-1226).',
      tag: 0,
      default: -1,
    }),
    createTimestamp: int64({ about: 'When the state began.' }),
    writeTimestamp: int64({ about: 'When this was written.' }),
    stateBatches: structs(
      { about: 'Runs of records in one state.' },
      {
        firstOffset: int64({ about: 'First record of the run.' }),
        lastOffset: int64({ about: 'Last record of the run.' }),
        deliveryState: int8({ about: '0 available, 2 acknowledged, 4 archived.' }),
        deliveryCount: int16({ about: 'How often the records have been handed out.' }),
      },
    ),
  },
})
