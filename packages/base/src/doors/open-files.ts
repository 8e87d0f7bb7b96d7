import { assert } from '../errors.ts'
import type { FileDescriptor } from './disk.ts'
import {
  type DirectorySyncs,
  type FileSyncs,
  newDirectorySyncs,
  newFileSyncs,
} from './sync-scheduler.ts'

/** Open files that share a device, as far as the door can tell: one log directory. */
interface Domain {
  readonly path: string
  readonly syncs: DirectorySyncs<OpenFile>
  fileCount: number
}

/** An open descriptor and what is under way on it. */
export class OpenFile {
  readonly file: FileDescriptor
  readonly path: string
  readonly domain: Domain
  readonly syncs: FileSyncs<OpenFile>
  underWayCount: number
  isClosing: boolean
  /** `remove` waits here for the last operation to end. */
  onIdle: (() => void) | undefined

  constructor(file: FileDescriptor, path: string, domain: Domain) {
    this.file = file
    this.path = path
    this.domain = domain
    this.syncs = newFileSyncs<OpenFile>(this, domain.syncs)
    this.underWayCount = 0
    this.isClosing = false
    this.onIdle = undefined
  }
}

/**
 * Every open descriptor. A file belongs to the locked directory above it, else to its own parent: that
 * is where syncs are counted. Using a descriptor that is not open is a bug and asserts.
 */
export class OpenFiles {
  readonly #files: Map<FileDescriptor, OpenFile>
  readonly #domains: Map<string, Domain>
  readonly #roots: Set<string>

  constructor() {
    this.#files = new Map()
    this.#domains = new Map()
    this.#roots = new Set()
  }

  /** From now on files below `path` are counted as one directory's. */
  addRoot(path: string): void {
    this.#roots.add(withSlash(path))
  }

  removeRoot(path: string): void {
    this.#roots.delete(withSlash(path))
  }

  add(file: FileDescriptor, path: string): void {
    const domain = this.#domainOf(path)
    domain.fileCount++
    this.#files.set(file, new OpenFile(file, path, domain))
  }

  get(file: FileDescriptor): OpenFile {
    const open = this.#files.get(file)
    assert(open !== undefined && !open.isClosing, `file descriptor ${file} is not open`)
    return open
  }

  /** Every operation lies between `begin` and `end`. */
  begin(file: FileDescriptor): OpenFile {
    const open = this.get(file)
    open.underWayCount++
    return open
  }

  end(open: OpenFile): void {
    open.underWayCount--
    if (open.underWayCount === 0 && open.onIdle !== undefined) open.onIdle()
  }

  /** Takes no new operations, and resolves once those under way have ended. */
  async remove(file: FileDescriptor): Promise<OpenFile> {
    const open = this.get(file)
    open.isClosing = true
    if (open.underWayCount > 0) {
      await new Promise<void>((resolve) => {
        open.onIdle = resolve
      })
    }
    this.#files.delete(file)
    open.domain.fileCount--
    if (open.domain.fileCount === 0) this.#domains.delete(open.domain.path)
    return open
  }

  #domainOf(path: string): Domain {
    const directory = this.#rootOf(path) ?? path.slice(0, path.lastIndexOf('/') + 1)
    const known = this.#domains.get(directory)
    if (known !== undefined) return known
    const domain: Domain = { path: directory, syncs: newDirectorySyncs(), fileCount: 0 }
    this.#domains.set(directory, domain)
    return domain
  }

  #rootOf(path: string): string | undefined {
    for (const root of this.#roots) {
      if (path.startsWith(root)) return root
    }
    return undefined
  }
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}
