import { defineApi, bool, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Changes single configuration keys and leaves the others alone (KIP-339). */
export const incrementalAlterConfigs: ApiSchema = defineApi({
  key: 44,
  name: 'IncrementalAlterConfigs',
  versions: '0-1',
  flexible: '1+',
  listeners: ['broker', 'controller'],
  request: {
    resources: structs(
      { about: 'What to configure.' },
      {
        resourceType: int8({ about: 'Code of the resource type.' }),
        resourceName: string({ about: 'Name of the resource: a topic, a node id, a group.' }),
        configs: structs(
          { about: 'Changes.' },
          {
            name: string({ about: 'Name of the key.' }),
            configOperation: int8({
              about: '0 set, 1 delete, 2 append to a list, 3 remove from a list.',
            }),
            value: string({
              about: 'Value to set, append or remove; null for a delete.',
              nullable: '0+',
            }),
          },
        ),
      },
    ),
    validateOnly: bool({ about: 'Whether to check only and change nothing.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    responses: structs(
      { about: 'Outcome by resource.', item: 'Resource' },
      {
        errorCode: int16({ about: 'Outcome for this one.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
        }),
        resourceType: int8({ about: 'Code of the resource type.' }),
        resourceName: string({ about: 'Name of the resource: a topic, a node id, a group.' }),
      },
    ),
  },
})
