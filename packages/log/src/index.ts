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
  PartitionLog,
  ReadDone,
  ReadOptions,
  TimestampOffset,
} from './types.ts'
export { defaultLogConfig } from './config.ts'
export type { LogConfig } from './config.ts'
export { defaultLogIntervals, defaultLogLimits } from './options.ts'
export type { LogDependencies, LogIntervals, LogLimits, LogManagerOptions } from './options.ts'
