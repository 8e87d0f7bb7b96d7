import {
  defineRecord,
  array,
  bool,
  int16,
  int32,
  int64,
  string,
  structs,
  uint16,
  uuid,
} from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Registers a broker. */
export const registerBrokerRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'RegisterBrokerRecord',
  type: 0,
  versions: '0-4',
  flexible: '0+',
  fields: {
    brokerId: int32({ about: 'Node id of the broker.' }),
    isMigratingZkBroker: bool({
      about: 'Left over from the move away from ZooKeeper: never set in Kafka 4.',
      since: 2,
    }),
    incarnationId: uuid({
      about: 'Drawn at random by each process, so that two lives of a node are told apart.',
    }),
    brokerEpoch: int64({ about: 'Epoch of this life of the broker: the offset of this record.' }),
    endPoints: structs(
      { about: 'Where clients and brokers can reach it.' },
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
    rack: string({ about: 'Rack of the node; null when unknown.', nullable: '0+' }),
    fenced: bool({ about: 'Whether it is kept from serving at first.', default: true }),
    inControlledShutdown: bool({ about: 'Whether it is stopping.', since: 1 }),
    logDirs: array('uuid', {
      about: 'Ids of its log directories that are online.',
      since: 3,
      tag: 0,
    }),
    cordonedLogDirs: array('uuid', {
      about:
        'Ids of its log directories that shall get no new replicas; null when none (KIP-1066).',
      since: 4,
      nullable: '4+',
      tag: 1,
      default: null,
    }),
  },
})
