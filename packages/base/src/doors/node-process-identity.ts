import fs from 'node:fs'

/** Tells a process from a later one with the same pid. Fields the system does not tell are ''. */
export interface ProcessIdentity {
  readonly pid: number
  /** Ticks since boot, as `/proc/PID/stat` says it. */
  readonly startTime: string
  readonly bootId: string
  readonly pidNamespace: string
}

export function identityOf(pid: number): ProcessIdentity {
  return {
    pid,
    startTime: startTimeOf(pid),
    bootId: textOf('/proc/sys/kernel/random/boot_id').trim(),
    pidNamespace: linkOf('/proc/self/ns/pid'),
  }
}

/** Whether the process that wrote `holder` still runs, as far as this one can see. */
export function isAlive(holder: ProcessIdentity): boolean {
  const now = identityOf(holder.pid)
  if (holder.bootId !== now.bootId || holder.pidNamespace !== now.pidNamespace) return false
  if (now.startTime !== '' || holder.startTime !== '') return holder.startTime === now.startTime
  return isRunning(holder.pid)
}

/**
 * Pid of a process with a POSIX lock on the open file, from `/proc/locks`; a JVM's `FileChannel.lock`
 * is one. Where a stacked file system shows another device there than `stat` does, the process's own
 * descriptors tell.
 */
export function foreignLockHolder(file: number, path: string): number | undefined {
  const { dev, ino } = fs.fstatSync(file, { bigint: true })
  const device = `${hex2(major(dev))}:${hex2(minor(dev))}`
  for (const line of textOf('/proc/locks').split('\n')) {
    const lock = parseLock(line)
    if (lock === undefined || lock.inode !== String(ino)) continue
    if (lock.device === device || hasOpen(lock.pid, path)) return lock.pid
  }
  return undefined
}

interface PosixLock {
  readonly pid: number
  /** `major:minor` in hexadecimal. */
  readonly device: string
  readonly inode: string
}

/** `1: POSIX  ADVISORY  WRITE 2219 fe:00:131079 0 EOF`; lines with `->` are waiters. */
function parseLock(line: string): PosixLock | undefined {
  const fields = /^\d+: (?:POSIX|OFDLCK) +\S+ +\S+ +(-?\d+) +([0-9a-f]+:[0-9a-f]+):(\d+) /.exec(
    line,
  )
  if (fields === null) return undefined
  return { pid: Number(fields[1]), device: fields[2] ?? '', inode: fields[3] ?? '' }
}

function hasOpen(pid: number, path: string): boolean {
  const target = realPathOf(path)
  return namesIn(`/proc/${pid}/fd`).some((name) => linkOf(`/proc/${pid}/fd/${name}`) === target)
}

function startTimeOf(pid: number): string {
  // The command in parentheses may hold anything, so fields are counted after its end.
  const stat = textOf(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const isDead = fields[0] === 'Z' || fields[0] === 'X'
  return isDead ? '' : (fields[19] ?? '')
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function textOf(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function linkOf(path: string): string {
  try {
    return fs.readlinkSync(path)
  } catch {
    return ''
  }
}

function realPathOf(path: string): string {
  try {
    return fs.realpathSync(path)
  } catch {
    return path
  }
}

function namesIn(path: string): readonly string[] {
  try {
    return fs.readdirSync(path)
  } catch {
    return []
  }
}

/** Linux packs a device number as 12 bits of major over 20 of minor, the rest above. */
function major(device: bigint): bigint {
  return ((device >> 8n) & 0xfffn) | ((device >> 32n) & ~0xfffn)
}

function minor(device: bigint): bigint {
  return (device & 0xffn) | ((device >> 12n) & ~0xffn)
}

function hex2(value: bigint): string {
  return value.toString(16).padStart(2, '0')
}
