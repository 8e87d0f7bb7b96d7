import { offset, type Offset, type SyncClass } from '@samsa/base'
import { writeLeaderEpochs } from '../checkpoint/leader-epoch-checkpoint.ts'
import type { LogCore } from './log-core.ts'
import type { Serial } from './serial.ts'
import { syncIndexes, syncLogFile } from './sync-files.ts'

/**
 * Brings a log to the platter and moves the recovery point. What must be safe before the point may
 * pass it: the batches; the indexes of closed segments, which a start trusts below the point; the
 * snapshots of rolls; the names of new files; the epochs. A failed sync takes the directory offline:
 * the kernel may have dropped the pages, so trying again would report success for lost data.
 */
export class Flusher {
  readonly #core: LogCore
  readonly #serial: Serial
  /** A flush that has not begun: later callers share it. */
  #waiting: Promise<Offset> | undefined
  #waitingClass: SyncClass

  constructor(core: LogCore, serial: Serial) {
    this.#core = core
    this.#serial = serial
    this.#waiting = undefined
    this.#waitingClass = 'flush'
  }

  /** Resolves with the new recovery point. Rejects with the failure that took the directory offline. */
  flush(syncClass: SyncClass): Promise<Offset> {
    if (syncClass === 'quorum') this.#waitingClass = 'quorum'
    this.#waiting ??= this.#serial.run(async () => {
      const waitingClass = this.#waitingClass
      this.#waiting = undefined
      this.#waitingClass = 'flush'
      return this.flushNow(waitingClass)
    })
    return this.#waiting
  }

  /** For owners of the serial. */
  async flushNow(syncClass: SyncClass): Promise<Offset> {
    const core = this.#core
    core.ensureOnline()
    const target = core.logEndOffset
    if (!this.#isNeeded(target)) return core.recoveryPoint
    const startMs = core.environment.clock.monotonicMs()
    try {
      await this.#writeSnapshots()
      await this.#syncSegments(target, syncClass)
      if (core.epochs.needsWrite(target)) await this.#writeEpochs()
      await this.#syncNames()
    } catch (error) {
      throw core.fail('sync', error)
    }
    core.recoveryPoint = offset(Math.max(core.recoveryPoint, target))
    core.lastFlushMs = core.environment.clock.wallMs()
    core.environment.metrics.flushMs.record(core.environment.clock.monotonicMs() - startMs)
    return core.recoveryPoint
  }

  #isNeeded(target: Offset): boolean {
    const { recoveryPoint, isDirectoryDirty, epochs, pendingSnapshots } = this.#core
    return (
      recoveryPoint < target ||
      isDirectoryDirty ||
      pendingSnapshots.length > 0 ||
      epochs.needsWrite(target)
    )
  }

  async #writeEpochs(): Promise<void> {
    const { epochs, environment, identity } = this.#core
    const { entries } = epochs
    await writeLeaderEpochs(environment.disk, identity.path, entries)
    epochs.noteWritten(entries)
    this.#core.isDirectoryDirty = true
  }

  async #writeSnapshots(): Promise<void> {
    const core = this.#core
    while (core.pendingSnapshots.length > 0) {
      const { at, bytes } = core.pendingSnapshots[0]!
      await core.snapshots.write(at, bytes)
      core.pendingSnapshots.shift()
      core.isDirectoryDirty = true
    }
  }

  async #syncSegments(target: Offset, syncClass: SyncClass): Promise<void> {
    const { environment, segments, recoveryPoint } = this.#core
    const first = Math.max(0, segments.floorIndex(recoveryPoint))
    const dirty = segments.all.slice(first).filter((segment) => segment.baseOffset < target)
    for (const segment of dirty) {
      if (segment !== segments.active) await syncIndexes(environment, segment)
      await syncLogFile(environment, segment.log, syncClass)
    }
  }

  async #syncNames(): Promise<void> {
    const { environment, identity, isDirectoryDirty } = this.#core
    const { directory, path } = identity
    if (isDirectoryDirty) {
      this.#core.isDirectoryDirty = false
      await environment.disk.syncDirectory(path)
    }
    if (directory.isDirty) {
      directory.isDirty = false
      await environment.disk.syncDirectory(directory.path)
    }
  }
}
