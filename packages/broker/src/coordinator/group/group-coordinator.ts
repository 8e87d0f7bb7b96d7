import type { MetadataPublisher } from '../../metadata/metadata-reader.ts'

/**
 * The groups whose `__consumer_offsets` partition this node leads. Handlers call its methods; each
 * yields an `Admission`.
 */
export interface GroupCoordinator extends MetadataPublisher {
  /** Partition of `__consumer_offsets` that a group lives on. */
  partitionFor(groupId: string): number
}
