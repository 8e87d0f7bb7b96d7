import { ByteStore } from './byte-store.ts'
import type { Prng } from './prng.ts'
import { BLOCK_BYTES, type CrashMode, SECTOR_BYTES } from './sim-crash.ts'

/** A change that the device may not have yet. */
type Change =
  | { readonly kind: 'write'; readonly position: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly sizeBytes: number }

/**
 * A file by inode: what readers see (the page cache), what the device has, and the changes between the
 * two in order.
 */
export class SimFile {
  readonly inode: number
  modifiedMs: number
  isLinked: boolean
  openCount: number
  readonly #cached: ByteStore
  readonly #durable: ByteStore
  #unsynced: Change[]
  #syncedCount: number

  constructor(inode: number) {
    this.inode = inode
    this.modifiedMs = 0
    this.isLinked = true
    this.openCount = 0
    this.#cached = new ByteStore()
    this.#durable = new ByteStore()
    this.#unsynced = []
    this.#syncedCount = 0
  }

  get sizeBytes(): number {
    return this.#cached.sizeBytes
  }

  get unsyncedCount(): number {
    return this.#unsynced.length
  }

  /** Tells the changes made so far from later ones. */
  get mark(): number {
    return this.#syncedCount + this.#unsynced.length
  }

  read(position: number, into: Uint8Array): number {
    return this.#cached.read(position, into)
  }

  bytes(): Uint8Array {
    return this.#cached.copy()
  }

  write(position: number, bytes: Uint8Array): void {
    this.#unsynced.push({ kind: 'write', position, bytes: new Uint8Array(bytes) })
    this.#cached.write(position, bytes)
  }

  truncate(sizeBytes: number): void {
    this.#unsynced.push({ kind: 'truncate', sizeBytes })
    this.#cached.truncate(sizeBytes)
  }

  /** The device has every change made before `mark` was taken. */
  syncTo(mark: number): void {
    for (const change of this.#takeTo(mark)) apply(this.#durable, change)
  }

  /**
   * A sync failed: the system counts the pages as clean all the same, so those changes never reach the
   * device, although readers still see them and a second sync succeeds.
   */
  dropTo(mark: number): void {
    this.#takeTo(mark)
  }

  /** The power failed: readers see what the device has, and of the rest what `mode` leaves. */
  crash(mode: CrashMode, random: Prng): void {
    const lost = this.#unsynced
    const sizeBytes = this.#cached.sizeBytes
    this.#takeTo(this.mark)
    keep(this.#durable, lost, sizeBytes, mode, random)
    this.#cached.replace(this.#durable.copy())
  }

  #takeTo(mark: number): readonly Change[] {
    const count = Math.min(Math.max(mark - this.#syncedCount, 0), this.#unsynced.length)
    this.#syncedCount += count
    const taken = this.#unsynced.slice(0, count)
    this.#unsynced = this.#unsynced.slice(count)
    return taken
  }
}

function apply(store: ByteStore, change: Change): void {
  if (change.kind === 'write') store.write(change.position, change.bytes)
  else store.truncate(change.sizeBytes)
}

function keep(
  store: ByteStore,
  changes: readonly Change[],
  sizeBytes: number,
  mode: CrashMode,
  random: Prng,
): void {
  switch (mode) {
    case 'dropUnsynced':
      return
    case 'keepAll':
    case 'loseNames':
      for (const change of changes) apply(store, change)
      return
    case 'keepPrefix':
      for (const change of changes.slice(0, random.integer(changes.length + 1)))
        apply(store, change)
      return
    case 'tearLast':
      keepTorn(store, changes, random)
      return
    case 'keepBlocks':
      for (const change of changes) keepSomeBlocks(store, change, random)
      return
    case 'zeroFill':
      if (sizeBytes > store.sizeBytes) store.truncate(sizeBytes)
      return
  }
}

function keepTorn(store: ByteStore, changes: readonly Change[], random: Prng): void {
  const whole = random.integer(changes.length + 1)
  for (const change of changes.slice(0, whole)) apply(store, change)
  const torn = changes[whole]
  if (torn?.kind !== 'write') return
  const { position, bytes } = torn
  const firstBorder = SECTOR_BYTES - (position % SECTOR_BYTES)
  const borders = Math.floor((bytes.length - firstBorder) / SECTOR_BYTES) + 1
  if (borders < 1) return
  const cut = firstBorder + random.integer(borders) * SECTOR_BYTES
  store.write(position, bytes.subarray(0, cut))
}

function keepSomeBlocks(store: ByteStore, change: Change, random: Prng): void {
  if (change.kind === 'truncate') {
    if (random.chance(0.5)) store.truncate(change.sizeBytes)
    return
  }
  const { position, bytes } = change
  let start = 0
  while (start < bytes.length) {
    const end = Math.min(bytes.length, start + BLOCK_BYTES - ((position + start) % BLOCK_BYTES))
    if (random.chance(0.5)) store.write(position + start, bytes.subarray(start, end))
    start = end
  }
}
