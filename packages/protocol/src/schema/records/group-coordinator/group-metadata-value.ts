import { defineRecord, bytes, int32, int64, shape, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const memberMetadata = shape('MemberMetadata', {
  memberId: string({ about: 'Id of the member.' }),
  groupInstanceId: string({
    about:
      'Id of a static member, which keeps its place over a restart (KIP-345); null for others.',
    since: 3,
    nullable: '3+',
    default: null,
    ignorable: true,
  }),
  clientId: string({ about: 'Name the client gave itself.' }),
  clientHost: string({ about: 'Address the client connects from.' }),
  rebalanceTimeout: int32({
    about: 'How long the group waits for it to join again, in ms.',
    since: 1,
    default: -1,
    ignorable: true,
  }),
  sessionTimeout: int32({ about: 'Silence in ms after which it is taken for dead.' }),
  subscription: bytes({ about: 'What it told the assignor.' }),
  assignment: bytes({ about: 'What it was assigned.' }),
})

/** A classic group with its members, written at every generation. */
export const groupMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'GroupMetadataValue',
  type: 2,
  versions: '0-4',
  flexible: '4+',
  fields: {
    protocolType: string({ about: 'What the members do: "consumer", "connect" and so on.' }),
    generation: int32({ about: 'Number of the generation.' }),
    protocol: string({
      about: 'Assignor of the generation; null when there are no members.',
      nullable: '0+',
    }),
    leader: string({
      about: 'Member that computed the assignment; null when there are no members.',
      nullable: '0+',
    }),
    currentStateTimestamp: int64({
      about: 'When the group came into this state; -1 when unknown.',
      since: 2,
      default: -1,
      ignorable: true,
    }),
    members: structs({ about: 'The members.' }, memberMetadata),
  },
})
