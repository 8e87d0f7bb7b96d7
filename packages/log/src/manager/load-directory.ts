import { CLUSTER_METADATA } from '@samsa/protocol'
import { offset, type Offset, partitionName, ZERO_UUID } from '@samsa/base'
import { type OffsetsByPartition, readOffsetCheckpoint } from '../checkpoint/offset-checkpoint.ts'
import type { LogConfig } from '../config.ts'
import type { LogEnvironment } from '../environment.ts'
import { LogFileFormatError } from '../errors.ts'
import {
  DELETE_DIRECTORY_SUFFIX,
  HIGH_WATERMARK_FILE,
  LOG_START_OFFSET_FILE,
  partitionOfDirectoryName,
  RECOVERY_POINT_FILE,
} from '../files/names.ts'
import type { Log, LogOwner } from '../partition/log.ts'
import type { OpenDirectory } from './open-directory.ts'
import { openInDirectory } from './open-partition-log.ts'
import { sideBySide } from './side-by-side.ts'

export interface DirectoryCheckpoints {
  readonly recoveryPoints: OffsetsByPartition
  readonly logStartOffsets: OffsetsByPartition
  readonly highWatermarks: OffsetsByPartition
}

/** A file that cannot be read counts as empty: logs are then checked from their beginning. */
export async function readCheckpoints(
  environment: LogEnvironment,
  path: string,
): Promise<DirectoryCheckpoints> {
  const read = async (name: string): Promise<OffsetsByPartition> => {
    try {
      return await readOffsetCheckpoint(environment.disk, path, name)
    } catch (error) {
      if (!(error instanceof LogFileFormatError)) throw error
      environment.logger.log('warn', 'checkpoint file is ignored', { error })
      return new Map<string, Offset>()
    }
  }
  return {
    recoveryPoints: await read(RECOVERY_POINT_FILE),
    logStartOffsets: await read(LOG_START_OFFSET_FILE),
    highWatermarks: await read(HIGH_WATERMARK_FILE),
  }
}

/** Loads every partition in a directory. Returns the directories that wait for their removal. */
export async function loadDirectory(
  environment: LogEnvironment,
  directory: OpenDirectory,
  checkpoints: DirectoryCheckpoints,
  configOf: (topic: string) => LogConfig,
  owner: LogOwner,
  onLoaded: (log: Log) => void,
): Promise<readonly string[]> {
  const names = await environment.disk.list(directory.path)
  const partitions = names.map(partitionOfDirectoryName).filter((found) => found !== undefined)
  const toLoad = partitions.filter(({ topic }) => topic !== CLUSTER_METADATA)
  await sideBySide(toLoad, environment.limits.loadConcurrencyMax, async ({ topic, partition }) => {
    const name = partitionName(topic, partition)
    const place = { topic, partition, topicId: ZERO_UUID, config: configOf(topic) }
    const hints = {
      isPresent: true,
      isCleanStop: directory.cleanShutdown !== null,
      recoveryPoint: checkpoints.recoveryPoints.get(name) ?? offset(0),
      logStartOffset: checkpoints.logStartOffsets.get(name) ?? offset(0),
    }
    onLoaded(await openInDirectory(environment, directory.state, place, hints, owner))
  })
  directory.isLoaded = true
  return names
    .filter((name) => name.endsWith(DELETE_DIRECTORY_SUFFIX))
    .map((name) => `${directory.path}/${name}`)
}
