import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface RemoteLogSegmentMetadataSnapshotRecord {
  segmentId: Uuid
  startOffset: number
  endOffset: number
  brokerId: number
  maxTimestampMs: bigint
  eventTimestampMs: number
  segmentLeaderEpochs: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch[]
  segmentSizeInBytes: number
  customMetadata: Uint8Array | null
  remoteLogSegmentState: number
  txnIndexEmpty: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch {
  leaderEpoch: number
  offset: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function remoteLogSegmentMetadataSnapshotRecord(
  init: Partial<RemoteLogSegmentMetadataSnapshotRecord> = {},
): RemoteLogSegmentMetadataSnapshotRecord {
  return {
    segmentId: init.segmentId ?? ZERO_UUID,
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

export function remoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch(
  init: Partial<RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch> = {},
): RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch {
  return {
    leaderEpoch: init.leaderEpoch ?? 0,
    offset: init.offset ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeRemoteLogSegmentMetadataSnapshotRecord(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataSnapshotRecord {
  const segmentId = reader.uuid()
  const startOffset = reader.int64()
  const endOffset = reader.int64()
  const brokerId = reader.int32()
  const maxTimestampMs = reader.int64Wide()
  const eventTimestampMs = reader.int64()
  const segmentLeaderEpochsCount = reader.compactArray(13)
  const segmentLeaderEpochs = decodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochArray(
    reader,
    version,
    segmentLeaderEpochsCount,
  )
  const segmentSizeInBytes = reader.int32()
  const customMetadata = reader.compactNullableBytes()
  const remoteLogSegmentState = reader.int8()

  const message: RemoteLogSegmentMetadataSnapshotRecord = {
    segmentId,
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
  if (tags !== 0) decodeRemoteLogSegmentMetadataSnapshotRecordTags(reader, message, version, tags)
  return message
}

function decodeRemoteLogSegmentMetadataSnapshotRecordTags(
  reader: Reader,
  message: RemoteLogSegmentMetadataSnapshotRecord,
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

function decodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch(
  reader: Reader,
  _version: number,
): RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch {
  const leaderEpoch = reader.int32()
  const offset = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { leaderEpoch, offset, unknownTaggedFields }
}

function decodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochArray(
  reader: Reader,
  version: number,
  count: number,
): RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch[] {
  reader.structs(count)
  const items = new Array<RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch(reader, version)
  return items
}

function encodeRemoteLogSegmentMetadataSnapshotRecord(
  writer: Writer,
  message: RemoteLogSegmentMetadataSnapshotRecord,
  version: number,
): void {
  writer.uuid(message.segmentId)
  writer.int64(message.startOffset)
  writer.int64(message.endOffset)
  writer.int32(message.brokerId)
  writer.int64Wide(message.maxTimestampMs)
  writer.int64(message.eventTimestampMs)
  writer.compactArray(message.segmentLeaderEpochs.length)
  encodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochArray(
    writer,
    message.segmentLeaderEpochs,
    version,
  )
  writer.int32(message.segmentSizeInBytes)
  writer.compactNullableBytes(message.customMetadata)
  writer.int8(message.remoteLogSegmentState)

  encodeRemoteLogSegmentMetadataSnapshotRecordTags(writer, message, version)
}

function encodeRemoteLogSegmentMetadataSnapshotRecordTags(
  writer: Writer,
  message: RemoteLogSegmentMetadataSnapshotRecord,
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

function encodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch(
  writer: Writer,
  message: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch,
  _version: number,
): void {
  writer.int32(message.leaderEpoch)
  writer.int64(message.offset)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochArray(
  writer: Writer,
  items: readonly RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpoch(writer, items[index]!, version)
}

export const remoteLogSegmentMetadataSnapshotRecordSchema: RecordSchema<RemoteLogSegmentMetadataSnapshotRecord> =
  {
    name: 'RemoteLogSegmentMetadataSnapshotRecord',
    type: 3,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('RemoteLogSegmentMetadataSnapshotRecord', version, '0')
        return decodeRemoteLogSegmentMetadataSnapshotRecord(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('RemoteLogSegmentMetadataSnapshotRecord', version, '0')
        encodeRemoteLogSegmentMetadataSnapshotRecord(writer, message, version)
      },
    },
  }
