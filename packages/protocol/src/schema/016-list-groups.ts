import { defineApi, array, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Lists the groups that this broker coordinates. */
export const listGroups: ApiSchema = defineApi({
  key: 16,
  name: 'ListGroups',
  versions: '0-5',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    statesFilter: array('string', {
      about: 'Only groups in one of these states; empty for all (KIP-518).',
      since: 4,
    }),
    typesFilter: array('string', {
      about:
        'Only groups of these types: classic, consumer, share, streams; empty for all (KIP-848).',
      since: 5,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 1,
      ignorable: true,
    }),
    errorCode: int16({
      about: 'COORDINATOR_LOAD_IN_PROGRESS while a part of the groups is not loaded yet.',
    }),
    groups: structs(
      { about: 'The groups.' },
      {
        groupId: string({ about: 'Id of the group.' }),
        protocolType: string({ about: 'What the members do; empty when they never had any.' }),
        groupState: string({ about: 'State by name, as "Stable".', since: 4, ignorable: true }),
        groupType: string({ about: 'Type by name, as "classic".', since: 5, ignorable: true }),
      },
    ),
  },
})
