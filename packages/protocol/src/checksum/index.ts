export {
  createChecksum,
  NATIVE_CRC_BYTES_MIN,
  type Checksum,
  type ChecksumOptions,
  type NativeCrc32c,
} from './checksum.ts'
export { murmur2, partitionForKey } from './murmur2.ts'
export { javaHash, partitionForGroup, shareCoordinatorKey } from './java-hash.ts'
export { xxh32, Xxh32 } from './xxh32.ts'
export { xxh3 } from './xxh3.ts'
export { topicHash, groupMetadataHash, type HashedTopic } from './topic-hash.ts'
