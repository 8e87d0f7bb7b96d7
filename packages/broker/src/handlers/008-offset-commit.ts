import {
  ErrorCode,
  offsetCommitApi,
  offsetCommitResponse,
  type OffsetCommitRequest,
  type OffsetCommitRequestTopic,
  type OffsetCommitResponse,
  type OffsetCommitResponseTopic,
} from '@samsa/protocol'
import { groupClientOf, isAllowedOnGroup } from '../coordinator/group/group-access.ts'
import { mapLater } from '../coordinator/group/later.ts'
import { refuseCommit } from '../coordinator/group/offsets/commit.ts'
import type { RequestContext } from '../dispatch/context.ts'
import { answer, type Handler } from '../dispatch/handler.ts'
import { isAllowedOnTopic } from '../metadata/answers/authorized-operations.ts'

/** Topics are named by id from here on (KIP-516). */
const TOPIC_ID_VERSION = 10

/**
 * OffsetCommit, v2-10. Partitions that do not exist are refused one by one
 * (UNKNOWN_TOPIC_OR_PARTITION, by id UNKNOWN_TOPIC_ID), the others are the group's to decide about and
 * are answered once their offsets are committed. v2-4 bring a retention of their own. From v9 on an
 * unknown group is GROUP_ID_NOT_FOUND, before that ILLEGAL_GENERATION.
 */
export const offsetCommitHandler: Handler<OffsetCommitRequest, OffsetCommitResponse> = {
  api: offsetCommitApi,
  versions: [2, 10],

  admit(request, context) {
    if (!isAllowedOnGroup(context, 'read', request.groupId)) {
      return answer(refuseCommit(request, ErrorCode.GROUP_AUTHORIZATION_FAILED))
    }
    const { topics, refused } = sortedOut(request.topics, context)
    if (topics.length === 0) return answer(offsetCommitResponse({ topics: refused }))
    const { groups } = context.services
    const committed = groups.commitOffsets({ ...request, topics }, groupClientOf(context))
    if (refused.length === 0) return { effect: undefined, response: committed }
    return {
      effect: undefined,
      response: mapLater(committed, (response) => merged(refused, response)),
    }
  },
}

interface Sorted {
  /** With name and id. */
  readonly topics: OffsetCommitRequestTopic[]
  readonly refused: OffsetCommitResponseTopic[]
}

/** Takes out what is refused whatever the group thinks. */
function sortedOut(
  requested: readonly OffsetCommitRequestTopic[],
  context: RequestContext,
): Sorted {
  const image = context.services.metadata.image().topics
  const usesIds = context.version >= TOPIC_ID_VERSION
  const topics: OffsetCommitRequestTopic[] = []
  const refused: OffsetCommitResponseTopic[] = []
  for (const topic of requested) {
    const known = usesIds ? image.byId(topic.topicId) : image.byName(topic.name)
    const name = known?.name ?? topic.name
    const topicId = known?.id ?? topic.topicId
    const refusal = usesIds && known === undefined ? ErrorCode.UNKNOWN_TOPIC_ID : refusalOf(name)
    const isThere = (index: number): boolean =>
      refusal === ErrorCode.NONE && known?.partitions[index] !== undefined
    const there = topic.partitions.filter(({ partitionIndex }) => isThere(partitionIndex))
    const others = topic.partitions.filter(({ partitionIndex }) => !isThere(partitionIndex))
    if (there.length > 0) topics.push({ ...topic, name, topicId, partitions: there })
    if (others.length === 0) continue
    const errorCode = refusal === ErrorCode.NONE ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : refusal
    const answers = refuseCommit(
      { topics: [{ ...topic, name, topicId, partitions: others }] },
      errorCode,
    )
    refused.push(...answers.topics)
  }
  return { topics, refused }

  function refusalOf(name: string): number {
    return isAllowedOnTopic(context, 'read', name)
      ? ErrorCode.NONE
      : ErrorCode.TOPIC_AUTHORIZATION_FAILED
  }
}

/** Refused partitions first; what was decided of the same topic behind them. */
function merged(
  refused: readonly OffsetCommitResponseTopic[],
  response: OffsetCommitResponse,
): OffsetCommitResponse {
  const topics = new Map(refused.map((topic) => [topic.name, topic]))
  for (const topic of response.topics) {
    const earlier = topics.get(topic.name)
    topics.set(
      topic.name,
      earlier === undefined
        ? topic
        : { ...earlier, partitions: [...earlier.partitions, ...topic.partitions] },
    )
  }
  return { ...response, topics: [...topics.values()] }
}
