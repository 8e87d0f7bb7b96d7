import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareSnapshotValue {
  snapshotEpoch: number
  stateEpoch: number
  leaderEpoch: number
  startOffset: number
  deliveryCompleteCount: number
  createTimestamp: number
  writeTimestamp: number
  stateBatches: ShareSnapshotValueStateBatch[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareSnapshotValueStateBatch {
  firstOffset: number
  lastOffset: number
  deliveryState: number
  deliveryCount: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareSnapshotValue(init: Partial<ShareSnapshotValue> = {}): ShareSnapshotValue {
  return {
    snapshotEpoch: init.snapshotEpoch ?? 0,
    stateEpoch: init.stateEpoch ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    startOffset: init.startOffset ?? 0,
    deliveryCompleteCount: init.deliveryCompleteCount ?? -1,
    createTimestamp: init.createTimestamp ?? 0,
    writeTimestamp: init.writeTimestamp ?? 0,
    stateBatches: init.stateBatches ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareSnapshotValueStateBatch(
  init: Partial<ShareSnapshotValueStateBatch> = {},
): ShareSnapshotValueStateBatch {
  return {
    firstOffset: init.firstOffset ?? 0,
    lastOffset: init.lastOffset ?? 0,
    deliveryState: init.deliveryState ?? 0,
    deliveryCount: init.deliveryCount ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareSnapshotValue(reader: Reader, version: number): ShareSnapshotValue {
  const snapshotEpoch = reader.int32()
  const stateEpoch = reader.int32()
  const leaderEpoch = reader.int32()
  const startOffset = reader.int64()
  const createTimestamp = reader.int64()
  const writeTimestamp = reader.int64()
  const stateBatchesCount = reader.compactArray(20)
  const stateBatches = decodeShareSnapshotValueStateBatchArray(reader, version, stateBatchesCount)

  const message: ShareSnapshotValue = {
    snapshotEpoch,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount: -1,
    createTimestamp,
    writeTimestamp,
    stateBatches,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeShareSnapshotValueTags(reader, message, version, tags)
  return message
}

function decodeShareSnapshotValueTags(
  reader: Reader,
  message: ShareSnapshotValue,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const deliveryCompleteCount = reader.int32()
      message.deliveryCompleteCount = deliveryCompleteCount
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeShareSnapshotValueStateBatch(
  reader: Reader,
  _version: number,
): ShareSnapshotValueStateBatch {
  const firstOffset = reader.int64()
  const lastOffset = reader.int64()
  const deliveryState = reader.int8()
  const deliveryCount = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { firstOffset, lastOffset, deliveryState, deliveryCount, unknownTaggedFields }
}

function decodeShareSnapshotValueStateBatchArray(
  reader: Reader,
  version: number,
  count: number,
): ShareSnapshotValueStateBatch[] {
  reader.structs(count)
  const items = new Array<ShareSnapshotValueStateBatch>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareSnapshotValueStateBatch(reader, version)
  return items
}

function encodeShareSnapshotValue(
  writer: Writer,
  message: ShareSnapshotValue,
  version: number,
): void {
  writer.int32(message.snapshotEpoch)
  writer.int32(message.stateEpoch)
  writer.int32(message.leaderEpoch)
  writer.int64(message.startOffset)

  writer.int64(message.createTimestamp)
  writer.int64(message.writeTimestamp)
  writer.compactArray(message.stateBatches.length)
  encodeShareSnapshotValueStateBatchArray(writer, message.stateBatches, version)
  encodeShareSnapshotValueTags(writer, message, version)
}

function encodeShareSnapshotValueTags(
  writer: Writer,
  message: ShareSnapshotValue,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const deliveryCompleteCountSet = message.deliveryCompleteCount !== -1
  if (!deliveryCompleteCountSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (deliveryCompleteCountSet) count++
  writer.uvarint(count)
  let next = 0
  if (deliveryCompleteCountSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.int32(message.deliveryCompleteCount)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeShareSnapshotValueStateBatch(
  writer: Writer,
  message: ShareSnapshotValueStateBatch,
  _version: number,
): void {
  writer.int64(message.firstOffset)
  writer.int64(message.lastOffset)
  writer.int8(message.deliveryState)
  writer.int16(message.deliveryCount)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareSnapshotValueStateBatchArray(
  writer: Writer,
  items: readonly ShareSnapshotValueStateBatch[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareSnapshotValueStateBatch(writer, items[index]!, version)
}

export const shareSnapshotValueSchema: RecordSchema<ShareSnapshotValue> = {
  name: 'ShareSnapshotValue',
  type: 0,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ShareSnapshotValue', version, '0')
      return decodeShareSnapshotValue(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ShareSnapshotValue', version, '0')
      encodeShareSnapshotValue(writer, message, version)
    },
  },
}
