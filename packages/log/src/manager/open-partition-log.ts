import { type Disk, offset, type Offset, partitionName, type Uuid, ZERO_UUID } from '@samsa/base'
import type { LogConfig } from '../config.ts'
import { createLogEnvironment, type LogEnvironment } from '../environment.ts'
import { LogFileFormatError, LogTopicIdMismatchError } from '../errors.ts'
import { readPartitionMetadata, writePartitionMetadata } from '../meta/partition-metadata.ts'
import type { LogDependencies } from '../options.ts'
import { DirectoryState } from '../partition/directory-state.ts'
import { Log, type LogOwner } from '../partition/log.ts'
import { loadLog, type LoadHints } from '../recovery/load-log.ts'
import type { OwnedPartitionLog } from '../types.ts'

export interface PartitionPlace {
  readonly topic: string
  readonly partition: number
  /** Checked against `partition.metadata`, which is written where it is missing. */
  readonly topicId: Uuid
  readonly config: LogConfig
}

/** Opens a partition's directory, making it where it is missing. */
export async function openInDirectory(
  environment: LogEnvironment,
  directory: DirectoryState,
  place: PartitionPlace,
  hints: LoadHints,
  owner: LogOwner,
): Promise<Log> {
  const { topic, partition, config } = place
  const name = partitionName(topic, partition)
  const path = `${directory.path}/${name}`
  if (!hints.isPresent) await ensureDirectory(environment.disk, path, directory)
  const topicId = await claimTopicId(environment, path, place.topicId)
  const loaded = await loadLog(environment, path, config, hints)
  const identity = { topic, partition, name, topicId, path, directory }
  return new Log(environment, identity, config, loaded, owner)
}

async function ensureDirectory(disk: Disk, path: string, directory: DirectoryState): Promise<void> {
  if ((await disk.status(path)) !== undefined) return
  await disk.makeDirectory(path)
  directory.isDirty = true
}

/** The id in the directory; the wanted one where the directory has none. */
async function claimTopicId(
  environment: LogEnvironment,
  path: string,
  wanted: Uuid,
): Promise<Uuid> {
  const found = await readTopicId(environment, path)
  if (found === undefined) {
    if (wanted !== ZERO_UUID) await writePartitionMetadata(environment.disk, path, wanted)
    return wanted
  }
  if (wanted !== ZERO_UUID && wanted !== found) {
    throw new LogTopicIdMismatchError(path, found, wanted)
  }
  return found
}

/** Undefined where there is no file; one that a crash left empty counts as none. */
async function readTopicId(environment: LogEnvironment, path: string): Promise<Uuid | undefined> {
  try {
    return await readPartitionMetadata(environment.disk, path)
  } catch (error) {
    if (!(error instanceof LogFileFormatError)) throw error
    environment.logger.log('warn', 'partition.metadata is lost', { error })
    return undefined
  }
}

export interface OpenPartitionLogOptions extends LogDependencies {
  /** The directory that the partition's own directory is in; it must exist. */
  readonly directory: string
  readonly directoryId?: Uuid
  readonly topic: string
  readonly partition: number
  readonly topicId: Uuid
  readonly config: LogConfig
  /** Whether the last owner closed it; without, all from the recovery point on is checked. */
  readonly isCleanStop?: boolean
  readonly recoveryPoint?: Offset
  readonly logStartOffset?: Offset
}

/**
 * One partition by itself, without a manager: no lock, no checkpoints, no retention. Rejects with
 * `DiskError`, `LogTopicIdMismatchError` or `LogOldFormatError`.
 */
export async function openPartitionLog(
  options: OpenPartitionLogOptions,
): Promise<OwnedPartitionLog> {
  const environment = createLogEnvironment(options)
  const directory = new DirectoryState(options.directory, options.directoryId ?? ZERO_UUID)
  const hints = {
    isPresent: false,
    isCleanStop: options.isCleanStop ?? false,
    recoveryPoint: options.recoveryPoint ?? offset(0),
    logStartOffset: options.logStartOffset ?? offset(0),
  }
  const owner: LogOwner = {
    checkpointStartOffset: () => Promise.resolve(),
    checkpointRecoveryPoint: () => Promise.resolve(),
    onLogClosed: () => {
      if (environment.ownsWheel) environment.wheel.close()
    },
  }
  return openInDirectory(environment, directory, options, hints, owner)
}
