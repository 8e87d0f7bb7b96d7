import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface RemotePartitionDeleteMetadataRecord {
  topicIdPartition: RemotePartitionDeleteMetadataRecordTopicIdPartition
  brokerId: number
  eventTimestampMs: number
  remotePartitionDeleteState: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface RemotePartitionDeleteMetadataRecordTopicIdPartition {
  name: string
  id: Uuid
  partition: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function remotePartitionDeleteMetadataRecord(
  init: Partial<RemotePartitionDeleteMetadataRecord> = {},
): RemotePartitionDeleteMetadataRecord {
  return {
    topicIdPartition:
      init.topicIdPartition ?? defaultRemotePartitionDeleteMetadataRecordTopicIdPartition,
    brokerId: init.brokerId ?? 0,
    eventTimestampMs: init.eventTimestampMs ?? 0,
    remotePartitionDeleteState: init.remotePartitionDeleteState ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function remotePartitionDeleteMetadataRecordTopicIdPartition(
  init: Partial<RemotePartitionDeleteMetadataRecordTopicIdPartition> = {},
): RemotePartitionDeleteMetadataRecordTopicIdPartition {
  return {
    name: init.name ?? '',
    id: init.id ?? ZERO_UUID,
    partition: init.partition ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultRemotePartitionDeleteMetadataRecordTopicIdPartition: RemotePartitionDeleteMetadataRecordTopicIdPartition =
  Object.freeze(remotePartitionDeleteMetadataRecordTopicIdPartition())

function decodeRemotePartitionDeleteMetadataRecord(
  reader: Reader,
  version: number,
): RemotePartitionDeleteMetadataRecord {
  const topicIdPartition = decodeRemotePartitionDeleteMetadataRecordTopicIdPartition(
    reader,
    version,
  )
  const brokerId = reader.int32()
  const eventTimestampMs = reader.int64()
  const remotePartitionDeleteState = reader.int8()
  const unknownTaggedFields = reader.unknownTags()
  return {
    topicIdPartition,
    brokerId,
    eventTimestampMs,
    remotePartitionDeleteState,
    unknownTaggedFields,
  }
}

function decodeRemotePartitionDeleteMetadataRecordTopicIdPartition(
  reader: Reader,
  _version: number,
): RemotePartitionDeleteMetadataRecordTopicIdPartition {
  const name = reader.compactString()
  const id = reader.uuid()
  const partition = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { name, id, partition, unknownTaggedFields }
}

function encodeRemotePartitionDeleteMetadataRecord(
  writer: Writer,
  message: RemotePartitionDeleteMetadataRecord,
  version: number,
): void {
  encodeRemotePartitionDeleteMetadataRecordTopicIdPartition(
    writer,
    message.topicIdPartition,
    version,
  )
  writer.int32(message.brokerId)
  writer.int64(message.eventTimestampMs)
  writer.int8(message.remotePartitionDeleteState)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeRemotePartitionDeleteMetadataRecordTopicIdPartition(
  writer: Writer,
  message: RemotePartitionDeleteMetadataRecordTopicIdPartition,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.uuid(message.id)
  writer.int32(message.partition)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const remotePartitionDeleteMetadataRecordSchema: RecordSchema<RemotePartitionDeleteMetadataRecord> =
  {
    name: 'RemotePartitionDeleteMetadataRecord',
    type: 2,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('RemotePartitionDeleteMetadataRecord', version, '0')
        return decodeRemotePartitionDeleteMetadataRecord(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('RemotePartitionDeleteMetadataRecord', version, '0')
        encodeRemotePartitionDeleteMetadataRecord(writer, message, version)
      },
    },
  }
