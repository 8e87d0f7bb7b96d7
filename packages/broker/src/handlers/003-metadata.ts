import { type Uuid, ZERO_UUID } from '@samsa/base'
import {
  ErrorCode,
  isInternalTopic,
  metadataApi,
  type MetadataRequest,
  type MetadataResponse,
  metadataResponse,
  type MetadataResponseTopic,
  metadataResponseTopic,
  topicNameProblem,
} from '@samsa/protocol'
import { autoCreateTopics } from '../controller/auto-create-topics.ts'
import type { RequestContext } from '../dispatch/context.ts'
import { answer, type Handler } from '../dispatch/handler.ts'
import {
  clusterAuthorizedOperations,
  isAllowed,
  isAllowedOnTopic,
  NO_AUTHORIZED_OPERATIONS,
  topicAuthorizedOperations,
} from '../metadata/answers/authorized-operations.ts'
import { ListenerView } from '../metadata/answers/listener-view.ts'
import { topicMetadata } from '../metadata/answers/topic-metadata.ts'
import { CLUSTER } from '../security/authorizer.ts'

/** First version whose requests may name topics by id. */
const IDS_SINCE = 12

/**
 * Metadata, v0-13: brokers as this listener's clients dial them, and topics: all (null, in v0 the
 * empty list), or those named, or from v12 on those of the ids given; names count for nothing beside
 * ids. What is not there is made when both the request and `auto.create.topics.enable` say so; this
 * answer still has UNKNOWN_TOPIC_OR_PARTITION for it, as Apache Kafka's has.
 */
export const metadataHandler: Handler<MetadataRequest, MetadataResponse> = {
  api: metadataApi,
  versions: [0, 13],

  admit(request, context) {
    const { services, version } = context
    const wanted = wantedTopics(request, context)
    if (wanted === undefined) return answer(refusal(request, ErrorCode.INVALID_REQUEST))
    const view = new ListenerView(services.metadata.image(), context)
    const topics = topicsOf(wanted, request, context, view)
    if (version >= 8 && request.includeTopicAuthorizedOperations) {
      for (const topic of topics) {
        if (topic.name !== null) {
          topic.topicAuthorizedOperations = topicAuthorizedOperations(context, topic.name)
        }
      }
    }
    const tellsCluster = version >= 8 && version <= 10 && request.includeClusterAuthorizedOperations
    return answer(
      metadataResponse({
        brokers: view.aliveBrokers.map(({ id, host, port, rack }) => ({
          nodeId: id,
          host,
          port,
          rack,
          unknownTaggedFields: null,
        })),
        clusterId: services.clusterId,
        controllerId: view.controllerId(services.nodeId),
        topics,
        clusterAuthorizedOperations: tellsCluster
          ? clusterAuthorizedOperations(context)
          : NO_AUTHORIZED_OPERATIONS,
      }),
    )
  },
}

type Wanted =
  | { readonly kind: 'all' }
  | { readonly kind: 'ids'; readonly ids: readonly Uuid[] }
  | { readonly kind: 'names'; readonly names: readonly string[] }

/** Undefined when the request contradicts its version, or names a topic in no way. */
function wantedTopics(request: MetadataRequest, { version }: RequestContext): Wanted | undefined {
  const { topics } = request
  if (topics === null || (version === 0 && topics.length === 0)) return { kind: 'all' }
  const ids = topics.map(({ topicId }) => topicId).filter((id) => id !== ZERO_UUID)
  if (version >= IDS_SINCE && ids.length > 0) return { kind: 'ids', ids: [...new Set(ids)] }
  const names: string[] = []
  for (const { name } of topics) {
    if (name === null) return undefined
    names.push(name)
  }
  return ids.length > 0 ? undefined : { kind: 'names', names: [...new Set(names)] }
}

function topicsOf(
  wanted: Wanted,
  request: MetadataRequest,
  context: RequestContext,
  view: ListenerView,
): MetadataResponseTopic[] {
  const { version } = context
  const flavor = { hidesUnavailable: version === 0, namesMissingListener: version >= 6 }
  const { topics: image } = view.image
  const answers: MetadataResponseTopic[] = []
  if (wanted.kind === 'all') {
    for (const topic of image.ascending('')) {
      if (!isAllowedOnTopic(context, 'describe', topic.name)) continue
      answers.push(topicMetadata(topic, view, flavor))
    }
    return answers
  }
  if (wanted.kind === 'ids') {
    for (const topicId of wanted.ids) {
      const topic = image.byId(topicId)
      if (topic === undefined) {
        answers.push(failed(null, ErrorCode.UNKNOWN_TOPIC_ID, topicId))
      } else if (!isAllowedOnTopic(context, 'describe', topic.name)) {
        answers.push(failed(null, ErrorCode.TOPIC_AUTHORIZATION_FAILED, topicId))
      } else answers.push(topicMetadata(topic, view, flavor))
    }
    return answers
  }
  const missing: string[] = []
  for (const name of wanted.names) {
    const topic = image.byName(name)
    if (!isAllowedOnTopic(context, 'describe', name)) {
      answers.push(failed(name, ErrorCode.TOPIC_AUTHORIZATION_FAILED))
    } else if (topic === undefined) missing.push(name)
    else answers.push(topicMetadata(topic, view, flavor))
  }
  answers.push(...missingTopics(missing, request, context))
  return answers
}

function missingTopics(
  names: readonly string[],
  request: MetadataRequest,
  context: RequestContext,
): MetadataResponseTopic[] {
  const { config } = context.services
  const isMaking =
    names.length > 0 && request.allowAutoTopicCreation && config.flag('auto.create.topics.enable')
  const mayMakeAll = isMaking && isAllowed(context, 'create', CLUSTER)
  const toMake: string[] = []
  const answers = names.map((name) => {
    if (isMaking && !mayMakeAll && !isAllowedOnTopic(context, 'create', name)) {
      return failed(name, ErrorCode.TOPIC_AUTHORIZATION_FAILED)
    }
    if (topicNameProblem(name) !== null) return failed(name, ErrorCode.INVALID_TOPIC_EXCEPTION)
    if (isMaking) toMake.push(name)
    return failed(name, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  })
  autoCreateTopics(context.services, toMake)
  return answers
}

function failed(
  name: string | null,
  errorCode: number,
  topicId: Uuid = ZERO_UUID,
): MetadataResponseTopic {
  const isInternal = name !== null && isInternalTopic(name)
  return metadataResponseTopic({ errorCode, name, topicId, isInternal })
}

/** The whole request with one error: every topic has it, and from v13 on the answer itself. */
function refusal(request: MetadataRequest, errorCode: number): MetadataResponse {
  const topics = (request.topics ?? []).map(({ name, topicId }) =>
    metadataResponseTopic({ errorCode, name: name ?? '', topicId }),
  )
  return metadataResponse({ topics, errorCode })
}
