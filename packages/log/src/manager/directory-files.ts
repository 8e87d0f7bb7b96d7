import type { OffsetCheckpointEntry } from '../checkpoint/offset-checkpoint.ts'
import type { LogEnvironment } from '../environment.ts'
import { LogOfflineError } from '../errors.ts'
import { HIGH_WATERMARK_FILE, LOG_START_OFFSET_FILE, RECOVERY_POINT_FILE } from '../files/names.ts'
import { CheckpointWriter } from './checkpoint-writer.ts'
import type { OpenDirectory } from './open-directory.ts'

/** Offsets to be written, collected when the write begins. */
export interface CheckpointSources {
  recoveryPoints(): Iterable<OffsetCheckpointEntry>
  logStartOffsets(): Iterable<OffsetCheckpointEntry>
  highWatermarks(): Iterable<OffsetCheckpointEntry>
}

/** The checkpoint files of one directory. A failed write takes the directory offline. */
export class DirectoryFiles {
  readonly directory: OpenDirectory
  readonly writers: Readonly<Record<keyof CheckpointSources, CheckpointWriter>>
  readonly #environment: LogEnvironment

  constructor(environment: LogEnvironment, directory: OpenDirectory, sources: CheckpointSources) {
    const { disk } = environment
    const { path } = directory
    this.directory = directory
    this.#environment = environment
    this.writers = {
      recoveryPoints: new CheckpointWriter(disk, path, RECOVERY_POINT_FILE, () =>
        sources.recoveryPoints(),
      ),
      logStartOffsets: new CheckpointWriter(disk, path, LOG_START_OFFSET_FILE, () =>
        sources.logStartOffsets(),
      ),
      highWatermarks: new CheckpointWriter(disk, path, HIGH_WATERMARK_FILE, () =>
        sources.highWatermarks(),
      ),
    }
  }

  /** Rejects with the failure that took the directory offline. */
  async write(what: keyof CheckpointSources): Promise<void> {
    const { state, path } = this.directory
    if (state.failure !== undefined) throw state.failure
    try {
      await this.writers[what].write()
    } catch (cause) {
      const why = `its checkpoint cannot be written (${(cause as Error).message})`
      const error = new LogOfflineError(path, why, { cause })
      this.#environment.logger.log('error', 'log directory goes offline', { path, error })
      state.fail(error)
      throw error
    }
  }
}
