import crc32cOfPackage from 'crc-32/crc32c.js'

/** CRC-32C (Castagnoli), the checksum of record batches, snapshots and some files of Kafka. */
export interface Checksum {
  /**
   * CRC-32C of `bytes[start, end)` as an unsigned 32-bit number. `seed` is the result for the bytes
   * before, so that pieces can be summed one after the other.
   */
  crc32c(bytes: Uint8Array, start: number, end: number, seed?: number): number
}

/** A native CRC-32C, as `@node-rs/crc32` exports it. */
export type NativeCrc32c = (bytes: Uint8Array, seed?: number) => number

export interface ChecksumOptions {
  /** Used for longer inputs; the caller loads it, since loading is I/O. */
  readonly native?: NativeCrc32c | undefined
}

/**
 * From this length on a native call costs less than JavaScript: the call itself takes as long as
 * some 350 bytes do (docs/adr/0002-checksums.md).
 */
export const NATIVE_CRC_BYTES_MIN = 384

/** Works everywhere: the package `crc-32` in JavaScript, the native one for long inputs if given. */
export function createChecksum(options: ChecksumOptions = {}): Checksum {
  const native = options.native
  return native === undefined ? new PortableChecksum() : new NativeChecksum(native)
}

class PortableChecksum implements Checksum {
  crc32c(bytes: Uint8Array, start: number, end: number, seed: number = 0): number {
    return crc32cOfPackage.buf(bytes.subarray(start, end), seed) >>> 0
  }
}

class NativeChecksum implements Checksum {
  readonly #native: NativeCrc32c

  constructor(native: NativeCrc32c) {
    this.#native = native
  }

  crc32c(bytes: Uint8Array, start: number, end: number, seed: number = 0): number {
    const view = bytes.subarray(start, end)
    return end - start < NATIVE_CRC_BYTES_MIN
      ? crc32cOfPackage.buf(view, seed) >>> 0
      : this.#native(view, seed)
  }
}
