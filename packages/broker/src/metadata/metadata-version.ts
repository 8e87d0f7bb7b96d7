/**
 * What `metadata.version` decides. Levels 7 (3.3-IV3) to 30 (4.3-IV0) are read and written; each level
 * keeps what the lower ones brought. Kafka's MetadataVersion.
 */
export const METADATA_VERSION_MIN = 7
export const METADATA_VERSION_MAX = 30

/** First levels with something new; those between them changed requests only. */
const INTER_BROKER_MIGRATION = 8
const NO_EPOCH_BUMP_ON_ISR_SHRINK = 12
const METADATA_TRANSACTIONS = 13
const CONTROLLER_REGISTRATION = 15
const DIRECTORY_ASSIGNMENT = 17
const ELIGIBLE_LEADER_REPLICAS = 23
const CORDONED_DIRECTORIES = 30

/** `3.3-IV3` and so on, as tools take and print them; the first is level 7. */
const releases: readonly string[] = [
  '3.3-IV3',
  '3.4-IV0',
  '3.5-IV0',
  '3.5-IV1',
  '3.5-IV2',
  '3.6-IV0',
  '3.6-IV1',
  '3.6-IV2',
  '3.7-IV0',
  '3.7-IV1',
  '3.7-IV2',
  '3.7-IV3',
  '3.7-IV4',
  '3.8-IV0',
  '3.9-IV0',
  '4.0-IV0',
  '4.0-IV1',
  '4.0-IV2',
  '4.0-IV3',
  '4.1-IV0',
  '4.1-IV1',
  '4.2-IV0',
  '4.2-IV1',
  '4.3-IV0',
]

/** `4.3-IV0` of 30; undefined for a level that this release does not know. */
export function metadataVersionName(level: number): string | undefined {
  return releases[level - METADATA_VERSION_MIN]
}

/** 30 of `4.3-IV0`, or of `4.3` (the newest level of that release); undefined when unknown. */
export function metadataVersionOf(name: string): number | undefined {
  const index = releases.findLastIndex((release) => release === name || isOf(release, name))
  return index < 0 ? undefined : METADATA_VERSION_MIN + index
}

function isOf(release: string, name: string): boolean {
  return release.startsWith(`${name}-`) || release.startsWith(`${name.replace(/\.\d+$/, '')}-`)
}

export const hasMetadataTransactions = (level: number): boolean => level >= METADATA_TRANSACTIONS
export const hasControllerRegistration = (level: number): boolean =>
  level >= CONTROLLER_REGISTRATION
export const hasDirectoryAssignment = (level: number): boolean => level >= DIRECTORY_ASSIGNMENT
export const hasCordonedDirectories = (level: number): boolean => level >= CORDONED_DIRECTORIES
/** KAFKA-15021: brokers of those levels miss an ISR that shrinks within one leader epoch. */
export const bumpsLeaderEpochOnIsrShrink = (level: number): boolean =>
  level < NO_EPOCH_BUMP_ON_ISR_SHRINK

/** Version that a RegisterBrokerRecord is written in. */
export function registerBrokerRecordVersion(level: number): number {
  if (level >= CORDONED_DIRECTORIES) return 4
  if (level >= DIRECTORY_ASSIGNMENT) return 3
  return level >= INTER_BROKER_MIGRATION ? 2 : 1
}

/** Version that PartitionRecord and PartitionChangeRecord are written in. */
export function partitionRecordVersion(level: number): number {
  if (level >= ELIGIBLE_LEADER_REPLICAS) return 2
  return level >= DIRECTORY_ASSIGNMENT ? 1 : 0
}
