import {
  defineRecord,
  bool,
  int16,
  int32,
  string,
  structs,
  uint16,
  uuid,
} from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Registers a controller (KIP-919). */
export const registerControllerRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'RegisterControllerRecord',
  type: 27,
  versions: '0',
  flexible: '0+',
  fields: {
    controllerId: int32({ about: 'Node id of the controller.' }),
    incarnationId: uuid({
      about: 'Drawn at random by each process, so that two lives of a node are told apart.',
    }),
    zkMigrationReady: bool({
      about: 'Left over from the move away from ZooKeeper: never set in Kafka 4.',
    }),
    endPoints: structs(
      { about: 'Where it can be reached.' },
      {
        name: string({ about: 'Name of the listener.' }),
        host: string({ about: 'Host to connect to.' }),
        port: uint16({ about: 'Port to connect to.' }),
        securityProtocol: int16({ about: '0 PLAINTEXT, 1 SSL, 2 SASL_PLAINTEXT, 3 SASL_SSL.' }),
      },
    ),
    features: structs(
      { about: 'Feature levels it can run.' },
      {
        name: string({ about: 'Name of the feature, as metadata.version.' }),
        minSupportedVersion: int16({ about: 'Lowest level it can run.' }),
        maxSupportedVersion: int16({ about: 'Highest level it can run.' }),
      },
    ),
  },
})
