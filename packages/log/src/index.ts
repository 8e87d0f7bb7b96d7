export type {
  ActiveProducer,
  AppendDone,
  AppendEntry,
  AppendOrigin,
  AppendOutcome,
  CleanShutdownMarker,
  EpochEndOffset,
  LogDirectory,
  LogListener,
  LogManager,
  LogRead,
  LogSources,
  MetaProperties,
  OwnedPartitionLog,
  PartitionLog,
  ReadDone,
  ReadOptions,
  TimestampOffset,
} from './types.ts'
export { defaultLogConfig } from './config.ts'
export type { LogConfig } from './config.ts'
export { defaultLogIntervals, defaultLogLimits } from './options.ts'
export type { LogDependencies, LogIntervals, LogLimits, LogManagerOptions } from './options.ts'
export {
  LogCorruptBatchError,
  LogDirectoryIdentityError,
  LogDirectoryUnformattedError,
  LogFileFormatError,
  LogOfflineError,
  LogOldFormatError,
  LogTopicIdMismatchError,
} from './errors.ts'
export { openLogManager } from './manager/log-manager.ts'
export { openPartitionLog } from './manager/open-partition-log.ts'
export type { OpenPartitionLogOptions } from './manager/open-partition-log.ts'
export { newDirectoryId, readMetaProperties, writeMetaProperties } from './meta/meta-properties.ts'
