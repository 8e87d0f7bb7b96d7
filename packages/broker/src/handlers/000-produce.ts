import { NO_OFFSET } from '@samsa/base'
import {
  ErrorCode,
  produceApi,
  produceResponse,
  produceResponseTopicPartition,
  type ProduceRequest,
  type ProduceRequestTopic,
  type ProduceResponse,
  type ProduceResponseTopic,
  type ProduceResponseTopicPartition,
} from '@samsa/protocol'
import type { RequestContext } from '../dispatch/context.ts'
import { answer, CLOSE_CONNECTION, type Handler } from '../dispatch/handler.ts'
import type { HostedTopic } from '../replica/hosted-topic.ts'
import {
  hasDuplicates,
  lastOfEach,
  type RequestRefusal,
  refusalOf,
} from '../replica/produce/inspect-request.ts'
import {
  ACKS_ALL,
  ACKS_LEADER,
  ACKS_NONE,
  ProduceOperation,
} from '../replica/produce/produce-operation.ts'

/** Topics are named by id from here on (KIP-516). */
const TOPIC_ID_VERSION = 13
/** Client id of Apache Kafka's own tools that write to internal topics. */
const ADMIN_CLIENT_ID = '__admin_client'

/**
 * Produce, v3-13; 0 is advertised as the minimum, since older librdkafka takes that for a sign of
 * codecs (KAFKA-18659).
 *
 * - Each partition is answered on its own. Only two things fail the whole request: bytes that cannot
 *   be a record batch (CORRUPT_MESSAGE), and a transactional batch
 *   (TRANSACTIONAL_ID_AUTHORIZATION_FAILED: fatal for Java, librdkafka and franz-go alike, and none
 *   of them tries again), until transactions are served.
 * - acks 0: nothing is answered, an error closes the connection. acks 1: answered when written here;
 *   acks all: when committed, or REQUEST_TIMED_OUT after `timeoutMs`; NOT_ENOUGH_REPLICAS and nothing
 *   is written while fewer than `min.insync.replicas` are in sync.
 * - A partition that is named twice is appended to once, with the batch that comes last.
 * - Errors have a message and the records at fault from v8 on, the right leader from v10 on.
 */
export const produceHandler: Handler<ProduceRequest, ProduceResponse> = {
  api: produceApi,
  versions: [3, 13],
  advertised: [0, 13],
  keepsOwnOrder: true,

  admit(request, context) {
    const refused = refusalOf(request)
    if (refused !== undefined) {
      if (request.acks === ACKS_NONE) return answer<ProduceResponse>(CLOSE_CONNECTION)
      return answer(refusalOfAll(request, refused))
    }
    const topics = topicsOf(request, context)
    const responses = new Array<ProduceResponseTopic>(topics.length)
    const response: ProduceResponse = {
      responses,
      throttleTimeMs: 0,
      nodeEndpoints: [],
      unknownTaggedFields: null,
    }
    const { acks, timeoutMs } = request
    const operation = new ProduceOperation(context, acks, timeoutMs, response)
    for (let index = 0; index < topics.length; index++) {
      responses[index] = produceTopic(operation, context, topics[index]!, isKnownAcks(acks))
    }
    return operation.admission()
  },
}

function topicsOf(request: ProduceRequest, context: RequestContext): ProduceRequestTopic[] {
  const { topicData } = request
  if (topicData.length === 0) return topicData
  if (topicData.length === 1 && topicData[0]!.partitionData.length === 1) return topicData
  const { replicas } = context.services
  const usesIds = context.version >= TOPIC_ID_VERSION
  return hasDuplicates(topicData, replicas, usesIds, replicas.appends.nextTicket())
    ? lastOfEach(topicData)
    : topicData
}

function produceTopic(
  operation: ProduceOperation,
  context: RequestContext,
  topic: ProduceRequestTopic,
  hasKnownAcks: boolean,
): ProduceResponseTopic {
  const { replicas } = context.services
  const { name, topicId, partitionData } = topic
  const usesIds = context.version >= TOPIC_ID_VERSION
  const hosted = usesIds ? replicas.topicById(topicId) : replicas.topic(name)
  const refusal =
    hosted === undefined
      ? refusalOfAbsent(context, topic, usesIds)
      : refusalOfTopic(context, hosted, hasKnownAcks)
  const partitionResponses = new Array<ProduceResponseTopicPartition>(partitionData.length)
  for (let index = 0; index < partitionData.length; index++) {
    const data = partitionData[index]!
    const partition = hosted?.partitions[data.index]
    let errorCode = refusal
    if (partition === undefined && !hidesPartitions(refusal)) {
      const known = usesIds ? (replicas.topicName(topicId) ?? '') : name
      errorCode = replicas.absence(known, data.index)
    } else if (errorCode === ErrorCode.NONE) errorCode = partition!.refusal
    const response = partitionResponse(data.index, errorCode)
    partitionResponses[index] = response
    if (errorCode === ErrorCode.NONE) operation.append(partition!, response, data)
  }
  return { name, topicId, partitionResponses, unknownTaggedFields: null }
}

/** Whether the topic itself is refused, so that nothing may be told of its partitions. */
function hidesPartitions(refusal: number): boolean {
  return refusal === ErrorCode.TOPIC_AUTHORIZATION_FAILED || refusal === ErrorCode.UNKNOWN_TOPIC_ID
}

/** For a topic of which nothing is here: NONE where its partitions have to be looked at one by one. */
function refusalOfAbsent(
  context: RequestContext,
  { name, topicId }: ProduceRequestTopic,
  usesIds: boolean,
): number {
  const { replicas } = context.services
  const known = usesIds ? replicas.topicName(topicId) : name
  if (known === undefined) return ErrorCode.UNKNOWN_TOPIC_ID
  const resource = { type: 'topic', name: known } as const
  return isAllowed(context, resource) ? ErrorCode.NONE : ErrorCode.TOPIC_AUTHORIZATION_FAILED
}

function refusalOfTopic(
  context: RequestContext,
  hosted: HostedTopic,
  hasKnownAcks: boolean,
): number {
  if (!isAllowed(context, hosted.resource)) return ErrorCode.TOPIC_AUTHORIZATION_FAILED
  if (!hasKnownAcks) return ErrorCode.INVALID_REQUIRED_ACKS
  const isForbidden = hosted.isInternal && context.clientId !== ADMIN_CLIENT_ID
  return isForbidden ? ErrorCode.INVALID_TOPIC_EXCEPTION : ErrorCode.NONE
}

function isAllowed(context: RequestContext, resource: HostedTopic['resource']): boolean {
  const { authorizer } = context.services
  const { host } = context.connection.remote
  return authorizer.allows(context.principal, host, 'write', resource)
}

const isKnownAcks = (acks: number): boolean =>
  acks === ACKS_ALL || acks === ACKS_LEADER || acks === ACKS_NONE

function partitionResponse(index: number, errorCode: number): ProduceResponseTopicPartition {
  return {
    index,
    errorCode,
    baseOffset: NO_OFFSET,
    logAppendTimeMs: -1,
    logStartOffset: NO_OFFSET,
    recordErrors: NO_RECORD_ERRORS,
    errorMessage: null,
    currentLeader: NO_LEADER,
    unknownTaggedFields: null,
  }
}

function refusalOfAll(request: ProduceRequest, refused: RequestRefusal): ProduceResponse {
  const responses = lastOfEach(request.topicData).map(({ name, topicId, partitionData }) => ({
    name,
    topicId,
    partitionResponses: partitionData.map(({ index }) => ({
      ...partitionResponse(index, refused.errorCode),
      errorMessage: refused.message,
    })),
    unknownTaggedFields: null,
  }))
  return produceResponse({ responses })
}

/** Shared by all answers: neither is ever written to. */
const { currentLeader: NO_LEADER } = produceResponseTopicPartition()
const NO_RECORD_ERRORS: ProduceResponseTopicPartition['recordErrors'] = []
