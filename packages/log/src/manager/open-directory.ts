import type { DirectoryLock } from '@samsa/base'
import type { LogEnvironment } from '../environment.ts'
import { LogDirectoryIdentityError, LogDirectoryUnformattedError } from '../errors.ts'
import { takeCleanShutdown } from '../meta/clean-shutdown.ts'
import { readMetaProperties } from '../meta/meta-properties.ts'
import { DirectoryState } from '../partition/directory-state.ts'
import type { CleanShutdownMarker, LogDirectory, MetaProperties } from '../types.ts'

/** A locked log directory. */
export class OpenDirectory implements LogDirectory {
  readonly state: DirectoryState
  readonly meta: MetaProperties
  readonly cleanShutdown: CleanShutdownMarker | null
  /** Every partition in it has been loaded: only then may a stop be called clean. */
  isLoaded: boolean
  readonly #lock: DirectoryLock

  constructor(
    path: string,
    meta: MetaProperties,
    cleanShutdown: CleanShutdownMarker | null,
    lock: DirectoryLock,
  ) {
    this.state = new DirectoryState(path, meta.directoryId)
    this.meta = meta
    this.cleanShutdown = cleanShutdown
    this.isLoaded = false
    this.#lock = lock
  }

  get path(): string {
    return this.state.path
  }

  get isOffline(): boolean {
    return this.state.isOffline
  }

  unlock(): Promise<void> {
    return this.#lock.release()
  }
}

/** Who may use the directory. */
export interface DirectoryOwner {
  readonly clusterId: string
  readonly nodeId: number
}

/**
 * Locks a directory, checks that it is ours, and takes the clean-shutdown marker. Rejects with
 * `DiskError` (`DISK_LOCKED`, …), `LogDirectoryUnformattedError`, `LogDirectoryIdentityError` or
 * `LogFileFormatError`; nothing is locked then.
 */
export async function openDirectory(
  environment: LogEnvironment,
  path: string,
  owner: DirectoryOwner,
): Promise<OpenDirectory> {
  const { disk } = environment
  const status = await disk.status(path)
  if (status === undefined || !status.isDirectory) throw new LogDirectoryUnformattedError(path)
  const lock = await disk.lockDirectory(path)
  try {
    const meta = await readMetaProperties(disk, path)
    if (meta === undefined) throw new LogDirectoryUnformattedError(path)
    checkOwner(path, meta, owner)
    return new OpenDirectory(path, meta, await takeCleanShutdown(disk, path), lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

function checkOwner(path: string, meta: MetaProperties, owner: DirectoryOwner): void {
  if (meta.clusterId !== owner.clusterId) {
    throw new LogDirectoryIdentityError(path, 'cluster', meta.clusterId, owner.clusterId)
  }
  if (meta.nodeId !== owner.nodeId) {
    throw new LogDirectoryIdentityError(path, 'node', String(meta.nodeId), String(owner.nodeId))
  }
}
