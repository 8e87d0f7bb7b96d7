import type { NodeId, Uuid } from '@samsa/base'
import type { MetadataImage, TopicImage } from './image.ts'

/** What changed between two images, for publishers. */
export interface MetadataDelta {
  readonly before: MetadataImage
  readonly topics: TopicsDelta
  /** Resources whose keys changed. */
  readonly configs: readonly { type: number; name: string }[]
  readonly brokers: ReadonlySet<NodeId>
  readonly featuresChanged: boolean
}

export interface TopicsDelta {
  /** New or changed topics, as they are now, with the numbers of the partitions that changed. */
  readonly changed: readonly { topic: TopicImage; partitions: readonly number[] }[]
  /** Topics that are gone; a topic deleted and made again is in both lists, with another id. */
  readonly deleted: readonly { name: string; id: Uuid }[]
}
