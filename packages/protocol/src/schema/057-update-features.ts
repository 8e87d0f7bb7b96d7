import { defineApi, bool, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const updateFeatures: ApiSchema = defineApi({
  key: 57,
  name: 'UpdateFeatures',
  versions: '0-2',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    timeoutMs: int32({ about: '', default: 60000 }),
    featureUpdates: structs(
      { about: '' },
      {
        feature: string({ about: '' }),
        maxVersionLevel: int16({ about: '' }),
        allowDowngrade: bool({ about: '', until: 0 }),
        upgradeType: int8({ about: '', since: 1, default: 1 }),
      },
    ),
    validateOnly: bool({ about: '', since: 1 }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+' }),
    results: structs(
      { about: '', until: 1, ignorable: true },
      {
        feature: string({ about: '' }),
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+' }),
      },
    ),
  },
})
