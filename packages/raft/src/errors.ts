import { BrokerError, type NodeId } from '@samsa/base'

/** A record of the metadata log that this release cannot read or write. */
export class MetadataRecordError extends BrokerError {
  override readonly name = 'MetadataRecordError'
  readonly code = 'METADATA_RECORD'

  constructor(why: string, options?: ErrorOptions) {
    super(
      `A metadata record cannot be read or written: ${why}. If a newer release wrote it, start that ` +
        'release.',
      options,
    )
  }
}

/** A batch of the metadata log or of a snapshot that is not what its format says. */
export class MetadataBatchError extends BrokerError {
  override readonly name = 'MetadataBatchError'
  readonly code = 'METADATA_BATCH'
  readonly source: string
  readonly baseOffset: number

  constructor(source: string, baseOffset: number, why: string, options?: ErrorOptions) {
    super(
      `${source}: the batch at offset ${baseOffset} cannot be read: ${why}. Restore the file from a ` +
        'copy, or from another node of the quorum.',
      options,
    )
    this.source = source
    this.baseOffset = baseOffset
  }
}

/** More records than one batch holds, where they must be in one. */
export class RaftBatchTooLargeError extends BrokerError {
  override readonly name = 'RaftBatchTooLargeError'
  readonly code = 'RAFT_BATCH_TOO_LARGE'

  constructor(sizeBytes: number, sizeBytesMax: number) {
    super(
      `${sizeBytes} bytes of metadata records do not fit one batch of ${sizeBytesMax}: split the ` +
        'request.',
    )
  }
}

/** A file of the quorum (`quorum-state`, a `.checkpoint`) is not what its format says. */
export class RaftFileFormatError extends BrokerError {
  override readonly name = 'RaftFileFormatError'
  readonly code = 'RAFT_FILE_FORMAT'
  readonly path: string

  constructor(path: string, why: string, options?: ErrorOptions) {
    super(`${path} cannot be read: ${why}. Restore it from a copy.`, options)
    this.path = path
  }
}

/** The directory belongs to a quorum of several voters, which this release cannot form yet. */
export class RaftVotersError extends BrokerError {
  override readonly name = 'RaftVotersError'
  readonly code = 'RAFT_VOTERS'

  constructor(nodeId: NodeId, voters: readonly NodeId[]) {
    super(
      `The metadata quorum has the voters ${voters.join(', ')}; node ${nodeId} can only be a quorum ` +
        'of itself in this release. Start it with Apache Kafka, or remove the other voters first.',
    )
  }
}

/** The metadata log can no longer be written. */
export class RaftLogFailedError extends BrokerError {
  override readonly name = 'RaftLogFailedError'
  readonly code = 'RAFT_LOG_FAILED'

  constructor(path: string, why: string, options?: ErrorOptions) {
    super(
      `${path}: the metadata log cannot be written (${why}); the node stops. Mend the disk and ` +
        'start it again.',
      options,
    )
  }
}
