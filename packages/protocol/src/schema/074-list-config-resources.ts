import { defineApi, array, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Lists the resources that have a configuration of their own (KIP-1142). */
export const listConfigResources: ApiSchema = defineApi({
  key: 74,
  name: 'ListConfigResources',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    resourceTypes: array('int8', { about: 'Codes of the types wanted; empty for all.', since: 1 }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    configResources: structs(
      { about: 'The resources.' },
      {
        resourceName: string({ about: 'Name of the resource: a topic, a node id, a group.' }),
        resourceType: int8({
          about: 'Code of the resource type.',
          since: 1,
          default: 16,
          ignorable: true,
        }),
      },
    ),
  },
})
