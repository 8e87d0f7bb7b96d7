import { defineRecord, int32, shape, string, struct, structs, uint16 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const endpoint = shape('Endpoint', {
  host: string({ about: 'Host of the application instance.' }),
  port: uint16({ about: 'Port of the application instance.' }),
})

const keyValue = shape('KeyValue', {
  key: string({ about: 'Name.' }),
  value: string({ about: 'Value.' }),
})

/** A streams-group member as it described itself. */
export const streamsGroupMemberMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupMemberMetadataValue',
  type: 19,
  versions: '0',
  flexible: '0+',
  fields: {
    instanceId: string({
      about: 'Id of a static member, which keeps its place over a restart; null for others.',
      nullable: '0+',
    }),
    rackId: string({ about: 'Rack of the member; null when unknown.', nullable: '0+' }),
    clientId: string({ about: 'Name the client gave itself.' }),
    clientHost: string({ about: 'Address the client connects from.' }),
    rebalanceTimeoutMs: int32({ about: 'How long it may take to give up tasks.', default: -1 }),
    topologyEpoch: int32({ about: 'Version of the topology it runs.' }),
    processId: string({ about: 'Id of the application instance.' }),
    userEndpoint: struct(
      {
        about: 'Where its state can be queried; null when nowhere.',
        nullable: '0+',
        default: null,
      },
      endpoint,
    ),
    clientTags: structs({ about: 'Tags for placing standby tasks apart.' }, keyValue),
  },
})
