import type { NodeId } from '@samsa/base'
import {
  describeTopicPartitionsApi,
  type DescribeTopicPartitionsRequest,
  type DescribeTopicPartitionsResponse,
  describeTopicPartitionsResponse,
  describeTopicPartitionsResponseTopic,
  type DescribeTopicPartitionsResponseTopic,
  type DescribeTopicPartitionsResponseTopicPartition,
  describeTopicPartitionsResponseTopicPartition,
  ErrorCode,
  isInternalTopic,
  topicNameProblem,
} from '@samsa/protocol'
import type { RequestContext } from '../dispatch/context.ts'
import { answer, type Handler } from '../dispatch/handler.ts'
import {
  isAllowedOnTopic,
  topicAuthorizedOperations,
} from '../metadata/answers/authorized-operations.ts'
import { ListenerView } from '../metadata/answers/listener-view.ts'
import type { PartitionImage, TopicImage } from '../metadata/image.ts'

/**
 * DescribeTopicPartitions, v0 (KIP-966): topics in order of name, a page of partitions at a time. A
 * page has as many as the request allows, at most `max.request.partition.size.limit` and at least
 * one; the cursor says where the next one begins.
 */
export const describeTopicPartitionsHandler: Handler<
  DescribeTopicPartitionsRequest,
  DescribeTopicPartitionsResponse
> = {
  api: describeTopicPartitionsApi,
  versions: [0, 0],

  admit(request, context) {
    const { cursor, topics } = request
    const names = [...new Set(topics.map(({ name }) => name))].sort()
    const isCursorAbsent = cursor !== null && names.length > 0 && !names.includes(cursor.topicName)
    if (isCursorAbsent || (cursor !== null && cursor.partitionIndex < 0)) {
      return answer(refusal(request, ErrorCode.INVALID_REQUEST))
    }
    const limit = context.services.config.number('max.request.partition.size.limit')
    const countMax = Math.max(1, Math.min(limit, request.responsePartitionLimit))
    const view = new ListenerView(context.services.metadata.image(), context)
    const page = new Page(view, context, countMax)
    const from = cursor?.topicName ?? ''
    const start = cursor?.partitionIndex ?? 0
    const isAll = topics.length === 0
    const wanted = isAll
      ? allTopics(view.image.topics.ascending(from))
      : names.filter((name) => name >= from)
    for (const name of wanted) {
      if (!page.add(name, name === from ? start : 0, isAll)) break
    }
    return answer(page.response())
  },
}

function* allTopics(topics: Iterable<TopicImage>): Generator<string, void, undefined> {
  for (const { name } of topics) yield name
}

/** One answer being filled. */
class Page {
  readonly #view: ListenerView
  readonly #context: RequestContext
  readonly #topics: DescribeTopicPartitionsResponseTopic[]
  /** Told last, so that their places say nothing. */
  readonly #unauthorized: DescribeTopicPartitionsResponseTopic[]
  #countLeft: number
  #nextCursor: DescribeTopicPartitionsResponse['nextCursor']

  constructor(view: ListenerView, context: RequestContext, countMax: number) {
    this.#view = view
    this.#context = context
    this.#topics = []
    this.#unauthorized = []
    this.#countLeft = countMax
    this.#nextCursor = null
  }

  /** False when the page is full. Of all topics only those that are there and allowed are told. */
  add(name: string, start: number, isAll: boolean): boolean {
    if (!isAllowedOnTopic(this.#context, 'describe', name)) {
      if (!isAll) this.#unauthorized.push(failed(name, ErrorCode.TOPIC_AUTHORIZATION_FAILED))
      return true
    }
    if (this.#countLeft === 0) return this.#full(name, 0)
    const topic = this.#view.image.topics.byName(name)
    if (topic === undefined) {
      const isValid = topicNameProblem(name) === null
      const errorCode = isValid
        ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
        : ErrorCode.INVALID_TOPIC_EXCEPTION
      this.#topics.push(this.#withOperations(failed(name, errorCode)))
      return true
    }
    const end = Math.min(topic.partitions.length, start + this.#countLeft)
    this.#topics.push(this.#withOperations(this.#described(topic, start, end)))
    this.#countLeft -= Math.max(0, end - start)
    return end < topic.partitions.length ? this.#full(name, end) : true
  }

  response(): DescribeTopicPartitionsResponse {
    return describeTopicPartitionsResponse({
      topics: [...this.#topics, ...this.#unauthorized],
      nextCursor: this.#nextCursor,
    })
  }

  #full(topicName: string, partitionIndex: number): false {
    this.#nextCursor = { topicName, partitionIndex, unknownTaggedFields: null }
    return false
  }

  #withOperations(
    topic: DescribeTopicPartitionsResponseTopic,
  ): DescribeTopicPartitionsResponseTopic {
    topic.topicAuthorizedOperations = topicAuthorizedOperations(this.#context, topic.name ?? '')
    return topic
  }

  #described(
    { name, id, partitions }: TopicImage,
    start: number,
    end: number,
  ): DescribeTopicPartitionsResponseTopic {
    return describeTopicPartitionsResponseTopic({
      name,
      topicId: id,
      isInternal: isInternalTopic(name),
      partitions: partitions
        .slice(start, end)
        .map((partition, index) => partitionOf(partition, start + index, this.#view)),
    })
  }
}

function partitionOf(
  partition: PartitionImage,
  partitionIndex: number,
  view: ListenerView,
): DescribeTopicPartitionsResponseTopicPartition {
  return describeTopicPartitionsResponseTopicPartition({
    partitionIndex,
    leaderId: view.hasListener(partition.leader) ? partition.leader : -1,
    leaderEpoch: partition.leaderEpoch,
    replicaNodes: lent(partition.replicas),
    isrNodes: lent(partition.isr),
    eligibleLeaderReplicas: lent(partition.eligibleLeaderReplicas),
    lastKnownElr: lent(partition.lastKnownLeaderReplicas),
    offlineReplicas: lent(view.offlineReplicas(partition)),
  })
}

/** The messages' lists are only read: the image's own are lent to them. */
const lent = (ids: readonly NodeId[]): number[] => ids as readonly number[] as number[]

function failed(name: string, errorCode: number): DescribeTopicPartitionsResponseTopic {
  const isInternal = isInternalTopic(name)
  return describeTopicPartitionsResponseTopic({ name, errorCode, isInternal })
}

function refusal(
  request: DescribeTopicPartitionsRequest,
  errorCode: number,
): DescribeTopicPartitionsResponse {
  return describeTopicPartitionsResponse({
    topics: request.topics.map(({ name }) =>
      describeTopicPartitionsResponseTopic({ name, errorCode }),
    ),
  })
}
