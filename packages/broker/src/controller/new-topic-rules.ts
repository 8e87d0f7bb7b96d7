import { createdTopicConfigs, type CreatedTopicConfig } from '../config/describe/describe-topic.ts'
import { validateTopicConfigs } from '../config/alter/validate-topic-configs.ts'
import { layersOf } from '../config/layers/config-layers.ts'
import type { NodeConfig } from '../config/node-config.ts'
import type { MetadataImage } from '../metadata/image.ts'
import type { Refusal } from './refusal.ts'

/** What a new topic gets where the request leaves it open, and which configs it may have. */
export interface NewTopicRules {
  /** `num.partitions` */
  readonly partitionCount: number
  /** `default.replication.factor` */
  readonly replicationFactor: number
  /** Null when the configs are fine. */
  configsRefusal(configs: ReadonlyMap<string, string | null>, image: MetadataImage): Refusal | null
  /** Every config of a topic that sets these, in order of name (KIP-525). */
  describeConfigs(
    configs: ReadonlyMap<string, string>,
    image: MetadataImage,
  ): readonly CreatedTopicConfig[]
}

export function newTopicRules(config: NodeConfig): NewTopicRules {
  const { startup } = config
  return {
    partitionCount: config.number('num.partitions'),
    replicationFactor: config.number('default.replication.factor'),
    configsRefusal: (configs, image) =>
      validateTopicConfigs(configs, layersOf(startup, image.configs)),
    describeConfigs: (configs, image) =>
      createdTopicConfigs(layersOf(startup, image.configs), configs),
  }
}
