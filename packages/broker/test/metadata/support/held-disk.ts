import { DiskError } from '@samsa/base'
import type { Disk, DiskDone, FileDescriptor, OpenMode, SyncClass } from '@samsa/base'

/**
 * A disk whose syncs can be held back or made to fail; it remembers operations on names in order. All
 * else goes to the disk below.
 */
export class HeldDisk {
  readonly disk: Disk
  /** `sync quorum …`, `rename … …`, `syncDirectory …`, last parts of paths only. */
  readonly events: string[]
  isHolding: boolean
  isSyncFailing: boolean
  #held: (() => void)[]

  constructor(below: Disk) {
    this.events = []
    this.isHolding = false
    this.isSyncFailing = false
    this.#held = []
    const paths = new Map<FileDescriptor, string>()
    const overridden: Partial<Disk> = {
      open: async (path: string, mode: OpenMode) => {
        const file = await below.open(path, mode)
        paths.set(file, path)
        return file
      },
      rename: async (from, to) => {
        await below.rename(from, to)
        this.events.push(`rename ${last(from)} ${last(to)}`)
      },
      syncDirectory: async (path) => {
        await below.syncDirectory(path)
        this.events.push(`syncDirectory ${last(path)}`)
      },
      datasync: (file, syncClass, done) =>
        this.#sync(below, paths.get(file) ?? '', file, syncClass, done),
    }
    this.disk = new Proxy(below, {
      get: (target, name) => {
        const own = overridden[name as keyof Disk]
        if (own !== undefined) return own
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
  }

  get heldCount(): number {
    return this.#held.length
  }

  /** Lets held syncs go, and all that come after them. */
  release(): void {
    this.isHolding = false
    const held = this.#held
    this.#held = []
    for (const go of held) go()
  }

  #sync(
    below: Disk,
    path: string,
    file: FileDescriptor,
    syncClass: SyncClass,
    done: DiskDone,
  ): void {
    const go = (): void => {
      if (this.isSyncFailing) {
        done(new DiskError('DISK_IO', 'sync', path, 'made to fail'))
        return
      }
      below.datasync(file, syncClass, (error) => {
        this.events.push(`sync ${syncClass} ${last(path)}`)
        done(error)
      })
    }
    if (this.isHolding) this.#held.push(go)
    else go()
  }
}

const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
