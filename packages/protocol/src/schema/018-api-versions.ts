import { defineApi, bool, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const apiVersions: ApiSchema = defineApi({
  key: 18,
  name: 'ApiVersions',
  versions: '0-4',
  flexible: '3+',
  responseHeaderPlain: true,
  listeners: ['broker', 'controller'],
  request: {
    clientSoftwareName: string({ about: '', since: 3, ignorable: true }),
    clientSoftwareVersion: string({ about: '', since: 3, ignorable: true }),
  },
  response: {
    errorCode: int16({ about: '' }),
    apiKeys: structs(
      { about: '' },
      {
        apiKey: int16({ about: '' }),
        minVersion: int16({ about: '' }),
        maxVersion: int16({ about: '' }),
      },
    ),
    throttleTimeMs: int32({ about: '', since: 1, ignorable: true }),
    supportedFeatures: structs(
      { about: '', since: 3, tag: 0, ignorable: true },
      {
        name: string({ about: '' }),
        minVersion: int16({ about: '' }),
        maxVersion: int16({ about: '' }),
      },
    ),
    finalizedFeaturesEpoch: int64({ about: '', since: 3, tag: 1, default: -1, ignorable: true }),
    finalizedFeatures: structs(
      { about: '', since: 3, tag: 2, ignorable: true },
      {
        name: string({ about: '' }),
        maxVersionLevel: int16({ about: '' }),
        minVersionLevel: int16({ about: '' }),
      },
    ),
    zkMigrationReady: bool({ about: '', since: 3, tag: 3, ignorable: true }),
  },
})
