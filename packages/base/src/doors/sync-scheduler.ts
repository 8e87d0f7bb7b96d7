import { assert } from '../errors.ts'
import type { DiskDone, DiskError, SyncClass } from './disk.ts'

/** Syncs of one file: at most one runs and one waits; later callers share the waiting one. */
export interface FileSyncs<File> {
  readonly file: File
  readonly directory: DirectorySyncs<File>
  /** Callers of the running sync; `undefined` when none runs. */
  running: DiskDone[] | undefined
  /** Callers of the sync that starts after the running one, or once the directory lets it. */
  waiting: DiskDone[] | undefined
  waitingClass: SyncClass
  isQueued: boolean
}

/** Syncs of one log directory, which share its device. */
export interface DirectorySyncs<File> {
  runningCount: number
  runningFlushCount: number
  readonly quorum: FileSyncs<File>[]
  readonly flush: FileSyncs<File>[]
}

export function newDirectorySyncs<File>(): DirectorySyncs<File> {
  return { runningCount: 0, runningFlushCount: 0, quorum: [], flush: [] }
}

export function newFileSyncs<File>(file: File, directory: DirectorySyncs<File>): FileSyncs<File> {
  return {
    file,
    directory,
    running: undefined,
    waiting: undefined,
    waitingClass: 'flush',
    isQueued: false,
  }
}

const RUNNING_MAX = 2
const RUNNING_FLUSHES_MAX = 1

/**
 * Orders syncs. At most two run per directory and at most one of them is a segment flush, so a quorum
 * sync never queues behind a flush. A file that is waiting is in exactly one of its directory's two
 * queues, in the order of arrival; a quorum caller that joins a waiting flush moves it over.
 *
 * | state of a file | `running` | `waiting` | `isQueued` |
 * | --- | --- | --- | --- |
 * | idle | – | – | no |
 * | running | set | – | no |
 * | running, one behind it | set | set | no: it is queued when the running one ends |
 * | waiting for the directory | – | set | yes |
 */
export class SyncScheduler<File> {
  readonly #issue: (file: File, done: DiskDone) => void

  /** `issue` starts the sync and calls `done` later, never in the call. */
  constructor(issue: (file: File, done: DiskDone) => void) {
    this.#issue = issue
  }

  /** What was written before this call is on the device when `done` is called without an error. */
  sync(syncs: FileSyncs<File>, syncClass: SyncClass, done: DiskDone): void {
    if (syncs.waiting === undefined) {
      syncs.waiting = [done]
      syncs.waitingClass = syncClass
      if (syncs.running !== undefined) return
      this.#enqueue(syncs)
    } else {
      syncs.waiting.push(done)
      if (syncClass === 'quorum' && syncs.waitingClass === 'flush') this.#promote(syncs)
    }
    this.#startNext(syncs.directory)
  }

  #enqueue(syncs: FileSyncs<File>): void {
    assert(!syncs.isQueued, 'a file waits once')
    syncs.isQueued = true
    syncs.directory[syncs.waitingClass].push(syncs)
  }

  #promote(syncs: FileSyncs<File>): void {
    syncs.waitingClass = 'quorum'
    if (!syncs.isQueued) return
    const { flush, quorum } = syncs.directory
    flush.splice(flush.indexOf(syncs), 1)
    quorum.push(syncs)
  }

  #startNext(directory: DirectorySyncs<File>): void {
    while (directory.runningCount < RUNNING_MAX) {
      const next =
        directory.quorum.shift() ??
        (directory.runningFlushCount < RUNNING_FLUSHES_MAX ? directory.flush.shift() : undefined)
      if (next === undefined) return
      this.#start(next)
    }
  }

  #start(syncs: FileSyncs<File>): void {
    const { directory, waitingClass } = syncs
    syncs.isQueued = false
    syncs.running = syncs.waiting
    syncs.waiting = undefined
    directory.runningCount++
    if (waitingClass === 'flush') directory.runningFlushCount++
    this.#issue(syncs.file, (error) => this.#onSynced(syncs, waitingClass, error))
  }

  #onSynced(syncs: FileSyncs<File>, syncClass: SyncClass, error: DiskError | null): void {
    const { directory } = syncs
    const callers = syncs.running
    assert(callers !== undefined, 'a sync that ends was running')
    syncs.running = undefined
    directory.runningCount--
    if (syncClass === 'flush') directory.runningFlushCount--
    if (syncs.waiting !== undefined) this.#enqueue(syncs)
    this.#startNext(directory)
    for (const done of callers) done(error)
  }
}
