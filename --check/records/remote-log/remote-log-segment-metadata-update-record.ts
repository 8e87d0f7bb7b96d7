import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface RemoteLogSegmentMetadataUpdateRecord {
  remoteLogSegmentId: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId
  brokerId: number
  eventTimestampMs: number
  customMetadata: Uint8Array | null
  remoteLogSegmentState: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId {
  topicIdPartition: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition
  id: Uuid
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition {
  name: string
  id: Uuid
  partition: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function remoteLogSegmentMetadataUpdateRecord(
  init: Partial<RemoteLogSegmentMetadataUpdateRecord> = {},
): RemoteLogSegmentMetadataUpdateRecord {
  return {
    remoteLogSegmentId:
      init.remoteLogSegmentId ?? defaultRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId,
    brokerId: init.brokerId ?? 0,
    eventTimestampMs: init.eventTimestampMs ?? 0,
    customMetadata: init.customMetadata ?? null,
    remoteLogSegmentState: init.remoteLogSegmentState ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function remoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId(
  init: Partial<RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId> = {},
): RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId {
  return {
    topicIdPartition:
      init.topicIdPartition ??
      defaultRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition,
    id: init.id ?? ZERO_UUID,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function remoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition(
  init: Partial<RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition> = {},
): RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition {
  return {
    name: init.name ?? '',
    id: init.id ?? ZERO_UUID,
    partition: init.partition ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition =
  Object.freeze(remoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition())

const defaultRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId =
  Object.freeze(remoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId())

function decodeRemoteLogSegmentMetadataUpdateRecord(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataUpdateRecord {
  const remoteLogSegmentId = decodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId(
    reader,
    version,
  )
  const brokerId = reader.int32()
  const eventTimestampMs = reader.int64()
  const customMetadata = reader.compactNullableBytes()
  const remoteLogSegmentState = reader.int8()
  const unknownTaggedFields = reader.unknownTags()
  return {
    remoteLogSegmentId,
    brokerId,
    eventTimestampMs,
    customMetadata,
    remoteLogSegmentState,
    unknownTaggedFields,
  }
}

function decodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId {
  const topicIdPartition =
    decodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition(reader, version)
  const id = reader.uuid()
  const unknownTaggedFields = reader.unknownTags()
  return { topicIdPartition, id, unknownTaggedFields }
}

function decodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition(
  reader: Reader,
  _version: number,
): RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition {
  const name = reader.compactString()
  const id = reader.uuid()
  const partition = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { name, id, partition, unknownTaggedFields }
}

function encodeRemoteLogSegmentMetadataUpdateRecord(
  writer: Writer,
  message: RemoteLogSegmentMetadataUpdateRecord,
  version: number,
): void {
  encodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId(
    writer,
    message.remoteLogSegmentId,
    version,
  )
  writer.int32(message.brokerId)
  writer.int64(message.eventTimestampMs)
  writer.compactNullableBytes(message.customMetadata)
  writer.int8(message.remoteLogSegmentState)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId(
  writer: Writer,
  message: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentId,
  version: number,
): void {
  encodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition(
    writer,
    message.topicIdPartition,
    version,
  )
  writer.uuid(message.id)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition(
  writer: Writer,
  message: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdTopicIdPartition,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.uuid(message.id)
  writer.int32(message.partition)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const remoteLogSegmentMetadataUpdateRecordSchema: RecordSchema<RemoteLogSegmentMetadataUpdateRecord> =
  {
    name: 'RemoteLogSegmentMetadataUpdateRecord',
    type: 1,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('RemoteLogSegmentMetadataUpdateRecord', version, '0')
        return decodeRemoteLogSegmentMetadataUpdateRecord(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('RemoteLogSegmentMetadataUpdateRecord', version, '0')
        encodeRemoteLogSegmentMetadataUpdateRecord(writer, message, version)
      },
    },
  }
