import { defineApi, bool, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/**
 * Asks which APIs and versions the node serves. Answered even when the version of this very
 * request is unknown.
 */
export const apiVersions: ApiSchema = defineApi({
  key: 18,
  name: 'ApiVersions',
  versions: '0-4',
  flexible: '3+',
  responseHeaderPlain: true,
  listeners: ['broker', 'controller'],
  request: {
    clientSoftwareName: string({
      about: 'Name of the client library, letters, digits, dots and dashes (KIP-511).',
      since: 3,
      ignorable: true,
    }),
    clientSoftwareVersion: string({
      about: 'Its version, in the same characters.',
      since: 3,
      ignorable: true,
    }),
  },
  response: {
    errorCode: int16({
      about:
        "UNSUPPORTED_VERSION: the answer is then in format 0; INVALID_REQUEST: the software's name is not legal.",
    }),
    apiKeys: structs(
      { about: 'Every API that this listener serves.' },
      {
        apiKey: int16({ about: 'Key of the API.' }),
        minVersion: int16({ about: 'Oldest version served.' }),
        maxVersion: int16({ about: 'Newest version served.' }),
      },
    ),
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 1,
      ignorable: true,
    }),
    supportedFeatures: structs(
      {
        about: 'Feature levels that this build can run (KIP-584).',
        since: 3,
        tag: 0,
        ignorable: true,
      },
      {
        name: string({ about: 'Name of the feature, as metadata.version.' }),
        minVersion: int16({ about: 'Lowest level.' }),
        maxVersion: int16({ about: 'Highest level.' }),
      },
    ),
    finalizedFeaturesEpoch: int64({
      about: 'Metadata offset that the finalized levels are from; -1 when unknown.',
      since: 3,
      tag: 1,
      default: -1,
      ignorable: true,
    }),
    finalizedFeatures: structs(
      { about: 'Feature levels that the cluster runs at.', since: 3, tag: 2, ignorable: true },
      {
        name: string({ about: 'Name of the feature.' }),
        maxVersionLevel: int16({ about: 'The level.' }),
        minVersionLevel: int16({
          about: 'The level once more; the range of earlier days is gone.',
        }),
      },
    ),
    zkMigrationReady: bool({
      about: 'Left over from the move away from ZooKeeper: never set in Kafka 4.',
      since: 3,
      tag: 3,
      ignorable: true,
    }),
  },
})
