import {
  createPartitionsApi,
  type CreatePartitionsRequest,
  createPartitionsResponse,
  type CreatePartitionsResponse,
  type CreatePartitionsResponseResult,
  createPartitionsResponseResult,
  ErrorCode,
} from '@samsa/protocol'
import { createPartitions } from '../controller/operations/create-partitions.ts'
import type { RequestContext } from '../dispatch/context.ts'
import { answer, type Handler } from '../dispatch/handler.ts'
import { isAllowedOnTopic } from '../metadata/answers/authorized-operations.ts'

/**
 * CreatePartitions, v0-3. Decided by the controller, each topic for itself; answered when the new
 * partitions are committed and in this node's image.
 */
export const createPartitionsHandler: Handler<CreatePartitionsRequest, CreatePartitionsResponse> = {
  api: createPartitionsApi,
  versions: [0, 3],

  admit(request, context) {
    if (request.timeoutMs <= 0) return answer(refusal(request, ErrorCode.REQUEST_TIMED_OUT))
    const refused = refusedTopics(request, context)
    const names = new Set(refused.map(({ name }) => name))
    const operation = createPartitions({
      topics: request.topics.filter(({ name }) => !names.has(name)),
      validateOnly: request.validateOnly,
      refused,
    })
    return context.services.controller.submit(operation, (errorCode) => refusal(request, errorCode))
  },
}

/** What is refused whatever the controller thinks, each name once. */
function refusedTopics(
  { topics }: CreatePartitionsRequest,
  context: RequestContext,
): CreatePartitionsResponseResult[] {
  const counts = new Map<string, number>()
  for (const { name } of topics) counts.set(name, (counts.get(name) ?? 0) + 1)
  const refused: CreatePartitionsResponseResult[] = []
  for (const [name, count] of counts) {
    if (count > 1) {
      const errorMessage = 'Duplicate topic name.'
      const errorCode = ErrorCode.INVALID_REQUEST
      refused.push(createPartitionsResponseResult({ name, errorCode, errorMessage }))
    } else if (!isAllowedOnTopic(context, 'alter', name)) {
      const errorCode = ErrorCode.TOPIC_AUTHORIZATION_FAILED
      refused.push(createPartitionsResponseResult({ name, errorCode }))
    }
  }
  return refused
}

function refusal(request: CreatePartitionsRequest, errorCode: number): CreatePartitionsResponse {
  return createPartitionsResponse({
    results: request.topics.map(({ name }) => createPartitionsResponseResult({ name, errorCode })),
  })
}
