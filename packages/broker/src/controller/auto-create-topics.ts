import { Completion } from '@samsa/base'
import {
  CONSUMER_OFFSETS,
  type CreateTopicsRequestTopic,
  createTopicsRequestTopic,
  createTopicsRequestTopicConfig,
  type CreateTopicsResponse,
  isInternalTopic,
} from '@samsa/protocol'
import type { NodeConfig } from '../config/node-config.ts'
import type { NodeServices } from '../services.ts'
import { newTopicRules } from './new-topic-rules.ts'
import { createTopics, createTopicsRefusal } from './operations/create-topics.ts'

/**
 * Makes topics that clients asked for without making them, with the node's defaults, and
 * `__consumer_offsets` with its own settings; other internal topics are made by those who use them.
 * Nobody waits: what is refused (too few brokers, a name that collides) is logged, and whoever asks
 * again tries again.
 */
export function autoCreateTopics(
  services: Pick<NodeServices, 'config' | 'controller' | 'logger'>,
  names: readonly string[],
): void {
  const { config, controller, logger } = services
  const topics = names
    .filter((name) => name === CONSUMER_OFFSETS || !isInternalTopic(name))
    .map((name) => newTopic(name, config))
  if (topics.length === 0) return
  const operation = createTopics({
    topics,
    validateOnly: false,
    rules: newTopicRules(config),
    mayDescribe: () => false,
    refused: [],
  })
  const { response } = controller.submit(operation, (errorCode) =>
    createTopicsRefusal(topics, { errorCode, message: null }),
  )
  const tell = (answer: unknown): void => {
    for (const { name, errorCode, errorMessage } of (answer as CreateTopicsResponse).topics) {
      if (errorCode === 0) logger.log('info', 'made a topic that was asked for', { topic: name })
      else logger.log('warn', 'cannot make a topic', { topic: name, errorCode, errorMessage })
    }
  }
  if (response instanceof Completion) response.whenSettled(tell, () => {})
  else tell(response)
}

function newTopic(name: string, config: NodeConfig): CreateTopicsRequestTopic {
  if (name !== CONSUMER_OFFSETS) {
    return createTopicsRequestTopic({ name, numPartitions: -1, replicationFactor: -1 })
  }
  const configs = {
    'cleanup.policy': 'compact',
    'compression.type': 'producer',
    'segment.bytes': String(config.number('offsets.topic.segment.bytes')),
  }
  return createTopicsRequestTopic({
    name,
    numPartitions: config.number('offsets.topic.num.partitions'),
    replicationFactor: config.number('offsets.topic.replication.factor'),
    configs: Object.entries(configs).map(([key, value]) =>
      createTopicsRequestTopicConfig({ name: key, value }),
    ),
  })
}
