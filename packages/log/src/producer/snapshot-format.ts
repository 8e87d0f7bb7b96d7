import { offset, producerId } from '@samsa/base'
import {
  type Checksum,
  type ProducerSnapshotProducerEntry,
  producerSnapshotSchema,
  Reader,
  Writer,
} from '@samsa/protocol'
import { readInt16, readUint32, writeInt32 } from '../bytes.ts'
import { LogFileFormatError } from '../errors.ts'
import { ProducerBatch, ProducerEntry } from './producer-entry.ts'

/** `<offset>.snapshot`: version int16, CRC-32C of the rest, the entries. */
const SNAPSHOT_VERSION = 1
const CRC_OFFSET = 2
const ENTRIES_OFFSET = 6

const INT64_MAX = 9_223_372_036_854_775_807n

export function encodeProducerSnapshot(
  producers: Iterable<ProducerEntry>,
  checksum: Checksum,
): Uint8Array {
  const producerEntries: ProducerSnapshotProducerEntry[] = []
  for (const entry of producers) {
    producerEntries.push({
      producerId: entry.producerId,
      epoch: entry.producerEpoch,
      lastSequence: entry.lastSequence,
      lastOffset: entry.lastOffset,
      offsetDelta: entry.lastOffsetDelta,
      timestamp: int64Of(entry.lastTimestamp),
      coordinatorEpoch: entry.coordinatorEpoch,
      currentTxnFirstOffset: entry.currentTransactionFirstOffset,
    })
  }
  const writer = new Writer()
  writer.int16(SNAPSHOT_VERSION)
  producerSnapshotSchema.codec.encode(writer, { crc: 0, producerEntries }, SNAPSHOT_VERSION)
  const bytes = writer.finishBytes()
  writeInt32(bytes, CRC_OFFSET, checksum.crc32c(bytes, ENTRIES_OFFSET, bytes.length))
  return bytes
}

/** Throws `LogFileFormatError` when version, CRC or structure do not hold. */
export function decodeProducerSnapshot(
  bytes: Uint8Array,
  checksum: Checksum,
  path: string,
): ProducerEntry[] {
  if (bytes.length < ENTRIES_OFFSET) throw new LogFileFormatError(path, 'it is cut short')
  const version = readInt16(bytes, 0)
  if (version !== SNAPSHOT_VERSION) {
    throw new LogFileFormatError(path, `version ${version} is unknown`)
  }
  if (readUint32(bytes, CRC_OFFSET) !== checksum.crc32c(bytes, ENTRIES_OFFSET, bytes.length)) {
    throw new LogFileFormatError(path, 'its CRC is wrong')
  }
  try {
    const reader = new Reader(bytes, { position: CRC_OFFSET })
    const snapshot = producerSnapshotSchema.codec.decode(reader, SNAPSHOT_VERSION)
    return snapshot.producerEntries.map(entryOf)
  } catch (error) {
    throw new LogFileFormatError(path, (error as Error).message)
  }
}

/** Only the last batch of each producer is stored; the earlier ones are forgotten with a restart. */
function entryOf(stored: ProducerSnapshotProducerEntry): ProducerEntry {
  const entry = new ProducerEntry(producerId(stored.producerId))
  const timestamp = Number(stored.timestamp)
  entry.producerEpoch = stored.epoch
  entry.coordinatorEpoch = stored.coordinatorEpoch
  entry.lastTimestamp = timestamp
  entry.currentTransactionFirstOffset = offset(Math.max(-1, stored.currentTxnFirstOffset))
  if (stored.lastOffset >= 0) {
    const { lastSequence, lastOffset, offsetDelta } = stored
    entry.addBatch(new ProducerBatch(lastSequence, offset(lastOffset), offsetDelta, timestamp))
  }
  return entry
}

function int64Of(value: number): bigint {
  const wide = BigInt(Math.trunc(value))
  return wide > INT64_MAX ? INT64_MAX : wide
}
