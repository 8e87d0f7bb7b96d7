import { defineRecord, array, bytes, int32, string, struct, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** A consumer-group member as it described itself. */
export const consumerGroupMemberMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupMemberMetadataValue',
  type: 5,
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
    subscribedTopicNames: array('string', { about: 'Topics it reads.' }),
    subscribedTopicRegex: string({
      about: 'Regular expression it reads by; null when it does not.',
      nullable: '0+',
    }),
    rebalanceTimeoutMs: int32({
      about: 'How long it may take to give up partitions; -1 when unknown.',
      default: -1,
    }),
    serverAssignor: string({
      about: 'Assignor it would like; null when indifferent.',
      nullable: '0+',
    }),
    classicMemberMetadata: struct(
      {
        about: 'What is kept of a member that uses the classic protocol (KIP-848).',
        nullable: '0+',
        tag: 0,
      },
      {
        sessionTimeoutMs: int32({ about: 'Silence after which it is taken for dead.' }),
        supportedProtocols: structs(
          { about: 'Assignors it can use.' },
          {
            name: string({ about: 'Name of the assignor.' }),
            metadata: bytes({ about: 'What the assignor needs of this member.' }),
          },
        ),
      },
    ),
  },
})
