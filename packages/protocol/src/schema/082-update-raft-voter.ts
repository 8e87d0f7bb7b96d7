import { defineApi, int16, int32, string, struct, structs, uint16, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const updateRaftVoter: ApiSchema = defineApi({
  key: 82,
  name: 'UpdateRaftVoter',
  versions: '0',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    clusterId: string({ about: '', nullable: '0+' }),
    currentLeaderEpoch: int32({ about: '' }),
    voterId: int32({ about: '' }),
    voterDirectoryId: uuid({ about: '' }),
    listeners: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        host: string({ about: '' }),
        port: uint16({ about: '' }),
      },
    ),
    kRaftVersionFeature: struct(
      { about: '' },
      {
        minSupportedVersion: int16({ about: '' }),
        maxSupportedVersion: int16({ about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    currentLeader: struct(
      { about: '', tag: 0 },
      {
        leaderId: int32({ about: '', default: -1 }),
        leaderEpoch: int32({ about: '', default: -1 }),
        host: string({ about: '' }),
        port: int32({ about: '' }),
      },
    ),
  },
})
