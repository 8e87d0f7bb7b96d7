import { defineApi, bool, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Raises or lowers feature levels of the cluster (KIP-584). */
export const updateFeatures: ApiSchema = defineApi({
  key: 57,
  name: 'UpdateFeatures',
  versions: '0-2',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    timeoutMs: int32({ about: 'How long to wait for the change.', default: 60000 }),
    featureUpdates: structs(
      { about: 'Features to change.' },
      {
        feature: string({ about: 'Name of the feature, as metadata.version.' }),
        maxVersionLevel: int16({ about: 'New level; below 1 switches the feature off.' }),
        allowDowngrade: bool({ about: 'Whether the level may go down.', until: 0 }),
        upgradeType: int8({
          about: '1 up only, 2 down where nothing is lost, 3 down even where metadata is lost.',
          since: 1,
          default: 1,
        }),
      },
    ),
    validateOnly: bool({ about: 'Whether to check only and change nothing.', since: 1 }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'Outcome of the request as a whole: all features change or none.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
    }),
    results: structs(
      { about: 'Outcome by feature.', until: 1, ignorable: true },
      {
        feature: string({ about: 'Name of the feature.' }),
        errorCode: int16({ about: 'Outcome for this one.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
        }),
      },
    ),
  },
})
