import { defineApi, array, bool, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeConfigs: ApiSchema = defineApi({
  key: 32,
  name: 'DescribeConfigs',
  versions: '1-4',
  flexible: '4+',
  listeners: ['broker', 'controller'],
  request: {
    resources: structs(
      { about: '' },
      {
        resourceType: int8({ about: '' }),
        resourceName: string({ about: '' }),
        configurationKeys: array('string', { about: '', nullable: '0+' }),
      },
    ),
    includeSynonyms: bool({ about: '' }),
    includeDocumentation: bool({ about: '', since: 3 }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    results: structs(
      { about: '' },
      {
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+' }),
        resourceType: int8({ about: '' }),
        resourceName: string({ about: '' }),
        configs: structs(
          { about: '' },
          {
            name: string({ about: '' }),
            value: string({ about: '', nullable: '0+' }),
            readOnly: bool({ about: '' }),
            configSource: int8({ about: '', default: -1, ignorable: true }),
            isSensitive: bool({ about: '' }),
            synonyms: structs(
              { about: '', ignorable: true },
              {
                name: string({ about: '' }),
                value: string({ about: '', nullable: '0+' }),
                source: int8({ about: '' }),
              },
            ),
            configType: int8({ about: '', since: 3, ignorable: true }),
            documentation: string({ about: '', since: 3, nullable: '0+', ignorable: true }),
          },
        ),
      },
    ),
  },
})
