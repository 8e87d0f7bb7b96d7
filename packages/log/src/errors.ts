import { BrokerError } from '@samsa/base'

/** A directory of this name belongs to another topic: one that was deleted and made again. */
export class LogTopicIdMismatchError extends BrokerError {
  override readonly name = 'LogTopicIdMismatchError'
  readonly code = 'LOG_TOPIC_ID_MISMATCH'
  readonly path: string

  constructor(path: string, found: string, wanted: string) {
    super(
      `${path} belongs to topic id ${found}, not ${wanted}: the topic was deleted and made again. ` +
        'Delete the old partition first.',
    )
    this.path = path
  }
}

/** A small file of a log directory is not what its format says. */
export class LogFileFormatError extends BrokerError {
  override readonly name = 'LogFileFormatError'
  readonly code = 'LOG_FILE_FORMAT'
  readonly path: string

  constructor(path: string, why: string) {
    super(
      `${path} cannot be read: ${why}. Restore it from a copy, or remove it to start without it.`,
    )
    this.path = path
  }
}

/** `meta.properties` names another cluster or node than the configuration. */
export class LogDirectoryIdentityError extends BrokerError {
  override readonly name = 'LogDirectoryIdentityError'
  readonly code = 'LOG_DIRECTORY_IDENTITY'
  readonly path: string

  constructor(path: string, what: string, found: string, wanted: string) {
    super(
      `${path} was formatted for ${what} ${found}, not ${wanted}. Point log.dirs at the right ` +
        'directory, or correct the configuration.',
    )
    this.path = path
  }
}

/** A log directory without `meta.properties`. */
export class LogDirectoryUnformattedError extends BrokerError {
  override readonly name = 'LogDirectoryUnformattedError'
  readonly code = 'LOG_DIRECTORY_UNFORMATTED'
  readonly path: string

  constructor(path: string) {
    super(`${path} is not formatted. Run: samsa storage format -c FILE --cluster-id ID`)
    this.path = path
  }
}

/** Batches of magic 0 or 1, which Samsa does not read: cutting them off would lose them. */
export class LogOldFormatError extends BrokerError {
  override readonly name = 'LogOldFormatError'
  readonly code = 'LOG_OLD_FORMAT'
  readonly path: string

  constructor(path: string, position: number, magic: number) {
    super(
      `${path} holds a message of format ${magic} at byte ${position}; only format 2 (Kafka 0.11 ` +
        'and later) is read. Copy the topic with a Kafka broker first.',
    )
    this.path = path
  }
}

/** The log is closed, deleted, or its directory is lost. */
export class LogOfflineError extends BrokerError {
  override readonly name = 'LogOfflineError'
  readonly code = 'LOG_OFFLINE'

  constructor(partition: string, why: string, options?: ErrorOptions) {
    super(`${partition} is offline: ${why}. Mend the disk and restart the node.`, options)
  }
}

/** A batch that does not hold what its header says. */
export class LogCorruptBatchError extends BrokerError {
  override readonly name = 'LogCorruptBatchError'
  readonly code = 'LOG_CORRUPT_BATCH'
  readonly path: string
  readonly position: number

  constructor(path: string, position: number, why: string, options?: ErrorOptions) {
    super(
      `${path}: the batch at byte ${position} is corrupt (${why}). Refetch it from a copy, or stop ` +
        'the node uncleanly so that recovery cuts the log there.',
      options,
    )
    this.path = path
    this.position = position
  }
}
