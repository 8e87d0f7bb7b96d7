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

/** Control record: the voters of the metadata quorum from here on (KIP-853). */
export const votersRecord: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'VotersRecord',
  versions: '0',
  flexible: '0+',
  fields: {
    version: int16({ about: 'Version of this message, which stands in front of it.' }),
    voters: structs(
      { about: 'The voters.' },
      {
        voterId: int32({ about: 'Node id.' }),
        voterDirectoryId: uuid({ about: 'Directory of its metadata log.' }),
        endpoints: structs(
          { about: 'Where it can be reached.' },
          {
            name: string({ about: 'Name of the listener.' }),
            host: string({ about: 'Host to connect to.' }),
            port: uint16({ about: 'Port to connect to.' }),
          },
        ),
        kRaftVersionFeature: struct(
          { about: 'Range of kraft.version it can run.' },
          {
            minSupportedVersion: int16({ about: 'Lowest level it can run.' }),
            maxSupportedVersion: int16({ about: 'Highest level it can run.' }),
          },
        ),
      },
    ),
  },
})
