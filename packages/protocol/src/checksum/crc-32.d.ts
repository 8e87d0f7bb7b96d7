/** The package types its CRC-32 only; this is its CRC-32C. */
declare module 'crc-32/crc32c.js' {
  const crc32c: {
    /** CRC-32C as a signed number; `seed` is an earlier result. */
    buf(bytes: Uint8Array, seed?: number): number
  }
  export default crc32c
}
