import { defineRecord, bytes, int32, int64, shape, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const memberMetadata = shape('MemberMetadata', {
  memberId: string({ about: '' }),
  groupInstanceId: string({ about: '', since: 3, nullable: '3+', default: null, ignorable: true }),
  clientId: string({ about: '' }),
  clientHost: string({ about: '' }),
  rebalanceTimeout: int32({ about: '', since: 1, default: -1, ignorable: true }),
  sessionTimeout: int32({ about: '' }),
  subscription: bytes({ about: '' }),
  assignment: bytes({ about: '' }),
})

export const groupMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'GroupMetadataValue',
  type: 2,
  versions: '0-4',
  flexible: '4+',
  fields: {
    protocolType: string({ about: '' }),
    generation: int32({ about: '' }),
    protocol: string({ about: '', nullable: '0+' }),
    leader: string({ about: '', nullable: '0+' }),
    currentStateTimestamp: int64({ about: '', since: 2, default: -1, ignorable: true }),
    members: structs({ about: '' }, memberMetadata),
  },
})
