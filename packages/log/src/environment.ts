import {
  type Clock,
  type Disk,
  type Logger,
  type MemoryPool,
  type Random,
  Wheel,
} from '@samsa/base'
import type { Checksum, Compression } from '@samsa/protocol'
import { TailCache } from './cache/tail-cache.ts'
import { FileTable } from './files/file-table.ts'
import { Pace } from './files/pace.ts'
import { IndexPageCache } from './index/page-cache.ts'
import { JobRunner } from './job/job-runner.ts'
import { LogMetrics } from './metrics.ts'
import { defaultLogLimits, type LogDependencies, type LogLimits } from './options.ts'

/** What the logs of one node share; made once, by `createLogEnvironment`. */
export interface LogEnvironment {
  readonly clock: Clock
  readonly disk: Disk
  readonly random: Random
  readonly memory: MemoryPool
  readonly checksum: Checksum
  readonly compression: Compression
  readonly logger: Logger
  readonly metrics: LogMetrics
  readonly limits: LogLimits
  readonly files: FileTable
  readonly readPace: Pace
  readonly writePace: Pace
  readonly indexPages: IndexPageCache
  readonly tailCache: TailCache
  readonly jobs: JobRunner
  readonly wheel: Wheel
  /** Whether `close` of the logs closes the wheel too. */
  readonly ownsWheel: boolean
  /** For looking at batch headers in one synchronous stretch; never kept. */
  readonly headerScratch: Uint8Array
}

/** Room for the headers of one index interval at its default. */
const HEADER_SCRATCH_BYTES = 65_536

/** A mebibyte takes 0.3 ms from the page cache, 0.5 ms into it; a disk's answer more than this. */
const SLOW_READ_MS = 2
const SLOW_WRITE_MS = 5
const READ_TURN_MS_MAX = 5
const WRITE_TURN_MS_MAX = 10

export function createLogEnvironment(dependencies: LogDependencies): LogEnvironment {
  const { clock, disk, random } = dependencies.doors
  const limits = { ...defaultLogLimits, ...dependencies.limits }
  return {
    clock,
    disk,
    random,
    memory: dependencies.memory,
    checksum: dependencies.checksum,
    compression: dependencies.compression,
    logger: dependencies.logger,
    metrics: new LogMetrics(dependencies.metrics),
    limits,
    files: new FileTable(disk, dependencies.logger, limits.openFilesMax),
    readPace: new Pace(clock, SLOW_READ_MS, READ_TURN_MS_MAX),
    writePace: new Pace(clock, SLOW_WRITE_MS, WRITE_TURN_MS_MAX),
    indexPages: new IndexPageCache(disk, limits.indexCacheBytesMax),
    tailCache: new TailCache(limits.tailCacheBytesMax),
    jobs: new JobRunner(clock),
    wheel: dependencies.wheel ?? new Wheel(clock),
    ownsWheel: dependencies.wheel === undefined,
    headerScratch: new Uint8Array(HEADER_SCRATCH_BYTES),
  }
}
