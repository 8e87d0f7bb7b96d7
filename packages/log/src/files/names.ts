import type { Uuid } from '@samsa/base'

export const LOG_SUFFIX = '.log'
export const INDEX_SUFFIX = '.index'
export const TIME_INDEX_SUFFIX = '.timeindex'
export const TRANSACTION_INDEX_SUFFIX = '.txnindex'
export const SNAPSHOT_SUFFIX = '.snapshot'
/** Renamed to be removed a little later. */
export const DELETED_SUFFIX = '.deleted'
/** Output of compaction before it is complete, and after it until the inputs are gone. */
export const CLEANED_SUFFIX = '.cleaned'
export const SWAP_SUFFIX = '.swap'

export const LEADER_EPOCH_FILE = 'leader-epoch-checkpoint'
export const PARTITION_METADATA_FILE = 'partition.metadata'
export const META_PROPERTIES_FILE = 'meta.properties'
export const CLEAN_SHUTDOWN_FILE = '.kafka_cleanshutdown'
export const RECOVERY_POINT_FILE = 'recovery-point-offset-checkpoint'
export const LOG_START_OFFSET_FILE = 'log-start-offset-checkpoint'
export const HIGH_WATERMARK_FILE = 'replication-offset-checkpoint'

/** Directory suffixes: deleted topic, replica being moved here, replica that metadata does not know. */
export const DELETE_DIRECTORY_SUFFIX = '-delete'
export const FUTURE_DIRECTORY_SUFFIX = '-future'
export const STRAY_DIRECTORY_SUFFIX = '-stray'

/** `.log` and what belongs to the same segment, `.log` first. */
export const SEGMENT_SUFFIXES: readonly string[] = [
  LOG_SUFFIX,
  INDEX_SUFFIX,
  TIME_INDEX_SUFFIX,
  TRANSACTION_INDEX_SUFFIX,
]

const DIRECTORY_NAME_MAX = 255

/** An offset as file names have it: 20 digits. */
export function offsetFileName(offset: number, suffix: string): string {
  return String(offset).padStart(20, '0') + suffix
}

/** The offset of a name made by `offsetFileName` with this very suffix; −1 for any other name. */
export function offsetOfFileName(name: string, suffix: string): number {
  if (!name.endsWith(suffix)) return -1
  const digits = name.slice(0, name.length - suffix.length)
  if (!/^\d{20}$/.test(digits)) return -1
  const offset = Number(digits)
  return Number.isSafeInteger(offset) ? offset : -1
}

/** Topic and partition of a directory name; undefined when it is no partition's. */
export function partitionOfDirectoryName(
  name: string,
): { readonly topic: string; readonly partition: number } | undefined {
  const match = /^(.+)-(\d{1,10})$/.exec(name)
  if (match === null) return undefined
  const partition = Number(match[2])
  if (partition > 0x7fffffff || String(partition) !== match[2]) return undefined
  return { topic: match[1]!, partition }
}

/**
 * What a partition's directory is renamed to before it is removed: `topic-0.<32 hex digits>-delete`,
 * the topic cut so that the name has at most 255 characters.
 */
export function deletedDirectoryName(topic: string, partition: number, id: Uuid): string {
  const hex = Buffer.from(id, 'base64url').toString('hex')
  const suffix = `-${partition}.${hex}${DELETE_DIRECTORY_SUFFIX}`
  return topic.slice(0, DIRECTORY_NAME_MAX - suffix.length) + suffix
}
