import { Completion, NO_OFFSET } from '@samsa/base'
import type { Offset } from '@samsa/base'
import {
  deleteRecordsApi,
  type DeleteRecordsRequest,
  deleteRecordsResponse,
  type DeleteRecordsResponse,
  type DeleteRecordsResponseTopicPartition,
  ErrorCode,
  isInternalTopic,
} from '@samsa/protocol'
import type { RequestContext } from '../dispatch/context.ts'
import type { Handler } from '../dispatch/handler.ts'
import { Gathering } from '../replica/gather.ts'
import type { LocalPartition } from '../replica/local-partition.ts'
import { PartitionsInRequest } from '../replica/partitions-in-request.ts'
import { codeOfLogFailure, leaderOf, mayTouchTopic } from '../replica/read-refusal.ts'

/** "Up to what is committed." */
const HIGH_WATERMARK = -1
const NO_EPOCH = -1

/**
 * DeleteRecords, v0-2: the log start offset moves up to the one given, never down: below it nothing
 * happens, and the answer is where the log begins. OFFSET_OUT_OF_RANGE above the high watermark;
 * POLICY_VIOLATION where `cleanup.policy` has no `delete`; INVALID_TOPIC_EXCEPTION for topics that
 * brokers write. A partition that is named twice is cut once, as it is named last. Answered when the
 * new start is on disk.
 */
export const deleteRecordsHandler: Handler<DeleteRecordsRequest, DeleteRecordsResponse> = {
  api: deleteRecordsApi,
  versions: [0, 2],

  admit(request, context) {
    const response = deleteRecordsResponse()
    const gathering = new Gathering(response)
    const asked = new PartitionsInRequest<number>()
    for (const { name, partitions } of request.topics) {
      for (const { partitionIndex, offset } of partitions) asked.add(name, partitionIndex, offset)
    }
    for (const [name, byIndex] of asked.topics) {
      const refusal = mayTouchTopic(context, 'delete', name)
        ? ErrorCode.NONE
        : ErrorCode.TOPIC_AUTHORIZATION_FAILED
      const partitions: DeleteRecordsResponseTopicPartition[] = []
      for (const [index, offset] of byIndex) {
        const answer = partitionResponse(index, refusal)
        partitions.push(answer)
        if (refusal !== ErrorCode.NONE) continue
        const work = begin(context, name, index, offset, answer)
        if (work !== undefined) gathering.wait(work)
      }
      response.topics.push({ name, partitions, unknownTaggedFields: null })
    }
    return admission(gathering.answer())
  },
}

/** The request has taken effect when it is answered. */
function admission(
  response: DeleteRecordsResponse | Completion<DeleteRecordsResponse>,
): ReturnType<(typeof deleteRecordsHandler)['admit']> {
  if (!(response instanceof Completion)) return { effect: undefined, response }
  const effect = new Completion<void>()
  const answer = new Completion<DeleteRecordsResponse>()
  response.whenSettled(
    (settled) => {
      answer.resolve(settled)
      effect.resolve()
    },
    (error) => {
      answer.reject(error)
      effect.resolve()
    },
  )
  return { effect, response: answer }
}

/** Undefined when the answer is known already. */
function begin(
  context: RequestContext,
  topic: string,
  index: number,
  offset: number,
  response: DeleteRecordsResponseTopicPartition,
): Promise<void> | undefined {
  const partition = leaderOf(context.services.replicas, topic, index, NO_EPOCH)
  const isHere = typeof partition !== 'number'
  response.errorCode = isHere ? refusalOf(partition, offset) : partition
  // What the topic is comes before where it is led, but not before whether it is there at all.
  const isUnknown = response.errorCode === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
  if (isInternalTopic(topic) && !isUnknown) response.errorCode = ErrorCode.INVALID_TOPIC_EXCEPTION
  if (!isHere || response.errorCode !== ErrorCode.NONE) return undefined
  return cut(context, partition, offset, response)
}

function refusalOf(partition: LocalPartition, offset: number): number {
  if (!partition.log.config.isDeleted) return ErrorCode.POLICY_VIOLATION
  const isInRange = offset >= HIGH_WATERMARK && offset <= partition.highWatermark
  return isInRange ? ErrorCode.NONE : ErrorCode.OFFSET_OUT_OF_RANGE
}

async function cut(
  context: RequestContext,
  partition: LocalPartition,
  offset: number,
  response: DeleteRecordsResponseTopicPartition,
): Promise<void> {
  const upTo = offset === HIGH_WATERMARK ? partition.highWatermark : (offset as Offset)
  try {
    response.lowWatermark = await partition.log.deleteRecordsBefore(upTo)
  } catch (error) {
    const { logger } = context.services
    logger.log('warn', 'records cannot be deleted', { partition: partition.name, error })
    response.errorCode = partition.appendRefusal(codeOfLogFailure(error))
  }
}

function partitionResponse(
  partitionIndex: number,
  errorCode: number,
): DeleteRecordsResponseTopicPartition {
  return { partitionIndex, lowWatermark: NO_OFFSET, errorCode, unknownTaggedFields: null }
}
