import { defineRecord, int16, int32, int64, int8, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** A change to the state of a share partition since its last snapshot (KIP-932). */
export const shareUpdateValue: StoredSchema = defineRecord({
  origin: 'share',
  name: 'ShareUpdateValue',
  type: 1,
  versions: '0',
  flexible: '0+',
  fields: {
    snapshotEpoch: int32({ about: 'Snapshot that the change is based on.' }),
    leaderEpoch: int32({ about: 'Leader epoch of the share partition.' }),
    startOffset: int64({ about: 'First offset that is not done with; -1 when unknown.' }),
    deliveryCompleteCount: int32({
      about:
        'How many records at or above the start offset are done with; -1 when unknown (KIP-1226).',
      tag: 0,
      default: -1,
    }),
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
