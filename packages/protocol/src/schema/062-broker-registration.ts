import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int64,
  string,
  structs,
  uint16,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A starting broker registers with the controller and gets its broker epoch (KIP-631). */
export const brokerRegistration: ApiSchema = defineApi({
  key: 62,
  name: 'BrokerRegistration',
  versions: '0-4',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    brokerId: int32({ about: 'Node id of the broker.' }),
    clusterId: string({
      about: 'Cluster that is meant, to be refused by any other; null when not checked.',
    }),
    incarnationId: uuid({
      about: 'Drawn at random by each process, so that two lives of a node are told apart.',
    }),
    listeners: structs(
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
    isMigratingZkBroker: bool({
      about: 'Left over from the move away from ZooKeeper: never set in Kafka 4.',
      since: 1,
    }),
    logDirs: array('uuid', {
      about: 'Ids of its log directories that are online (KIP-858).',
      since: 2,
      ignorable: true,
    }),
    previousBrokerEpoch: int64({
      about:
        'Epoch it had before a clean stop, which keeps its replicas eligible; -1 otherwise (KIP-966).',
      since: 3,
      default: -1,
      ignorable: true,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({
      about: 'DUPLICATE_BROKER_REGISTRATION while another live broker has the id.',
    }),
    brokerEpoch: int64({ about: 'Epoch of this life of the broker; -1 on an error.', default: -1 }),
  },
})
