import { NO_LEADER_EPOCH, NO_OFFSET } from '@samsa/base'
import { SortedConfigsImage } from './configs-image.ts'
import type { MetadataImage } from './image.ts'
import { SortedTopicsImage } from './topics-image.ts'

/** The cluster before its first record. */
export const emptyImage: MetadataImage = {
  offset: NO_OFFSET,
  leaderEpoch: NO_LEADER_EPOCH,
  features: { metadataVersion: 0, levels: new Map() },
  cluster: { brokers: new Map(), controllers: new Map() },
  topics: SortedTopicsImage.empty(),
  configs: SortedConfigsImage.empty(),
  nextProducerId: 0,
  kept: { records: new Map() },
}
