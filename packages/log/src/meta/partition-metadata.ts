import { type Disk, type Uuid, uuid, ZERO_UUID } from '@samsa/base'
import { LogFileFormatError } from '../errors.ts'
import { readTextFile, renameOver } from '../files/atomic-file.ts'
import { PARTITION_METADATA_FILE } from '../files/names.ts'

/** `partition.metadata`: the topic id of a partition's directory. No newline at its end, as Kafka. */
const PARTITION_METADATA_BYTES_MAX = 4096

export function formatPartitionMetadata(topicId: Uuid): string {
  return `version: 0\ntopic_id: ${topicId}`
}

/** Throws `LogFileFormatError`. */
export function parsePartitionMetadata(text: string, path: string): Uuid {
  const match = /^version: (\d+)\r?\ntopic_id: (\S+)\s*$/.exec(text)
  if (match === null) throw new LogFileFormatError(path, 'it is not version and topic_id')
  if (match[1] !== '0') throw new LogFileFormatError(path, `version ${match[1]} is unknown`)
  const id = match[2]!
  if (Buffer.from(id, 'base64url').length !== 16 || id === ZERO_UUID) {
    throw new LogFileFormatError(path, `topic_id is ${JSON.stringify(id)}`)
  }
  return uuid(id)
}

/** Undefined when the file does not exist. */
export async function readPartitionMetadata(
  disk: Disk,
  directory: string,
): Promise<Uuid | undefined> {
  const path = `${directory}/${PARTITION_METADATA_FILE}`
  const text = await readTextFile(disk, path, PARTITION_METADATA_BYTES_MAX)
  return text === undefined ? undefined : parsePartitionMetadata(text, path)
}

/**
 * Written and synced under a temporary name, then renamed. The name is the caller's to sync: a
 * directory that lost the file in a crash is given its id again by who asks for the partition.
 */
export async function writePartitionMetadata(
  disk: Disk,
  directory: string,
  topicId: Uuid,
): Promise<void> {
  const content = Buffer.from(formatPartitionMetadata(topicId))
  await renameOver(disk, directory, PARTITION_METADATA_FILE, content)
}
