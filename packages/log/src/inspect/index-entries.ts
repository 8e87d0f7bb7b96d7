import { readInt32, readInt64 } from '../bytes.ts'

const OFFSET_ENTRY_BYTES = 8
const TIME_ENTRY_BYTES = 12

export interface OffsetIndexEntry {
  readonly offset: number
  readonly position: number
}

export interface TimeIndexEntry {
  readonly timestamp: number
  readonly offset: number
}

/**
 * Entries of a whole `.index` file. Those of a segment that was still being written are followed by
 * zeros (Kafka allocates the file in advance); the first entry that does not rise ends the list.
 */
export function offsetIndexEntries(bytes: Uint8Array, baseOffset: number): OffsetIndexEntry[] {
  const entries: OffsetIndexEntry[] = []
  let lastPosition = 0
  for (let at = 0; at + OFFSET_ENTRY_BYTES <= bytes.length; at += OFFSET_ENTRY_BYTES) {
    const position = readInt32(bytes, at + 4)
    if (position <= lastPosition) break
    entries.push({ offset: baseOffset + readInt32(bytes, at), position })
    lastPosition = position
  }
  return entries
}

/** Entries of a whole `.timeindex` file; see `offsetIndexEntries`. */
export function timeIndexEntries(bytes: Uint8Array, baseOffset: number): TimeIndexEntry[] {
  const entries: TimeIndexEntry[] = []
  let lastTimestamp = -1
  for (let at = 0; at + TIME_ENTRY_BYTES <= bytes.length; at += TIME_ENTRY_BYTES) {
    const timestamp = readInt64(bytes, at)
    if (timestamp <= lastTimestamp) break
    if (timestamp === 0 && entries.length === 0 && isZero(bytes)) break
    entries.push({ timestamp, offset: baseOffset + readInt32(bytes, at + 8) })
    lastTimestamp = timestamp
  }
  return entries
}

/** A file that was allocated and never written; one true entry of time 0 at offset 0 is 12 bytes. */
function isZero(bytes: Uint8Array): boolean {
  return bytes.length > TIME_ENTRY_BYTES && bytes.every((byte) => byte === 0)
}
