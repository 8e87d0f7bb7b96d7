import { CONSUMER_OFFSETS } from '@samsa/protocol'
import type { NodeConfig } from '../../config/node-config.ts'
import type { GroupSettings } from './classic/effects.ts'

const MINUTE_MS = 60_000

/** What the coordinator reads of the configuration, as it is at the time. */
export class GroupConfig implements GroupSettings {
  readonly #config: NodeConfig

  constructor(config: NodeConfig) {
    this.#config = config
  }

  get initialRebalanceDelayMs(): number {
    return Math.max(this.#config.number('group.initial.rebalance.delay.ms'), 0)
  }

  get groupSizeMax(): number {
    return this.#config.number('group.max.size')
  }

  get sessionTimeoutMsMin(): number {
    return this.#config.number('group.min.session.timeout.ms')
  }

  get sessionTimeoutMsMax(): number {
    return this.#config.number('group.max.session.timeout.ms')
  }

  get offsetMetadataCharactersMax(): number {
    return this.#config.number('offset.metadata.max.bytes')
  }

  get offsetsRetentionMs(): number {
    return this.#config.number('offsets.retention.minutes') * MINUTE_MS
  }

  get retentionCheckMs(): number {
    return this.#config.number('offsets.retention.check.interval.ms')
  }

  get commitTimeoutMs(): number {
    return this.#config.number('offsets.commit.timeout.ms')
  }

  get loadReadBytesMax(): number {
    return this.#config.number('offsets.load.buffer.size')
  }

  /** As the header of a batch has it. */
  get topicCodec(): number {
    return this.#config.number('offsets.topic.compression.codec')
  }

  /** Of the topic that will be made; the one that exists keeps its own. */
  get topicPartitions(): number {
    return this.#config.number('offsets.topic.num.partitions')
  }

  get batchBytesMax(): number {
    return this.#config.topics.of(CONSUMER_OFFSETS).maxMessageBytes
  }
}
