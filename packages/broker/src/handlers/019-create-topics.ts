import {
  CLUSTER_METADATA,
  createTopicsApi,
  type CreateTopicsRequest,
  type CreateTopicsRequestTopic,
  createTopicsResponse,
  type CreateTopicsResponse,
  type CreateTopicsResponseTopic,
  createTopicsResponseTopic,
  ErrorCode,
} from '@samsa/protocol'
import { newTopicRules } from '../controller/new-topic-rules.ts'
import { createTopics, createTopicsRefusal } from '../controller/operations/create-topics.ts'
import type { RequestContext } from '../dispatch/context.ts'
import { answer, type Handler } from '../dispatch/handler.ts'
import { isAllowed, isAllowedOnTopic } from '../metadata/answers/authorized-operations.ts'
import { CLUSTER } from '../security/authorizer.ts'

/**
 * CreateTopics, v2-7. Decided by the controller, each topic for itself; answered when all that was
 * made is committed and in this node's image. From v5 on the answer has the configs in force
 * (KIP-525), from v7 on the topic id. No time to wait at all is a timeout, as in Apache Kafka.
 */
export const createTopicsHandler: Handler<CreateTopicsRequest, CreateTopicsResponse> = {
  api: createTopicsApi,
  versions: [2, 7],

  refusal: (errorCode) => createTopicsResponse({ topics: [refused('', errorCode, null)] }),

  admit(request, context) {
    const { config, controller } = context.services
    const { topics, timeoutMs, validateOnly } = request
    if (timeoutMs <= 0) {
      const timeout = { errorCode: ErrorCode.REQUEST_TIMED_OUT, message: null }
      return answer(createTopicsRefusal(topics, timeout))
    }
    const sorted = sortedOut(topics, context)
    const operation = createTopics({
      topics: sorted.topics,
      refused: sorted.refused,
      validateOnly,
      rules: newTopicRules(config),
      mayDescribe: (name) => isAllowedOnTopic(context, 'describeConfigs', name),
    })
    return controller.submit(operation, (errorCode) =>
      createTopicsRefusal(topics, { errorCode, message: null }),
    )
  },
}

interface Sorted {
  readonly topics: readonly CreateTopicsRequestTopic[]
  readonly refused: readonly CreateTopicsResponseTopic[]
}

/** Takes out what is refused whatever the controller thinks. */
function sortedOut(topics: readonly CreateTopicsRequestTopic[], context: RequestContext): Sorted {
  const counts = new Map<string, number>()
  for (const { name } of topics) counts.set(name, (counts.get(name) ?? 0) + 1)
  const mayMakeAll = isAllowed(context, 'create', CLUSTER)
  const refusals = new Map<string, CreateTopicsResponseTopic>()
  for (const [name, count] of counts) {
    if (count > 1) {
      refusals.set(name, refused(name, ErrorCode.INVALID_REQUEST, 'Duplicate topic name.'))
    } else if (name === CLUSTER_METADATA) {
      const message = `Creation of internal topic ${name} is prohibited.`
      refusals.set(name, refused(name, ErrorCode.INVALID_REQUEST, message))
    } else if (!mayMakeAll && !isAllowedOnTopic(context, 'create', name)) {
      const code = ErrorCode.TOPIC_AUTHORIZATION_FAILED
      refusals.set(name, refused(name, code, 'Authorization failed.'))
    }
  }
  return {
    topics: topics.filter(({ name }) => !refusals.has(name)),
    refused: [...refusals.values()],
  }
}

function refused(
  name: string,
  errorCode: number,
  errorMessage: string | null,
): CreateTopicsResponseTopic {
  return createTopicsResponseTopic({ name, errorCode, errorMessage })
}
