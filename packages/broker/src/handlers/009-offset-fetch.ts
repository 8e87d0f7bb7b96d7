import { ZERO_UUID } from '@samsa/base'
import {
  ErrorCode,
  offsetFetchApi,
  offsetFetchRequestGroup,
  offsetFetchRequestGroupTopic,
  offsetFetchResponse,
  offsetFetchResponseGroup,
  type OffsetFetchRequest,
  type OffsetFetchRequestGroup,
  type OffsetFetchRequestGroupTopic,
  type OffsetFetchResponse,
  type OffsetFetchResponseGroup,
  type OffsetFetchResponseGroupTopic,
} from '@samsa/protocol'
import { isAllowedOnGroup } from '../coordinator/group/group-access.ts'
import type { Later } from '../coordinator/group/group-coordinator.ts'
import { allLater, mapLater } from '../coordinator/group/later.ts'
import { nothingOf } from '../coordinator/group/offsets/fetch.ts'
import type { RequestContext } from '../dispatch/context.ts'
import type { Handler } from '../dispatch/handler.ts'
import { isAllowedOnTopic } from '../metadata/answers/authorized-operations.ts'

/** An error of the whole group has a place of its own from here on. */
const GROUP_ERROR_VERSION = 2
/** Several groups in one request (KIP-709). */
const GROUPS_VERSION = 8
/** Topics are named by id from here on (KIP-516). */
const TOPIC_ID_VERSION = 10

/**
 * OffsetFetch, v1-10: one group up to v7, several from v8 on; topics null (v2) asks for all there are.
 * What has no offset is told with offset −1, also for a group that does not exist. v7 `requireStable`
 * waits for offsets that are on their way. From v10 on an unknown topic id is UNKNOWN_TOPIC_ID.
 */
export const offsetFetchHandler: Handler<OffsetFetchRequest, OffsetFetchResponse> = {
  api: offsetFetchApi,
  versions: [1, 10],

  admit(request, context) {
    const { version } = context
    const groups = version < GROUPS_VERSION ? [onlyGroup(request)] : request.groups
    const { requireStable } = request
    const answers = allLater(groups.map((group) => fetchGroup(group, requireStable, context)))
    const response = mapLater(answers, (found) =>
      version < GROUPS_VERSION
        ? onlyAnswer(groups[0]!, found[0]!, version)
        : offsetFetchResponse({ groups: found }),
    )
    return { effect: undefined, response }
  },
}

function onlyGroup({ groupId, topics }: OffsetFetchRequest): OffsetFetchRequestGroup {
  const named = topics?.map(({ name, partitionIndexes }) =>
    offsetFetchRequestGroupTopic({ name, partitionIndexes }),
  )
  return offsetFetchRequestGroup({ groupId, topics: named ?? null })
}

/** Before v2 every partition that was asked for has the group's error. */
function onlyAnswer(
  asked: OffsetFetchRequestGroup,
  { topics, errorCode }: OffsetFetchResponseGroup,
  version: number,
): OffsetFetchResponse {
  if (version >= GROUP_ERROR_VERSION || errorCode === ErrorCode.NONE) {
    return offsetFetchResponse({ topics, errorCode })
  }
  const refused = (asked.topics ?? []).map(({ name, topicId, partitionIndexes }) =>
    nothingOf(name, topicId, partitionIndexes, errorCode),
  )
  return offsetFetchResponse({ topics: refused })
}

function fetchGroup(
  group: OffsetFetchRequestGroup,
  requireStable: boolean,
  context: RequestContext,
): Later<OffsetFetchResponseGroup> {
  const { groupId } = group
  if (!isAllowedOnGroup(context, 'describe', groupId)) {
    const errorCode = ErrorCode.GROUP_AUTHORIZATION_FAILED
    return offsetFetchResponseGroup({ groupId, errorCode })
  }
  const { groups } = context.services
  if (group.topics === null) {
    return mapLater(groups.fetchOffsets(group, requireStable), (found) => ({
      ...found,
      topics: found.topics.flatMap((topic) => visible(topic, context)),
    }))
  }
  const { topics, refused } = sortedOut(group.topics, context)
  const found = groups.fetchOffsets({ ...group, topics }, requireStable)
  return mapLater(found, (answer) =>
    answer.errorCode === ErrorCode.NONE
      ? { ...answer, topics: [...answer.topics, ...refused] }
      : answer,
  )
}

/** Of all topics those that the client may see, and that its version has a name for. */
function visible(
  topic: OffsetFetchResponseGroupTopic,
  context: RequestContext,
): OffsetFetchResponseGroupTopic[] {
  if (!isAllowedOnTopic(context, 'describe', topic.name)) return []
  if (context.version < TOPIC_ID_VERSION) return [topic]
  const known = context.services.metadata.image().topics.byName(topic.name)
  return known === undefined ? [] : [{ ...topic, topicId: known.id }]
}

interface Sorted {
  /** With name, and id where the topic exists. */
  readonly topics: OffsetFetchRequestGroupTopic[]
  readonly refused: OffsetFetchResponseGroupTopic[]
}

function sortedOut(
  requested: readonly OffsetFetchRequestGroupTopic[],
  context: RequestContext,
): Sorted {
  const image = context.services.metadata.image().topics
  const usesIds = context.version >= TOPIC_ID_VERSION
  const topics: OffsetFetchRequestGroupTopic[] = []
  const refused: OffsetFetchResponseGroupTopic[] = []
  for (const topic of requested) {
    const { partitionIndexes } = topic
    const known = usesIds ? image.byId(topic.topicId) : image.byName(topic.name)
    const name = known?.name ?? topic.name
    const topicId = known?.id ?? (usesIds ? topic.topicId : ZERO_UUID)
    if (usesIds && known === undefined) {
      refused.push(nothingOf(name, topicId, partitionIndexes, ErrorCode.UNKNOWN_TOPIC_ID))
    } else if (!isAllowedOnTopic(context, 'describe', name)) {
      const errorCode = ErrorCode.TOPIC_AUTHORIZATION_FAILED
      refused.push(nothingOf(name, topicId, partitionIndexes, errorCode))
    } else topics.push({ ...topic, name, topicId })
  }
  return { topics, refused }
}
