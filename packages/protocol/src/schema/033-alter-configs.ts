import { defineApi, bool, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/**
 * Replaces the whole configuration of resources. Clients should alter incrementally instead
 * (KIP-339).
 */
export const alterConfigs: ApiSchema = defineApi({
  key: 33,
  name: 'AlterConfigs',
  versions: '0-2',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    resources: structs(
      { about: 'What to configure.' },
      {
        resourceType: int8({ about: 'Code of the resource type.' }),
        resourceName: string({ about: 'Name of the resource: a topic, a node id, a group.' }),
        configs: structs(
          { about: 'All that is to be set: keys left out go back to their defaults.' },
          {
            name: string({ about: 'Name of the key.' }),
            value: string({ about: 'Its value; null when unset.', nullable: '0+' }),
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
