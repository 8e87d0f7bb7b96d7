import { FeatureLevelError, MetadataVersionError } from './errors.ts'
import type { FeaturesImage } from './image.ts'
import { METADATA_VERSION_MAX, METADATA_VERSION_MIN } from './metadata-version.ts'

export const METADATA_VERSION = 'metadata.version'
export const KRAFT_VERSION = 'kraft.version'
export const ELIGIBLE_LEADER_REPLICAS_VERSION = 'eligible.leader.replicas.version'

export interface FeatureRange {
  readonly name: string
  readonly min: number
  readonly max: number
}

/**
 * What this release supports: in ApiVersions, and in the registrations of broker and controller. A
 * feature whose levels above 0 are not finished is not here (group.version, transaction.version,
 * share.version, streams.version, eligible.leader.replicas.version).
 */
export const supportedFeatures: readonly FeatureRange[] = [
  { name: KRAFT_VERSION, min: 0, max: 1 },
  { name: METADATA_VERSION, min: METADATA_VERSION_MIN, max: METADATA_VERSION_MAX },
]

/**
 * Throws `FeatureLevelError` for a finalized level that this release does not support, unless
 * `tolerates`, and `MetadataVersionError` for a `metadata.version` it cannot read whatever is set.
 */
export function checkFeatures(features: FeaturesImage, tolerates: boolean): void {
  for (const [name, level] of features.levels) {
    const { min, max } = supportedFeatures.find((range) => range.name === name) ?? NOT_SUPPORTED
    if (level >= min && level <= max) continue
    if (name === METADATA_VERSION) throw new MetadataVersionError(level, min, max)
    if (!tolerates) throw new FeatureLevelError(name, level, min, max)
  }
}

const NOT_SUPPORTED: { readonly min: number; readonly max: number } = { min: 0, max: 0 }

/** KIP-966: partitions keep replicas that may lead although the ISR has lost them. */
export function usesEligibleLeaderReplicas(features: FeaturesImage): boolean {
  return (features.levels.get(ELIGIBLE_LEADER_REPLICAS_VERSION) ?? 0) > 0
}
