import {
  configRecord,
  configRecordSchema,
  type CreateTopicsRequestTopic,
  createTopicsResponse,
  type CreateTopicsResponse,
  type CreateTopicsResponseTopic,
  createTopicsResponseTopic,
  createTopicsResponseTopicConfig,
  ErrorCode,
  topicNameProblem,
  topicRecord,
  topicRecordSchema,
} from '@samsa/protocol'
import { metadataRecord } from '@samsa/raft'
import { TOPIC_RESOURCE } from '../../metadata/configs-image.ts'
import type { MetadataImage } from '../../metadata/image.ts'
import type { ControllerOperation, DecisionContext, MetadataRecord } from '../controller.ts'
import type { NewTopicRules } from '../new-topic-rules.ts'
import { newPartitionRecord } from '../placement/new-partition.ts'
import { StripedPlacer } from '../placement/striped-placer.ts'
import {
  excessivePartitions,
  excessiveRecords,
  type Refusal,
  REQUEST_RECORDS_MAX,
} from '../refusal.ts'
import { newTopicReplicas } from './new-topic-replicas.ts'

/** Partitions that one request may make. */
const REQUEST_PARTITIONS_MAX = 10_000

export interface CreateTopicsInput {
  /** Each name once. */
  readonly topics: readonly CreateTopicsRequestTopic[]
  /** Decide, but make nothing. */
  readonly validateOnly: boolean
  readonly rules: NewTopicRules
  /** Whether the client may see the configs of a topic (KIP-525). */
  mayDescribe(topic: string): boolean
  /** Results of topics that were refused before, told after the others. */
  readonly refused: readonly CreateTopicsResponseTopic[]
}

type Topic = CreateTopicsRequestTopic

/** A topic to be made. */
interface NewTopic {
  readonly records: readonly MetadataRecord[]
  readonly result: CreateTopicsResponseTopic
}

/** Makes topics, each for itself: those that are refused do not keep the others from being made. */
export function createTopics(input: CreateTopicsInput): ControllerOperation<CreateTopicsResponse> {
  return {
    name: 'createTopics',
    decide(image, context) {
      if (partitionsOf(input) > REQUEST_PARTITIONS_MAX) return refuseAll(input, excessivePartitions)
      const placer = new StripedPlacer(image.cluster, (below) => context.randomInteger(below))
      const topics = input.topics.map((topic) => newTopic(topic, input, image, context, placer))
      const records = topics.flatMap((topic) => topic.records)
      if (records.length > REQUEST_RECORDS_MAX) return refuseAll(input, excessiveRecords)
      const results = [...topics.map(({ result }) => result), ...input.refused]
      return {
        records: input.validateOnly ? [] : records,
        response: createTopicsResponse({ topics: results }),
      }
    },
  }
}

/** Every topic of a request with the same error. */
export function createTopicsRefusal(
  topics: readonly Topic[],
  { errorCode, message }: Refusal,
): CreateTopicsResponse {
  return createTopicsResponse({
    topics: topics.map(({ name }) =>
      createTopicsResponseTopic({ name, errorCode, errorMessage: message }),
    ),
  })
}

function refuseAll({ topics, refused }: CreateTopicsInput, refusal: Refusal) {
  const response = createTopicsRefusal(topics, refusal)
  return { records: [], response: { ...response, topics: [...response.topics, ...refused] } }
}

function partitionsOf({ topics, rules }: CreateTopicsInput): number {
  let sum = 0
  for (const { assignments, numPartitions } of topics) {
    if (assignments.length > 0) sum += assignments.length
    else if (numPartitions === -1) sum += rules.partitionCount
    else if (numPartitions > 0) sum += numPartitions
  }
  return sum
}

function newTopic(
  topic: Topic,
  input: CreateTopicsInput,
  image: MetadataImage,
  context: DecisionContext,
  placer: StripedPlacer,
): NewTopic {
  const { name } = topic
  const configs = new Map(topic.configs.map((config) => [config.name, config.value]))
  const refusal = nameRefusal(name, image) ?? input.rules.configsRefusal(configs, image)
  if (refusal !== null) return refused(name, refusal)
  const replicas = newTopicReplicas(topic, input.rules, image.cluster, placer)
  if (!replicas.ok) return refused(name, replicas.failure)

  const topicId = context.randomUuid()
  const records: MetadataRecord[] = [
    metadataRecord(topicRecordSchema, topicRecord({ name, topicId })),
  ]
  for (const [key, value] of configs) {
    const record = configRecord({
      resourceType: TOPIC_RESOURCE,
      resourceName: name,
      name: key,
      value,
    })
    records.push(metadataRecord(configRecordSchema, record))
  }
  for (const [partition, ids] of replicas.value.entries()) {
    records.push(newPartitionRecord(image, topicId, partition, ids))
  }
  const result = createTopicsResponseTopic({ name, topicId, errorMessage: null })
  if (!input.mayDescribe(name)) {
    result.topicConfigErrorCode = ErrorCode.TOPIC_AUTHORIZATION_FAILED
    return { records, result }
  }
  result.numPartitions = replicas.value.length
  result.replicationFactor = replicas.value[0]!.length
  result.configs = describedConfigs(input.rules, configs as ReadonlyMap<string, string>, image)
  return { records, result }
}

function describedConfigs(
  rules: NewTopicRules,
  configs: ReadonlyMap<string, string>,
  image: MetadataImage,
): CreateTopicsResponseTopic['configs'] {
  return rules
    .describeConfigs(configs, image)
    .map((config) => createTopicsResponseTopicConfig(config))
}

function nameRefusal(name: string, image: MetadataImage): Refusal | null {
  if (image.topics.byName(name) !== undefined) {
    const message = `Topic '${name}' already exists.`
    return { errorCode: ErrorCode.TOPIC_ALREADY_EXISTS, message }
  }
  const other = image.topics.colliding(name)
  if (other !== undefined) {
    const message = `Topic '${name}' collides with existing topic: ${other}`
    return { errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, message }
  }
  const complaint = topicNameProblem(name)
  if (complaint === null) return null
  return { errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, message: complaint }
}

function refused(name: string, { errorCode, message }: Refusal): NewTopic {
  const result = createTopicsResponseTopic({ name, errorCode, errorMessage: message })
  return { records: [], result }
}
