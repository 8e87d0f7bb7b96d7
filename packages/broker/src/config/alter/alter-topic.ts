import { failure, success, type Result } from '@samsa/base'
import { ErrorCode, topicNameProblem } from '@samsa/protocol'
import type { MetadataImage } from '../../metadata/image.ts'
import { topicKeys } from '../keys/key-tables.ts'
import type { ConfigLayers } from '../layers/config-layers.ts'
import { resourceType } from '../layers/config-source.ts'
import {
  applied,
  incrementalAlter,
  type ConfigChange,
  type ListRules,
  type NewValues,
} from './operations.ts'
import { invalidConfig, invalidRequest, type Refusal } from './refusal.ts'
import { validateTopicConfigs } from './validate-topic-configs.ts'

const topicLists: ListRules = {
  keyOf: (name) => topicKeys.get(name),
  refuse: (name, operation) =>
    invalidConfig(`Can't ${operation} to key ${name} because its type is not LIST.`),
}

/** What a topic's configs become: only those whose value differs. */
export function alterTopic(
  image: MetadataImage,
  layers: ConfigLayers,
  topic: string,
  changes: readonly ConfigChange[],
): Result<NewValues, Refusal> {
  if (topic === '') return failure(invalidRequest('Default topic resources are not allowed.'))
  const complaint = topicNameProblem(topic)
  if (complaint !== null) {
    return failure({ errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, message: complaint })
  }
  const current = image.configs.of(resourceType.topic, topic)
  const altered = incrementalAlter(current, changes, topicLists)
  if (!altered.ok) return altered
  const refusal = validateTopicConfigs(applied(current, altered.value), layers, current)
  if (refusal !== null) return failure(refusal)
  if (image.topics.byName(topic) === undefined) {
    const message = `The topic '${topic}' does not exist.`
    return failure({ errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, message })
  }
  const differs = ([name, value]: [string, string | null]): boolean =>
    (current.get(name) ?? null) !== value
  return success(new Map([...altered.value].filter(differs)))
}
