import { type Disk, type Offset, offset, partitionName } from '@samsa/base'
import { isNotFound, replaceFile } from '../files/atomic-file.ts'
import {
  checkpointFields,
  checkpointInteger,
  formatCheckpoint,
  parseCheckpoint,
} from './checkpoint-text.ts'

/** `topic partition offset` of one partition. */
export interface OffsetCheckpointEntry {
  readonly topic: string
  readonly partition: number
  readonly offset: Offset
}

/** 100,000 partitions with the longest names and offsets. */
const CHECKPOINT_BYTES_MAX = 33_554_432

/** Offsets by `topic-partition`. */
export type OffsetsByPartition = ReadonlyMap<string, Offset>

export function formatOffsetCheckpoint(entries: Iterable<OffsetCheckpointEntry>): Uint8Array {
  const lines: string[] = []
  for (const entry of entries) lines.push(`${entry.topic} ${entry.partition} ${entry.offset}`)
  return formatCheckpoint(lines)
}

/** Throws `LogFileFormatError`. */
export function parseOffsetCheckpoint(text: string, path: string): OffsetsByPartition {
  const offsets = new Map<string, Offset>()
  for (const line of parseCheckpoint(text, path)) {
    const [topic, partition, value] = checkpointFields(line, 3, path)
    const name = partitionName(topic!, checkpointInteger(partition!, path))
    offsets.set(name, offset(checkpointInteger(value!, path)))
  }
  return offsets
}

/** Empty when the file does not exist. Throws `LogFileFormatError` or `DiskError`. */
export async function readOffsetCheckpoint(
  disk: Disk,
  directory: string,
  name: string,
): Promise<OffsetsByPartition> {
  const path = `${directory}/${name}`
  try {
    const bytes = await disk.readFile(path, CHECKPOINT_BYTES_MAX)
    return parseOffsetCheckpoint(Buffer.from(bytes).toString('utf8'), path)
  } catch (error) {
    if (isNotFound(error)) return new Map()
    throw error
  }
}

/** Replaced as a whole, and on the platter when it resolves. */
export function writeOffsetCheckpoint(
  disk: Disk,
  directory: string,
  name: string,
  entries: Iterable<OffsetCheckpointEntry>,
): Promise<void> {
  return replaceFile(disk, directory, name, formatOffsetCheckpoint(entries))
}
