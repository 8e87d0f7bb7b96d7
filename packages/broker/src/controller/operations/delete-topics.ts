import type { Uuid } from '@samsa/base'
import {
  deleteTopicsResponse,
  type DeleteTopicsResponse,
  type DeleteTopicsResponseTopic,
  deleteTopicsResponseTopic,
  ErrorCode,
  removeTopicRecord,
  removeTopicRecordSchema,
} from '@samsa/protocol'
import { metadataRecord } from '@samsa/raft'
import type { TopicImage } from '../../metadata/image.ts'
import type { ControllerOperation, MetadataRecord } from '../controller.ts'
import type { Refusal } from '../refusal.ts'

/** A topic by name or by id; the other one is null. */
export interface TopicReference {
  readonly name: string | null
  readonly topicId: Uuid | null
}

export interface DeleteTopicsInput {
  /** Each name and each id once. */
  readonly topics: readonly TopicReference[]
  /** Ids that were asked for more than once: their topics stay, even when named as well. */
  readonly repeatedIds: ReadonlySet<Uuid>
  /** Why the client may not delete a topic; undefined when it may. */
  accessRefusal(topic: string): AccessRefusal | undefined
  /** Results of what was refused before, told before the others. */
  readonly refused: readonly DeleteTopicsResponseTopic[]
}

export interface AccessRefusal extends Refusal {
  /** The client may not even know that there is a topic of that name. */
  readonly hidesName: boolean
}

const unknownTopic: Refusal = {
  errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
  message: 'This server does not host this topic-partition.',
}

const unknownId: Refusal = {
  errorCode: ErrorCode.UNKNOWN_TOPIC_ID,
  message: 'This server does not host this topic ID.',
}

const namedTwice: Refusal = {
  errorCode: ErrorCode.INVALID_REQUEST,
  message: 'The provided topic name maps to an ID that was already supplied.',
}

/** Deletes topics, all that can be. */
export function deleteTopics(input: DeleteTopicsInput): ControllerOperation<DeleteTopicsResponse> {
  return {
    name: 'deleteTopics',
    decide(image) {
      const results: DeleteTopicsResponseTopic[] = [...input.refused]
      const deleted = new Map<Uuid, TopicImage>()
      const twice = new Set(input.repeatedIds)
      for (const { topicId } of input.topics) {
        if (topicId === null) continue
        const topic = image.topics.byId(topicId)
        if (topic === undefined) results.push(result({ topicId }, unknownId))
        else {
          const refusal = input.accessRefusal(topic.name)
          if (refusal === undefined) deleted.set(topicId, topic)
          else results.push(result(refusal.hidesName ? { topicId } : namesOf(topic), refusal))
        }
      }
      for (const { name } of input.topics) {
        if (name === null) continue
        const refusal = input.accessRefusal(name)
        const topic = image.topics.byName(name)
        if (refusal?.hidesName === true) results.push(result({ name }, refusal))
        else if (topic === undefined) results.push(result({ name }, unknownTopic))
        else if (refusal !== undefined) results.push(result({ name }, refusal))
        else if (twice.has(topic.id) || deleted.has(topic.id)) {
          twice.add(topic.id)
          deleted.delete(topic.id)
          results.push(result(namesOf(topic), namedTwice))
        } else deleted.set(topic.id, topic)
      }
      const topics = [...deleted.values()]
      results.push(...topics.map((topic) => deleteTopicsResponseTopic(namesOf(topic))))
      return {
        records: topics.map(removal),
        response: deleteTopicsResponse({ responses: results }),
      }
    },
  }
}

function removal({ id }: TopicImage): MetadataRecord {
  return metadataRecord(removeTopicRecordSchema, removeTopicRecord({ topicId: id }))
}

function namesOf({ name, id }: TopicImage): { name: string; topicId: Uuid } {
  return { name, topicId: id }
}

function result(
  topic: Partial<DeleteTopicsResponseTopic>,
  { errorCode, message }: Refusal,
): DeleteTopicsResponseTopic {
  return deleteTopicsResponseTopic({ name: null, ...topic, errorCode, errorMessage: message })
}
