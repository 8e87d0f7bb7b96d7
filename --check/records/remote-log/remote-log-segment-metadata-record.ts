import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface RemoteLogSegmentMetadataRecord {
  remoteLogSegmentId: RemoteLogSegmentMetadataRecordRemoteLogSegmentId
  startOffset: number
  endOffset: number
  brokerId: number
  maxTimestampMs: bigint
  eventTimestampMs: number
  segmentLeaderEpochs: RemoteLogSegmentMetadataRecordSegmentLeaderEpoch[]
  segmentSizeInBytes: number
  customMetadata: Uint8Array | null
  remoteLogSegmentState: number
  txnIndexEmpty: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface RemoteLogSegmentMetadataRecordSegmentLeaderEpoch {
  leaderEpoch: number
  offset: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface RemoteLogSegmentMetadataRecordRemoteLogSegmentId {
  topicIdPartition: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition
  id: Uuid
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface RemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition {
  name: string
  id: Uuid
  partition: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function remoteLogSegmentMetadataRecord(
  init: Partial<RemoteLogSegmentMetadataRecord> = {},
): RemoteLogSegmentMetadataRecord {
  return {
    remoteLogSegmentId:
      init.remoteLogSegmentId ?? defaultRemoteLogSegmentMetadataRecordRemoteLogSegmentId,
    startOffset: init.startOffset ?? 0,
    endOffset: init.endOffset ?? 0,
    brokerId: init.brokerId ?? 0,
    maxTimestampMs: init.maxTimestampMs ?? 0n,
    eventTimestampMs: init.eventTimestampMs ?? 0,
    segmentLeaderEpochs: init.segmentLeaderEpochs ?? [],
    segmentSizeInBytes: init.segmentSizeInBytes ?? 0,
    customMetadata: init.customMetadata ?? null,
    remoteLogSegmentState: init.remoteLogSegmentState ?? 0,
    txnIndexEmpty: init.txnIndexEmpty ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function remoteLogSegmentMetadataRecordSegmentLeaderEpoch(
  init: Partial<RemoteLogSegmentMetadataRecordSegmentLeaderEpoch> = {},
): RemoteLogSegmentMetadataRecordSegmentLeaderEpoch {
  return {
    leaderEpoch: init.leaderEpoch ?? 0,
    offset: init.offset ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function remoteLogSegmentMetadataRecordRemoteLogSegmentId(
  init: Partial<RemoteLogSegmentMetadataRecordRemoteLogSegmentId> = {},
): RemoteLogSegmentMetadataRecordRemoteLogSegmentId {
  return {
    topicIdPartition:
      init.topicIdPartition ??
      defaultRemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition,
    id: init.id ?? ZERO_UUID,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function remoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition(
  init: Partial<RemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition> = {},
): RemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition {
  return {
    name: init.name ?? '',
    id: init.id ?? ZERO_UUID,
    partition: init.partition ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultRemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition =
  Object.freeze(remoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition())

const defaultRemoteLogSegmentMetadataRecordRemoteLogSegmentId: RemoteLogSegmentMetadataRecordRemoteLogSegmentId =
  Object.freeze(remoteLogSegmentMetadataRecordRemoteLogSegmentId())

function decodeRemoteLogSegmentMetadataRecord(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataRecord {
  const remoteLogSegmentId = decodeRemoteLogSegmentMetadataRecordRemoteLogSegmentId(reader, version)
  const startOffset = reader.int64()
  const endOffset = reader.int64()
  const brokerId = reader.int32()
  const maxTimestampMs = reader.int64Wide()
  const eventTimestampMs = reader.int64()
  const segmentLeaderEpochsCount = reader.compactArray(13)
  const segmentLeaderEpochs = decodeRemoteLogSegmentMetadataRecordSegmentLeaderEpochArray(
    reader,
    version,
    segmentLeaderEpochsCount,
  )
  const segmentSizeInBytes = reader.int32()
  const customMetadata = reader.compactNullableBytes()
  const remoteLogSegmentState = reader.int8()

  const message: RemoteLogSegmentMetadataRecord = {
    remoteLogSegmentId,
    startOffset,
    endOffset,
    brokerId,
    maxTimestampMs,
    eventTimestampMs,
    segmentLeaderEpochs,
    segmentSizeInBytes,
    customMetadata,
    remoteLogSegmentState,
    txnIndexEmpty: false,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeRemoteLogSegmentMetadataRecordTags(reader, message, version, tags)
  return message
}

function decodeRemoteLogSegmentMetadataRecordTags(
  reader: Reader,
  message: RemoteLogSegmentMetadataRecord,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const txnIndexEmpty = reader.bool()
      message.txnIndexEmpty = txnIndexEmpty
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeRemoteLogSegmentMetadataRecordSegmentLeaderEpoch(
  reader: Reader,
  _version: number,
): RemoteLogSegmentMetadataRecordSegmentLeaderEpoch {
  const leaderEpoch = reader.int32()
  const offset = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { leaderEpoch, offset, unknownTaggedFields }
}

function decodeRemoteLogSegmentMetadataRecordSegmentLeaderEpochArray(
  reader: Reader,
  version: number,
  count: number,
): RemoteLogSegmentMetadataRecordSegmentLeaderEpoch[] {
  reader.structs(count)
  const items = new Array<RemoteLogSegmentMetadataRecordSegmentLeaderEpoch>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeRemoteLogSegmentMetadataRecordSegmentLeaderEpoch(reader, version)
  return items
}

function decodeRemoteLogSegmentMetadataRecordRemoteLogSegmentId(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataRecordRemoteLogSegmentId {
  const topicIdPartition = decodeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition(
    reader,
    version,
  )
  const id = reader.uuid()
  const unknownTaggedFields = reader.unknownTags()
  return { topicIdPartition, id, unknownTaggedFields }
}

function decodeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition(
  reader: Reader,
  _version: number,
): RemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition {
  const name = reader.compactString()
  const id = reader.uuid()
  const partition = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { name, id, partition, unknownTaggedFields }
}

function encodeRemoteLogSegmentMetadataRecord(
  writer: Writer,
  message: RemoteLogSegmentMetadataRecord,
  version: number,
): void {
  encodeRemoteLogSegmentMetadataRecordRemoteLogSegmentId(
    writer,
    message.remoteLogSegmentId,
    version,
  )
  writer.int64(message.startOffset)
  writer.int64(message.endOffset)
  writer.int32(message.brokerId)
  writer.int64Wide(message.maxTimestampMs)
  writer.int64(message.eventTimestampMs)
  writer.compactArray(message.segmentLeaderEpochs.length)
  encodeRemoteLogSegmentMetadataRecordSegmentLeaderEpochArray(
    writer,
    message.segmentLeaderEpochs,
    version,
  )
  writer.int32(message.segmentSizeInBytes)
  writer.compactNullableBytes(message.customMetadata)
  writer.int8(message.remoteLogSegmentState)

  encodeRemoteLogSegmentMetadataRecordTags(writer, message, version)
}

function encodeRemoteLogSegmentMetadataRecordTags(
  writer: Writer,
  message: RemoteLogSegmentMetadataRecord,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const txnIndexEmptySet = message.txnIndexEmpty !== false
  if (!txnIndexEmptySet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (txnIndexEmptySet) count++
  writer.uvarint(count)
  let next = 0
  if (txnIndexEmptySet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.bool(message.txnIndexEmpty)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeRemoteLogSegmentMetadataRecordSegmentLeaderEpoch(
  writer: Writer,
  message: RemoteLogSegmentMetadataRecordSegmentLeaderEpoch,
  _version: number,
): void {
  writer.int32(message.leaderEpoch)
  writer.int64(message.offset)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeRemoteLogSegmentMetadataRecordSegmentLeaderEpochArray(
  writer: Writer,
  items: readonly RemoteLogSegmentMetadataRecordSegmentLeaderEpoch[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeRemoteLogSegmentMetadataRecordSegmentLeaderEpoch(writer, items[index]!, version)
}

function encodeRemoteLogSegmentMetadataRecordRemoteLogSegmentId(
  writer: Writer,
  message: RemoteLogSegmentMetadataRecordRemoteLogSegmentId,
  version: number,
): void {
  encodeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition(
    writer,
    message.topicIdPartition,
    version,
  )
  writer.uuid(message.id)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition(
  writer: Writer,
  message: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdTopicIdPartition,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.uuid(message.id)
  writer.int32(message.partition)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const remoteLogSegmentMetadataRecordSchema: RecordSchema<RemoteLogSegmentMetadataRecord> = {
  name: 'RemoteLogSegmentMetadataRecord',
  type: 0,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('RemoteLogSegmentMetadataRecord', version, '0')
      return decodeRemoteLogSegmentMetadataRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('RemoteLogSegmentMetadataRecord', version, '0')
      encodeRemoteLogSegmentMetadataRecord(writer, message, version)
    },
  },
}
