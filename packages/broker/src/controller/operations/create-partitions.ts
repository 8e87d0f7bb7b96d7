import { failure, type NodeId, type Result, success } from '@samsa/base'
import {
  type CreatePartitionsRequestTopic,
  createPartitionsResponse,
  type CreatePartitionsResponse,
  type CreatePartitionsResponseResult,
  createPartitionsResponseResult,
  ErrorCode,
} from '@samsa/protocol'
import type { MetadataImage, TopicImage } from '../../metadata/image.ts'
import type { ControllerOperation, MetadataRecord } from '../controller.ts'
import { manualAssignmentRefusal, nobodyActiveRefusal } from '../placement/manual-assignment.ts'
import { newPartitionRecord } from '../placement/new-partition.ts'
import { StripedPlacer } from '../placement/striped-placer.ts'
import { excessivePartitions, type Refusal, REQUEST_RECORDS_MAX } from '../refusal.ts'
import { placeAll } from './new-topic-replicas.ts'

export interface CreatePartitionsInput {
  /** Each name once. */
  readonly topics: readonly CreatePartitionsRequestTopic[]
  /** Decide, but make nothing. */
  readonly validateOnly: boolean
  /** Results of topics that were refused before, told before the others. */
  readonly refused: readonly CreatePartitionsResponseResult[]
}

type Topic = CreatePartitionsRequestTopic
type Records = Result<readonly MetadataRecord[], Refusal>

/** Adds partitions to topics, each topic for itself. */
export function createPartitions(
  input: CreatePartitionsInput,
): ControllerOperation<CreatePartitionsResponse> {
  return {
    name: 'createPartitions',
    decide(image, context) {
      const placer = new StripedPlacer(image.cluster, (below) => context.randomInteger(below))
      const records: MetadataRecord[] = []
      const results = [...input.refused]
      for (const topic of input.topics) {
        const added = addedPartitions(topic, image, placer, REQUEST_RECORDS_MAX - records.length)
        if (added.ok) records.push(...added.value)
        results.push(resultOf(topic.name, added))
      }
      return {
        records: input.validateOnly ? [] : records,
        response: createPartitionsResponse({ results }),
      }
    },
  }
}

function resultOf(name: string, added: Records): CreatePartitionsResponseResult {
  if (added.ok) return createPartitionsResponseResult({ name })
  const { errorCode, message } = added.failure
  return createPartitionsResponseResult({ name, errorCode, errorMessage: message })
}

function refuse(errorCode: number, message: string | null): Result<never, Refusal> {
  return failure({ errorCode, message })
}

/** Where Kafka makes what fits and answers UNKNOWN_SERVER_ERROR, too many are refused as a whole. */
function addedPartitions(
  request: Topic,
  image: MetadataImage,
  placer: StripedPlacer,
  countMax: number,
): Records {
  const topic = image.topics.byName(request.name)
  if (topic === undefined) return refuse(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, null)
  const before = topic.partitions.length
  if (request.count === before) {
    return refuse(ErrorCode.INVALID_PARTITIONS, `Topic already has ${before} partition(s).`)
  }
  if (request.count < before) {
    const message =
      `The topic ${topic.name} currently has ${before} partition(s); ${request.count} would not ` +
      'be an increase.'
    return refuse(ErrorCode.INVALID_PARTITIONS, message)
  }
  if (request.count - before > countMax) return failure(excessivePartitions)
  const replicas = addedReplicas(request, topic, image, placer)
  if (!replicas.ok) return replicas
  return success(
    replicas.value.map((ids, index) => newPartitionRecord(image, topic.id, before + index, ids)),
  )
}

function addedReplicas(
  { assignments, count }: Topic,
  topic: TopicImage,
  { cluster }: MetadataImage,
  placer: StripedPlacer,
): Result<readonly (readonly NodeId[])[], Refusal> {
  const before = topic.partitions.length
  const factor = topic.partitions[0]!.replicas.length
  if (assignments === null) return placeAll(count - before, factor, cluster, placer)
  if (assignments.length !== count - before) {
    const message =
      `Attempted to add ${count - before} additional partition(s), but only ` +
      `${assignments.length} assignment(s) were specified.`
    return refuse(ErrorCode.INVALID_REPLICA_ASSIGNMENT, message)
  }
  const replicas: (readonly NodeId[])[] = []
  for (const { brokerIds } of assignments) {
    const ids = brokerIds as NodeId[]
    const refusal =
      manualAssignmentRefusal(cluster, ids, factor) ??
      nobodyActiveRefusal(cluster, ids, before + replicas.length)
    if (refusal !== undefined) return failure(refusal)
    replicas.push(ids)
  }
  return success(replicas)
}
