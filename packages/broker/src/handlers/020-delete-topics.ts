import { type Uuid, ZERO_UUID } from '@samsa/base'
import {
  deleteTopicsApi,
  type DeleteTopicsRequest,
  deleteTopicsResponse,
  type DeleteTopicsResponse,
  type DeleteTopicsResponseTopic,
  deleteTopicsResponseTopic,
  ErrorCode,
} from '@samsa/protocol'
import {
  type AccessRefusal,
  deleteTopics,
  type TopicReference,
} from '../controller/operations/delete-topics.ts'
import type { RequestContext } from '../dispatch/context.ts'
import { answer, type Handler } from '../dispatch/handler.ts'
import { isAllowed, isAllowedOnTopic } from '../metadata/answers/authorized-operations.ts'
import { CLUSTER } from '../security/authorizer.ts'

/** First version that names topics in `topics`, by name or by id (KIP-516). */
const REFERENCES_SINCE = 6

/**
 * DeleteTopics, v1-6. Decided by the controller; answered when the topics are gone from this node's
 * image (their files go a little later). `delete.topic.enable` off refuses all.
 */
export const deleteTopicsHandler: Handler<DeleteTopicsRequest, DeleteTopicsResponse> = {
  api: deleteTopicsApi,
  versions: [1, 6],

  admit(request, context) {
    const { config, controller } = context.services
    const asked = references(request, context)
    if (!config.flag('delete.topic.enable')) {
      const isOld = context.version < 3
      const code = isOld ? ErrorCode.INVALID_REQUEST : ErrorCode.TOPIC_DELETION_DISABLED
      return answer(refusal(asked, code))
    }
    if (request.timeoutMs <= 0) return answer(refusal(asked, ErrorCode.REQUEST_TIMED_OUT))
    const sorted = sortedOut(asked)
    const operation = deleteTopics({
      ...sorted,
      accessRefusal: (topic) => accessRefusal(context, topic),
    })
    return controller.submit(operation, (errorCode) => refusal(asked, errorCode))
  },
}

function references(request: DeleteTopicsRequest, { version }: RequestContext): TopicReference[] {
  if (version < REFERENCES_SINCE) {
    return request.topicNames.map((name) => ({ name, topicId: null }))
  }
  return request.topics.map(({ name, topicId }) => ({
    name,
    topicId: topicId === ZERO_UUID ? null : topicId,
  }))
}

function accessRefusal(context: RequestContext, topic: string): AccessRefusal | undefined {
  if (isAllowed(context, 'delete', CLUSTER)) return undefined
  const hidesName = !isAllowedOnTopic(context, 'describe', topic)
  if (!hidesName && isAllowedOnTopic(context, 'delete', topic)) return undefined
  return {
    errorCode: ErrorCode.TOPIC_AUTHORIZATION_FAILED,
    message: 'Topic authorization failed.',
    hidesName,
  }
}

interface Sorted {
  readonly topics: readonly TopicReference[]
  readonly repeatedIds: ReadonlySet<Uuid>
  readonly refused: readonly DeleteTopicsResponseTopic[]
}

/** Takes out what is refused whatever the controller thinks. */
function sortedOut(asked: readonly TopicReference[]): Sorted {
  const refused: DeleteTopicsResponseTopic[] = []
  const names = new Map<string, number>()
  const ids = new Map<Uuid, number>()
  for (const { name, topicId } of asked) {
    if (name === null && topicId === null) {
      refused.push(invalid(null, ZERO_UUID, 'Neither topic name nor id were specified.'))
    } else if (name !== null && topicId !== null) {
      refused.push(invalid(name, topicId, 'You may not specify both topic name and topic id.'))
    } else if (name !== null) names.set(name, (names.get(name) ?? 0) + 1)
    else if (topicId !== null) ids.set(topicId, (ids.get(topicId) ?? 0) + 1)
  }
  const topics: TopicReference[] = []
  for (const [name, count] of names) {
    if (count === 1) topics.push({ name, topicId: null })
    else refused.push(invalid(name, ZERO_UUID, 'Duplicate topic name.'))
  }
  const repeatedIds = new Set<Uuid>()
  for (const [topicId, count] of ids) {
    if (count === 1) topics.push({ name: null, topicId })
    else {
      repeatedIds.add(topicId)
      refused.push(invalid(null, topicId, 'Duplicate topic id.'))
    }
  }
  return { topics, repeatedIds, refused }
}

function invalid(
  name: string | null,
  topicId: Uuid,
  errorMessage: string,
): DeleteTopicsResponseTopic {
  const errorCode = ErrorCode.INVALID_REQUEST
  return deleteTopicsResponseTopic({ name, topicId, errorCode, errorMessage })
}

function refusal(asked: readonly TopicReference[], errorCode: number): DeleteTopicsResponse {
  return deleteTopicsResponse({
    responses: asked.map(({ name, topicId }) =>
      deleteTopicsResponseTopic({ name, topicId: topicId ?? ZERO_UUID, errorCode }),
    ),
  })
}
