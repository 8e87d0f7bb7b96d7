import { BrokerError } from '@samsa/base'

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

/** The node is not the only voter of the quorum that its directory or configuration names. */
export class RaftVotersError extends BrokerError {
  override readonly name = 'RaftVotersError'
  readonly code = 'RAFT_VOTERS'

  constructor(self: string, voters: readonly string[]) {
    super(
      `The voters of the metadata quorum are ${voters.join(', ')}, and this node is ${self}: this ` +
        'release forms a quorum of one. Remove the other voters with Apache Kafka first, or correct ' +
        'node.id and controller.quorum.voters.',
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
