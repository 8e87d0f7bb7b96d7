import type { Prng } from './prng.ts'
import type { CrashMode } from './sim-crash.ts'
import { SimFile } from './sim-file.ts'

/** A directory: the names that lookups see, and those that the device has. */
export class SimDirectory {
  readonly inode: number
  names: Map<string, SimFile | SimDirectory>
  readonly durableNames: Map<string, SimFile | SimDirectory>
  modifiedMs: number

  constructor(inode: number) {
    this.inode = inode
    this.names = new Map()
    this.durableNames = new Map()
    this.modifiedMs = 0
  }
}

/** A name that was set or taken away. */
interface NameChange {
  readonly directory: SimDirectory
  readonly name: string
  readonly node: SimFile | SimDirectory | undefined
}

/**
 * The journal of a file system's names: changes are seen at once and durable once one of the directories
 * they touch is synced, in order. One entry (a rename has two changes) is kept or lost as a whole.
 */
export class NameJournal {
  #entries: (readonly NameChange[])[]

  constructor() {
    this.#entries = []
  }

  change(changes: readonly NameChange[]): void {
    for (const { directory, name, node } of changes) {
      if (node === undefined) directory.names.delete(name)
      else directory.names.set(name, node)
    }
    this.#entries.push(changes)
  }

  sync(directory: SimDirectory): void {
    const left: (readonly NameChange[])[] = []
    for (const entry of this.#entries) {
      if (entry.some((change) => change.directory === directory)) applyDurably(entry)
      else left.push(entry)
    }
    this.#entries = left
  }

  /** Makes everything so far durable, for tests that set a scene. */
  syncAll(): void {
    for (const entry of this.#entries) applyDurably(entry)
    this.#entries = []
  }

  /** Lookups below `root` see what the device has, and of the rest what `mode` leaves. */
  crash(root: SimDirectory, mode: CrashMode, random: Prng): void {
    const kept = keptCount(this.#entries.length, mode, random)
    for (const entry of this.#entries.slice(0, kept)) applyDurably(entry)
    this.#entries = []
    restoreNames(root)
  }
}

function applyDurably(entry: readonly NameChange[]): void {
  for (const { directory, name, node } of entry) {
    if (node === undefined) directory.durableNames.delete(name)
    else directory.durableNames.set(name, node)
  }
}

function keptCount(count: number, mode: CrashMode, random: Prng): number {
  if (mode === 'dropUnsynced' || mode === 'loseNames') return 0
  return mode === 'keepAll' ? count : random.integer(count + 1)
}

function restoreNames(directory: SimDirectory): void {
  directory.names = new Map(directory.durableNames)
  for (const node of directory.names.values()) {
    if (node instanceof SimDirectory) restoreNames(node)
  }
}
