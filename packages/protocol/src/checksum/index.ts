export {
  createChecksum,
  NATIVE_CRC_BYTES_MIN,
  type Checksum,
  type ChecksumOptions,
  type NativeCrc32c,
} from './checksum.ts'
