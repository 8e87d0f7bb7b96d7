import {
  ErrorCode,
  listOffsetsApi,
  listOffsetsResponse,
  type ListOffsetsRequest,
  type ListOffsetsRequestTopicPartition,
  type ListOffsetsResponse,
  type ListOffsetsResponseTopicPartition,
} from '@samsa/protocol'
import type { RequestContext } from '../dispatch/context.ts'
import type { Handler } from '../dispatch/handler.ts'
import { READ_COMMITTED, READ_UNCOMMITTED } from '../replica/fetch/fetch-terms.ts'
import { Gathering } from '../replica/gather.ts'
import {
  type FoundOffset,
  isSupportedTimestamp,
  lookUpOffset,
  noOffset,
  type OffsetTerms,
} from '../replica/look-up-offset.ts'
import { PartitionsInRequest } from '../replica/partitions-in-request.ts'
import { codeOfLogFailure, leaderOf, mayTouchTopic } from '../replica/read-refusal.ts'

const CONSUMER = -1
const NOT_AVAILABLE_VERSION = 5
/** First version whose answer has the epoch of the offset (KIP-320). */
const LEADER_EPOCH_VERSION = 4

/**
 * ListOffsets, v1-11. By timestamp: the first record that is not older, with its timestamp; offset
 * and timestamp −1 without an error when there is none. −1 is the end a reader of that isolation
 * level sees, −2 and −4 the log start, −3 the record with the largest timestamp; −5 and −6 are about
 * remote storage, which is not there: −1. A version that does not know a negative timestamp answers
 * UNSUPPORTED_VERSION, a partition that is named twice INVALID_REQUEST, each for that partition.
 * OFFSET_NOT_AVAILABLE reads LEADER_NOT_AVAILABLE before v5.
 */
export const listOffsetsHandler: Handler<ListOffsetsRequest, ListOffsetsResponse> = {
  api: listOffsetsApi,
  versions: [1, 11],

  admit(request, context) {
    const response = listOffsetsResponse()
    const gathering = new Gathering(response)
    const asked = new PartitionsInRequest<ListOffsetsRequestTopicPartition>()
    for (const { name, partitions } of request.topics) {
      for (const one of partitions) asked.add(name, one.partitionIndex, one)
    }
    const terms = {
      isClient: request.replicaId === CONSUMER,
      isReadCommitted: request.isolationLevel === READ_COMMITTED,
    }
    const isKnownIsolation =
      request.isolationLevel === READ_UNCOMMITTED || request.isolationLevel === READ_COMMITTED
    for (const [name, byIndex] of asked.topics) {
      const refusal = refusalOfTopic(context, name, isKnownIsolation)
      const partitions: ListOffsetsResponseTopicPartition[] = []
      for (const [index, one] of byIndex) {
        const isRepeated = asked.isRepeated(name, index)
        const code = refusal === ErrorCode.NONE && isRepeated ? ErrorCode.INVALID_REQUEST : refusal
        const found = code === ErrorCode.NONE ? find(context, name, one, terms) : noOffset(code)
        const answer = partitionResponse(index)
        partitions.push(answer)
        if (found instanceof Promise) gathering.wait(found.then((it) => fill(answer, it, context)))
        else fill(answer, found, context)
      }
      response.topics.push({ name, partitions, unknownTaggedFields: null })
    }
    return { effect: undefined, response: gathering.answer() }
  },
}

function refusalOfTopic(context: RequestContext, name: string, isKnownIsolation: boolean): number {
  if (!mayTouchTopic(context, 'describe', name)) return ErrorCode.TOPIC_AUTHORIZATION_FAILED
  return isKnownIsolation ? ErrorCode.NONE : ErrorCode.UNKNOWN_SERVER_ERROR
}

function find(
  context: RequestContext,
  topic: string,
  asked: ListOffsetsRequestTopicPartition,
  terms: OffsetTerms,
): FoundOffset | Promise<FoundOffset> {
  const { timestamp, partitionIndex, currentLeaderEpoch } = asked
  if (!isSupportedTimestamp(timestamp, context.version)) {
    return noOffset(ErrorCode.UNSUPPORTED_VERSION)
  }
  const { replicas } = context.services
  const partition = leaderOf(replicas, topic, partitionIndex, currentLeaderEpoch)
  if (typeof partition === 'number') return noOffset(partition)
  const found = lookUpOffset(partition, timestamp, terms)
  if (!(found instanceof Promise)) return found
  return found.catch((error: unknown) => {
    const { logger } = context.services
    logger.log('warn', 'an offset cannot be looked up', { partition: partition.name, error })
    return noOffset(codeOfLogFailure(error))
  })
}

function partitionResponse(partitionIndex: number): ListOffsetsResponseTopicPartition {
  return {
    partitionIndex,
    errorCode: ErrorCode.NONE,
    timestamp: -1n,
    offset: -1,
    leaderEpoch: -1,
    unknownTaggedFields: null,
  }
}

function fill(
  response: ListOffsetsResponseTopicPartition,
  { errorCode, timestamp, offset, leaderEpoch }: FoundOffset,
  { version }: RequestContext,
): void {
  const isOld = errorCode === ErrorCode.OFFSET_NOT_AVAILABLE && version < NOT_AVAILABLE_VERSION
  response.errorCode = isOld ? ErrorCode.LEADER_NOT_AVAILABLE : errorCode
  response.timestamp = BigInt(timestamp)
  response.offset = offset
  if (version >= LEADER_EPOCH_VERSION) response.leaderEpoch = leaderEpoch
}
