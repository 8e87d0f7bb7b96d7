/**
 * A piece of borrowed memory. It is born with one owner; `retain` adds one, `release` drops one, and
 * the last drop gives the bytes back. Release only in a socket-write or disk completion, or where the
 * bytes were never handed on.
 */
export interface Lease {
  readonly bytes: Uint8Array
  retain(): void
  /** Asserts when nobody owns the lease any more. */
  release(): void
}

/** Where leases come from. `leasedBytes` is 0 when nothing is in flight: every test checks that. */
export interface MemoryPool {
  readonly leasedBytes: number
  lease(sizeBytes: number): Lease
}
