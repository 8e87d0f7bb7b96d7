import { defineRecord, int32, int64Wide, shape, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const lastAssignmentConfig = shape('LastAssignmentConfig', {
  key: string({ about: 'Name of the setting.' }),
  value: string({ about: 'Its value.' }),
})

/** A streams group: its epoch and what that is based on. */
export const streamsGroupMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupMetadataValue',
  type: 17,
  versions: '0',
  flexible: '0+',
  fields: {
    epoch: int32({ about: 'Raised whenever members, subscriptions or their topics change.' }),
    metadataHash: int64Wide({
      about: 'Hash of the topics that the group reads, with their partitions and racks (KIP-1101).',
    }),
    validatedTopologyEpoch: int32({
      about: 'Version of the topology that was found fit for the topics there are.',
      tag: 0,
      default: -1,
    }),
    lastAssignmentConfigs: structs(
      {
        about: 'Settings that the last assignment was made with; null when unknown.',
        nullable: '0+',
        tag: 1,
      },
      lastAssignmentConfig,
    ),
  },
})
