import { isInternalTopic } from '@samsa/protocol'
import type { Uuid } from '@samsa/base'
import type { TopicConfig } from '../config/topics/topic-config.ts'
import type { Resource } from '../security/authorizer.ts'
import type { LocalPartition } from './local-partition.ts'

/** A topic of which this node hosts partitions. */
export class HostedTopic {
  readonly name: string
  readonly id: Uuid
  readonly isInternal: boolean
  /** For the authorizer: made once. */
  readonly resource: Resource
  /** By partition number; holes are partitions of other nodes. */
  readonly partitions: (LocalPartition | undefined)[]
  config: TopicConfig

  constructor(name: string, id: Uuid, config: TopicConfig) {
    this.name = name
    this.id = id
    this.isInternal = isInternalTopic(name)
    this.resource = { type: 'topic', name }
    this.partitions = []
    this.config = config
  }
}
