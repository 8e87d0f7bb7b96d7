import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareUpdateValue {
  snapshotEpoch: number
  leaderEpoch: number
  startOffset: number
  deliveryCompleteCount: number
  stateBatches: ShareUpdateValueStateBatch[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareUpdateValueStateBatch {
  firstOffset: number
  lastOffset: number
  deliveryState: number
  deliveryCount: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareUpdateValue(init: Partial<ShareUpdateValue> = {}): ShareUpdateValue {
  return {
    snapshotEpoch: init.snapshotEpoch ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    startOffset: init.startOffset ?? 0,
    deliveryCompleteCount: init.deliveryCompleteCount ?? -1,
    stateBatches: init.stateBatches ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareUpdateValueStateBatch(
  init: Partial<ShareUpdateValueStateBatch> = {},
): ShareUpdateValueStateBatch {
  return {
    firstOffset: init.firstOffset ?? 0,
    lastOffset: init.lastOffset ?? 0,
    deliveryState: init.deliveryState ?? 0,
    deliveryCount: init.deliveryCount ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareUpdateValue(reader: Reader, version: number): ShareUpdateValue {
  const snapshotEpoch = reader.int32()
  const leaderEpoch = reader.int32()
  const startOffset = reader.int64()
  const stateBatchesCount = reader.compactArray(20)
  const stateBatches = decodeShareUpdateValueStateBatchArray(reader, version, stateBatchesCount)

  const message: ShareUpdateValue = {
    snapshotEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount: -1,
    stateBatches,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeShareUpdateValueTags(reader, message, version, tags)
  return message
}

function decodeShareUpdateValueTags(
  reader: Reader,
  message: ShareUpdateValue,
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

function decodeShareUpdateValueStateBatch(
  reader: Reader,
  _version: number,
): ShareUpdateValueStateBatch {
  const firstOffset = reader.int64()
  const lastOffset = reader.int64()
  const deliveryState = reader.int8()
  const deliveryCount = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { firstOffset, lastOffset, deliveryState, deliveryCount, unknownTaggedFields }
}

function decodeShareUpdateValueStateBatchArray(
  reader: Reader,
  version: number,
  count: number,
): ShareUpdateValueStateBatch[] {
  reader.structs(count)
  const items = new Array<ShareUpdateValueStateBatch>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareUpdateValueStateBatch(reader, version)
  return items
}

function encodeShareUpdateValue(writer: Writer, message: ShareUpdateValue, version: number): void {
  writer.int32(message.snapshotEpoch)
  writer.int32(message.leaderEpoch)
  writer.int64(message.startOffset)

  writer.compactArray(message.stateBatches.length)
  encodeShareUpdateValueStateBatchArray(writer, message.stateBatches, version)
  encodeShareUpdateValueTags(writer, message, version)
}

function encodeShareUpdateValueTags(
  writer: Writer,
  message: ShareUpdateValue,
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

function encodeShareUpdateValueStateBatch(
  writer: Writer,
  message: ShareUpdateValueStateBatch,
  _version: number,
): void {
  writer.int64(message.firstOffset)
  writer.int64(message.lastOffset)
  writer.int8(message.deliveryState)
  writer.int16(message.deliveryCount)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareUpdateValueStateBatchArray(
  writer: Writer,
  items: readonly ShareUpdateValueStateBatch[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareUpdateValueStateBatch(writer, items[index]!, version)
}

export const shareUpdateValueSchema: RecordSchema<ShareUpdateValue> = {
  name: 'ShareUpdateValue',
  type: 1,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('ShareUpdateValue', version, '0')
      return decodeShareUpdateValue(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('ShareUpdateValue', version, '0')
      encodeShareUpdateValue(writer, message, version)
    },
  },
}
