import {
  defineRecord,
  int16,
  int32,
  string,
  struct,
  structs,
  uint16,
  uuid,
} from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const votersRecord: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'VotersRecord',
  versions: '0',
  flexible: '0+',
  fields: {
    version: int16({ about: '' }),
    voters: structs(
      { about: '' },
      {
        voterId: int32({ about: '' }),
        voterDirectoryId: uuid({ about: '' }),
        endpoints: structs(
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
    ),
  },
})
