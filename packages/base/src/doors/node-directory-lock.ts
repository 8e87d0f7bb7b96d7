import fs from 'node:fs'
import net from 'node:net'

import { type DirectoryLock, DiskError } from './disk.ts'
import { diskError } from './node-errors.ts'
import {
  foreignLockHolder,
  identityOf,
  isAlive,
  type ProcessIdentity,
} from './node-process-identity.ts'

/** A `.lock` longer than this was not written by us: a JVM leaves the file empty. */
const LOCK_BYTES_MAX = 4096

/**
 * Takes `path/.lock`. Node has no `flock`, so three things together stand for it:
 *
 * 1. On Linux an abstract Unix socket named by the directory's device and inode. The kernel gives the
 *    name to one holder in the network namespace, this process included, and takes it back from a dead
 *    process by itself.
 * 2. The content of `.lock`: pid, start time, boot id and pid namespace of the holder. It refuses a
 *    living holder of another network namespace, and every holder where there are no abstract sockets.
 *    A holder that is dead, or lived before the last boot, is taken over. A process of another pid
 *    namespace cannot be looked up and counts as dead: between containers the volume's own exclusive
 *    mount is the guard.
 * 3. A look at `/proc/locks`: a Kafka broker on a JVM holds a POSIX lock on the same file.
 */
export async function lockDirectory(path: string): Promise<DirectoryLock> {
  const lockPath = path.endsWith('/') ? `${path}.lock` : `${path}/.lock`
  const socket = await claimSocket(path, lockPath)
  try {
    const file = openLockFile(lockPath)
    try {
      refuseLivingHolder(file, lockPath)
      fs.ftruncateSync(file, 0)
      fs.writeSync(file, `${JSON.stringify(identityOf(process.pid))}\n`, 0)
    } finally {
      fs.closeSync(file)
    }
  } catch (error) {
    await closeSocket(socket)
    throw error instanceof DiskError ? error : diskError(error as Error, 'lock', path)
  }
  return { release: () => release(socket, lockPath) }
}

/** Resolves with the listening socket, or with `undefined` where the system has no abstract names. */
async function claimSocket(path: string, lockPath: string): Promise<net.Server | undefined> {
  let name: string
  try {
    const { dev, ino } = fs.statSync(path, { bigint: true })
    name = `\0samsa-lock-${dev}-${ino}`
  } catch (error) {
    throw diskError(error as Error, 'lock', path)
  }
  if (process.platform !== 'linux') return undefined
  const server = net.createServer((connection) => connection.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(lockedError(lockPath, holderText(lockPath)))
      else reject(diskError(error, 'lock', path))
    })
    server.listen(name, () => {
      server.unref()
      resolve(server)
    })
  })
}

function openLockFile(lockPath: string): number {
  return fs.openSync(lockPath, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o644)
}

function refuseLivingHolder(file: number, lockPath: string): void {
  const foreign = foreignLockHolder(file, lockPath)
  if (foreign !== undefined) throw lockedError(lockPath, `process ${foreign}`)
  const holder = readHolder(file)
  if (holder !== undefined && isAlive(holder)) {
    throw lockedError(lockPath, `process ${holder.pid}`)
  }
}

function readHolder(file: number): ProcessIdentity | undefined {
  const bytes = Buffer.alloc(LOCK_BYTES_MAX)
  const text = bytes.toString('utf8', 0, fs.readSync(file, bytes, 0, LOCK_BYTES_MAX, 0))
  try {
    const holder: unknown = JSON.parse(text)
    return isIdentity(holder) ? holder : undefined
  } catch {
    // Empty (a JVM's), or torn by a crash while it was written: nobody's.
    return undefined
  }
}

function isIdentity(value: unknown): value is ProcessIdentity {
  if (typeof value !== 'object' || value === null) return false
  const { pid, startTime, bootId, pidNamespace } = value as Record<string, unknown>
  return (
    typeof pid === 'number' &&
    typeof startTime === 'string' &&
    typeof bootId === 'string' &&
    typeof pidNamespace === 'string'
  )
}

function holderText(lockPath: string): string {
  try {
    const file = fs.openSync(lockPath, 'r')
    try {
      const holder = readHolder(file)
      if (holder === undefined) return 'another process'
      return holder.pid === process.pid ? 'another node of this process' : `process ${holder.pid}`
    } finally {
      fs.closeSync(file)
    }
  } catch {
    return 'another process'
  }
}

function lockedError(lockPath: string, holder: string): DiskError {
  const detail = `${holder} is using this directory. Stop it, or give this node a directory of its own.`
  return new DiskError('DISK_LOCKED', 'lock', lockPath, detail)
}

/** The file stays, empty, as Kafka leaves it. The name goes back last: the next holder finds it clean. */
async function release(socket: net.Server | undefined, lockPath: string): Promise<void> {
  try {
    fs.truncateSync(lockPath, 0)
  } catch (error) {
    // A directory that was deleted or unmounted has nothing left to release.
    if (!(error instanceof Error)) throw error
  }
  await closeSocket(socket)
}

async function closeSocket(socket: net.Server | undefined): Promise<void> {
  if (socket === undefined || !socket.listening) return
  await new Promise<void>((resolve) => {
    socket.close(() => resolve())
  })
}
