import {
  defineRecord,
  int16,
  int32,
  int64,
  int64Wide,
  structs,
  uint32,
} from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const producerSnapshot: StoredSchema = defineRecord({
  origin: 'storage',
  name: 'ProducerSnapshot',
  versions: '1',
  fields: {
    crc: uint32({ about: '' }),
    producerEntries: structs(
      { about: '' },
      {
        producerId: int64({ about: '' }),
        epoch: int16({ about: '' }),
        lastSequence: int32({ about: '' }),
        lastOffset: int64({ about: '' }),
        offsetDelta: int32({ about: '' }),
        timestamp: int64Wide({ about: '' }),
        coordinatorEpoch: int32({ about: '' }),
        currentTxnFirstOffset: int64({ about: '' }),
      },
    ),
  },
})
