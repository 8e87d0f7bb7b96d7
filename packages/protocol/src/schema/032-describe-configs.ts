import { defineApi, array, bool, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Shows the configuration of topics, brokers and groups, with where each value comes from. */
export const describeConfigs: ApiSchema = defineApi({
  key: 32,
  name: 'DescribeConfigs',
  versions: '1-4',
  flexible: '4+',
  listeners: ['broker', 'controller'],
  request: {
    resources: structs(
      { about: 'What to describe.' },
      {
        resourceType: int8({ about: 'Code of the resource type.' }),
        resourceName: string({ about: 'Name of the resource: a topic, a node id, a group.' }),
        configurationKeys: array('string', { about: 'Keys wanted; null for all.', nullable: '0+' }),
      },
    ),
    includeSynonyms: bool({
      about: 'Whether to tell the values that lie below the one in effect.',
    }),
    includeDocumentation: bool({ about: 'Whether to tell what each key means.', since: 3 }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    results: structs(
      { about: 'Configuration by resource.' },
      {
        errorCode: int16({ about: 'Outcome for this one.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
        }),
        resourceType: int8({ about: 'Code of the resource type.' }),
        resourceName: string({ about: 'Name of the resource: a topic, a node id, a group.' }),
        configs: structs(
          { about: 'Keys with their values.' },
          {
            name: string({ about: 'Name of the key.' }),
            value: string({
              about: 'The value in effect; null when sensitive or unset.',
              nullable: '0+',
            }),
            readOnly: bool({ about: 'Whether it cannot be changed while the broker runs.' }),
            configSource: int8({
              about:
                'Where the value comes from: 1 topic, 2 broker, 3 cluster-wide default, 4 file, 5 default, 6 logger, 7 client metrics, 8 group.',
              default: -1,
              ignorable: true,
            }),
            isSensitive: bool({ about: 'Whether it is a secret, whose value is not told.' }),
            synonyms: structs(
              {
                about:
                  'The same setting at every level that sets it, the one in effect first (KIP-226).',
                ignorable: true,
              },
              {
                name: string({ about: 'Key at that level.' }),
                value: string({
                  about: 'Value at that level; null when sensitive or unset.',
                  nullable: '0+',
                }),
                source: int8({ about: 'Code of the level, as configSource.' }),
              },
            ),
            configType: int8({
              about:
                "Code of the value's type: 1 boolean, 2 string, 3 int, 4 short, 5 long, 6 double, 7 list, 8 class, 9 password.",
              since: 3,
              ignorable: true,
            }),
            documentation: string({
              about: 'What the key means; null when not asked for.',
              since: 3,
              nullable: '0+',
              ignorable: true,
            }),
          },
        ),
      },
    ),
  },
})
