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

/** Content of a .snapshot file: what a partition knows of its producers. */
export const producerSnapshot: StoredSchema = defineRecord({
  origin: 'storage',
  name: 'ProducerSnapshot',
  versions: '1',
  fields: {
    crc: uint32({ about: 'CRC-32C of the entries as they stand in the file.' }),
    producerEntries: structs(
      { about: 'The producers.' },
      {
        producerId: int64({ about: 'Id of the producer.' }),
        epoch: int16({ about: 'Its epoch.' }),
        lastSequence: int32({ about: 'Sequence of the last record it wrote; -1 when none.' }),
        lastOffset: int64({ about: 'Offset of the last record it wrote; -1 when none.' }),
        offsetDelta: int32({ about: 'Records in its last batch less one.' }),
        timestamp: int64Wide({ about: 'Timestamp of its last batch.' }),
        coordinatorEpoch: int32({
          about: 'Epoch of the coordinator that wrote its last marker; -1 when none.',
        }),
        currentTxnFirstOffset: int64({
          about: 'First record of its open transaction; -1 when none is open.',
        }),
      },
    ),
  },
})
