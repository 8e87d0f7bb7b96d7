import { DiskError, type DiskFailure } from './disk.ts'
import { NetError, type NetFailure } from './net.ts'

const diskFailures: ReadonlyMap<string, DiskFailure> = new Map<string, DiskFailure>([
  ['ENOENT', 'DISK_NOT_FOUND'],
  ['ENOTDIR', 'DISK_NOT_FOUND'],
  ['EEXIST', 'DISK_EXISTS'],
  ['ENOTEMPTY', 'DISK_EXISTS'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EMFILE', 'DISK_TOO_MANY_FILES'],
  ['ENFILE', 'DISK_TOO_MANY_FILES'],
  ['EACCES', 'DISK_PERMISSION'],
  ['EPERM', 'DISK_PERMISSION'],
  ['EROFS', 'DISK_PERMISSION'],
  ['EFBIG', 'DISK_TOO_LARGE'],
])

const netFailures: ReadonlyMap<string, NetFailure> = new Map<string, NetFailure>([
  ['EADDRINUSE', 'NET_ADDRESS_IN_USE'],
  ['EADDRNOTAVAIL', 'NET_ADDRESS_NOT_AVAILABLE'],
  ['ECONNREFUSED', 'NET_REFUSED'],
  ['ECONNRESET', 'NET_RESET'],
  ['EPIPE', 'NET_RESET'],
  ['ECONNABORTED', 'NET_RESET'],
  ['ETIMEDOUT', 'NET_TIMED_OUT'],
  ['EHOSTUNREACH', 'NET_UNREACHABLE'],
  ['ENETUNREACH', 'NET_UNREACHABLE'],
  ['ENETDOWN', 'NET_UNREACHABLE'],
  ['EHOSTDOWN', 'NET_UNREACHABLE'],
  ['ENOTFOUND', 'NET_UNREACHABLE'],
  ['EAI_AGAIN', 'NET_UNREACHABLE'],
  ['EACCES', 'NET_PERMISSION'],
  ['EPERM', 'NET_PERMISSION'],
  ['ECANCELED', 'NET_CLOSED'],
  ['ERR_SOCKET_CLOSED', 'NET_CLOSED'],
  ['ERR_STREAM_DESTROYED', 'NET_CLOSED'],
])

/** What the system calls a failure, in the door's words. */
export function diskError(error: Error, operation: string, path: string): DiskError {
  const errno = errnoOf(error)
  const code = diskFailures.get(errno) ?? 'DISK_IO'
  return new DiskError(code, operation, path, error.message, { cause: error })
}

/** `what` says which connection or address, for the message. */
export function netError(error: Error, what: string): NetError {
  const cause = lastOf(error)
  const code = netFailures.get(errnoOf(cause)) ?? 'NET_IO'
  return new NetError(code, `${what}: ${cause.message}`, { cause: error })
}

/** A connect to a name with several addresses fails with one error for each: the last one tells. */
function lastOf(error: Error): Error {
  if (!(error instanceof AggregateError)) return error
  const last: unknown = error.errors.at(-1)
  return last instanceof Error ? last : error
}

function errnoOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
