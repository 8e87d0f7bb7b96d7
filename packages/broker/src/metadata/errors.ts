import { BrokerError } from '@samsa/base'

/** A committed metadata record contradicts those before it: the log or a snapshot is damaged. */
export class MetadataReplayError extends BrokerError {
  override readonly name = 'MetadataReplayError'
  readonly code = 'METADATA_REPLAY'
  readonly offset: number

  constructor(offset: number, why: string, options?: ErrorOptions) {
    super(
      `The metadata record at offset ${offset} cannot be applied: ${why}. The metadata log or a ` +
        'snapshot is damaged: restore the directory from a copy.',
      options,
    )
    this.offset = offset
  }
}

/** The directory is finalized at a feature level that this release does not have finished. */
export class FeatureLevelError extends BrokerError {
  override readonly name = 'FeatureLevelError'
  readonly code = 'FEATURE_LEVEL'
  readonly feature: string
  readonly level: number

  constructor(feature: string, level: number, min: number, max: number) {
    super(
      `The metadata has ${feature} finalized at level ${level}, and this release supports ${
        min === max ? `level ${min} only` : `levels ${min} to ${max}`
      }: start it with a release that has it, or set samsa.features.tolerate=true to keep the level ` +
        'without using it.',
    )
    this.feature = feature
    this.level = level
  }
}

/** `metadata.version` is outside of what any setting lets this release read. */
export class MetadataVersionError extends BrokerError {
  override readonly name = 'MetadataVersionError'
  readonly code = 'METADATA_VERSION'
  readonly level: number

  constructor(level: number, min: number, max: number) {
    super(
      `The metadata has metadata.version ${level}, and this release reads ${min} to ${max}: ${
        level < min ? 'upgrade it with kafka-features of an older release' : 'start a newer release'
      }.`,
    )
    this.level = level
  }
}
