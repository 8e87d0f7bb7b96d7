import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ProducerSnapshot {
  crc: number
  producerEntries: ProducerSnapshotProducerEntry[]
}

export interface ProducerSnapshotProducerEntry {
  producerId: number
  epoch: number
  lastSequence: number
  lastOffset: number
  offsetDelta: number
  timestamp: bigint
  coordinatorEpoch: number
  currentTxnFirstOffset: number
}

export function producerSnapshot(init: Partial<ProducerSnapshot> = {}): ProducerSnapshot {
  return { crc: init.crc ?? 0, producerEntries: init.producerEntries ?? [] }
}

export function producerSnapshotProducerEntry(
  init: Partial<ProducerSnapshotProducerEntry> = {},
): ProducerSnapshotProducerEntry {
  return {
    producerId: init.producerId ?? 0,
    epoch: init.epoch ?? 0,
    lastSequence: init.lastSequence ?? 0,
    lastOffset: init.lastOffset ?? 0,
    offsetDelta: init.offsetDelta ?? 0,
    timestamp: init.timestamp ?? 0n,
    coordinatorEpoch: init.coordinatorEpoch ?? 0,
    currentTxnFirstOffset: init.currentTxnFirstOffset ?? 0,
  }
}

function decodeProducerSnapshot(reader: Reader, version: number): ProducerSnapshot {
  const crc = reader.uint32()
  const producerEntriesCount = reader.array(46)
  const producerEntries = decodeProducerSnapshotProducerEntryArray(
    reader,
    version,
    producerEntriesCount,
  )

  return { crc, producerEntries }
}

function decodeProducerSnapshotProducerEntry(
  reader: Reader,
  _version: number,
): ProducerSnapshotProducerEntry {
  const producerId = reader.int64()
  const epoch = reader.int16()
  const lastSequence = reader.int32()
  const lastOffset = reader.int64()
  const offsetDelta = reader.int32()
  const timestamp = reader.int64Wide()
  const coordinatorEpoch = reader.int32()
  const currentTxnFirstOffset = reader.int64()

  return {
    producerId,
    epoch,
    lastSequence,
    lastOffset,
    offsetDelta,
    timestamp,
    coordinatorEpoch,
    currentTxnFirstOffset,
  }
}

function decodeProducerSnapshotProducerEntryArray(
  reader: Reader,
  version: number,
  count: number,
): ProducerSnapshotProducerEntry[] {
  reader.structs(count)
  const items = new Array<ProducerSnapshotProducerEntry>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeProducerSnapshotProducerEntry(reader, version)
  return items
}

function encodeProducerSnapshot(writer: Writer, message: ProducerSnapshot, version: number): void {
  writer.uint32(message.crc)
  writer.array(message.producerEntries.length)
  encodeProducerSnapshotProducerEntryArray(writer, message.producerEntries, version)
}

function encodeProducerSnapshotProducerEntry(
  writer: Writer,
  message: ProducerSnapshotProducerEntry,
  _version: number,
): void {
  writer.int64(message.producerId)
  writer.int16(message.epoch)
  writer.int32(message.lastSequence)
  writer.int64(message.lastOffset)
  writer.int32(message.offsetDelta)
  writer.int64Wide(message.timestamp)
  writer.int32(message.coordinatorEpoch)
  writer.int64(message.currentTxnFirstOffset)
}

function encodeProducerSnapshotProducerEntryArray(
  writer: Writer,
  items: readonly ProducerSnapshotProducerEntry[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeProducerSnapshotProducerEntry(writer, items[index]!, version)
}

export const producerSnapshotSchema: RecordSchema<ProducerSnapshot> = {
  name: 'ProducerSnapshot',
  type: null,
  versionMin: 1,
  versionMax: 1,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 1)) throwVersionUndecodable('ProducerSnapshot', version, '1')
      return decodeProducerSnapshot(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 1)) throwVersionUnencodable('ProducerSnapshot', version, '1')
      encodeProducerSnapshot(writer, message, version)
    },
  },
}
