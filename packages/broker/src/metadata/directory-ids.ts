import { type Uuid, uuid, ZERO_UUID } from '@samsa/base'
import type { BrokerRegistrationImage } from './image.ts'

/** Reserved ids of replicas' directories (KIP-858). */
export const MIGRATING_DIRECTORY: Uuid = ZERO_UUID
/** The broker has not said yet where it put the replica. */
export const UNASSIGNED_DIRECTORY: Uuid = uuid('AAAAAAAAAAAAAAAAAAAAAQ')
/** Some directory of the broker that is not online. */
export const LOST_DIRECTORY: Uuid = uuid('AAAAAAAAAAAAAAAAAAAAAg')

/** Where a new replica on the broker goes: its only directory, or one that it will choose itself. */
export function directoryForNewReplica(broker: BrokerRegistrationImage | undefined): Uuid {
  if (broker === undefined) return UNASSIGNED_DIRECTORY
  if (broker.directories.length === 0) return MIGRATING_DIRECTORY
  return broker.directories.length === 1 ? broker.directories[0]! : UNASSIGNED_DIRECTORY
}

/** False when the broker has lost the directory. */
export function isDirectoryOnline(broker: BrokerRegistrationImage, directory: Uuid): boolean {
  if (directory === UNASSIGNED_DIRECTORY || directory === MIGRATING_DIRECTORY) return true
  if (directory === LOST_DIRECTORY) return false
  return broker.directories.length === 0 || broker.directories.includes(directory)
}

/** False when every directory of the broker is cordoned: it gets no new replicas (KIP-1066). */
export function hasUncordonedDirectory(broker: BrokerRegistrationImage): boolean {
  return (
    broker.directories.length === 0 ||
    broker.directories.some((directory) => !broker.cordonedDirectories.includes(directory))
  )
}
