import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface StreamsGroupMemberMetadataValue {
  instanceId: string | null
  rackId: string | null
  clientId: string
  clientHost: string
  rebalanceTimeoutMs: number
  topologyEpoch: number
  processId: string
  userEndpoint: StreamsGroupMemberMetadataValueEndpoint | null
  clientTags: StreamsGroupMemberMetadataValueKeyValue[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupMemberMetadataValueKeyValue {
  key: string
  value: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupMemberMetadataValueEndpoint {
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function streamsGroupMemberMetadataValue(
  init: Partial<StreamsGroupMemberMetadataValue> = {},
): StreamsGroupMemberMetadataValue {
  return {
    instanceId: init.instanceId === undefined ? '' : init.instanceId,
    rackId: init.rackId === undefined ? '' : init.rackId,
    clientId: init.clientId ?? '',
    clientHost: init.clientHost ?? '',
    rebalanceTimeoutMs: init.rebalanceTimeoutMs ?? -1,
    topologyEpoch: init.topologyEpoch ?? 0,
    processId: init.processId ?? '',
    userEndpoint: init.userEndpoint ?? null,
    clientTags: init.clientTags ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupMemberMetadataValueKeyValue(
  init: Partial<StreamsGroupMemberMetadataValueKeyValue> = {},
): StreamsGroupMemberMetadataValueKeyValue {
  return {
    key: init.key ?? '',
    value: init.value ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupMemberMetadataValueEndpoint(
  init: Partial<StreamsGroupMemberMetadataValueEndpoint> = {},
): StreamsGroupMemberMetadataValueEndpoint {
  return {
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeStreamsGroupMemberMetadataValue(
  reader: Reader,
  version: number,
): StreamsGroupMemberMetadataValue {
  const instanceId = reader.compactNullableString()
  const rackId = reader.compactNullableString()
  const clientId = reader.compactString()
  const clientHost = reader.compactString()
  const rebalanceTimeoutMs = reader.int32()
  const topologyEpoch = reader.int32()
  const processId = reader.compactString()
  const userEndpoint =
    reader.int8() < 0 ? null : decodeStreamsGroupMemberMetadataValueEndpoint(reader, version)
  const clientTagsCount = reader.compactArray(3)
  const clientTags = decodeStreamsGroupMemberMetadataValueKeyValueArray(
    reader,
    version,
    clientTagsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return {
    instanceId,
    rackId,
    clientId,
    clientHost,
    rebalanceTimeoutMs,
    topologyEpoch,
    processId,
    userEndpoint,
    clientTags,
    unknownTaggedFields,
  }
}

function decodeStreamsGroupMemberMetadataValueKeyValue(
  reader: Reader,
  _version: number,
): StreamsGroupMemberMetadataValueKeyValue {
  const key = reader.compactString()
  const value = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { key, value, unknownTaggedFields }
}

function decodeStreamsGroupMemberMetadataValueKeyValueArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupMemberMetadataValueKeyValue[] {
  reader.structs(count)
  const items = new Array<StreamsGroupMemberMetadataValueKeyValue>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupMemberMetadataValueKeyValue(reader, version)
  return items
}

function decodeStreamsGroupMemberMetadataValueEndpoint(
  reader: Reader,
  _version: number,
): StreamsGroupMemberMetadataValueEndpoint {
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { host, port, unknownTaggedFields }
}

function encodeStreamsGroupMemberMetadataValue(
  writer: Writer,
  message: StreamsGroupMemberMetadataValue,
  version: number,
): void {
  writer.compactNullableString(message.instanceId)
  writer.compactNullableString(message.rackId)
  writer.compactString(message.clientId)
  writer.compactString(message.clientHost)
  writer.int32(message.rebalanceTimeoutMs)
  writer.int32(message.topologyEpoch)
  writer.compactString(message.processId)
  if (message.userEndpoint === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeStreamsGroupMemberMetadataValueEndpoint(writer, message.userEndpoint, version)
  }
  writer.compactArray(message.clientTags.length)
  encodeStreamsGroupMemberMetadataValueKeyValueArray(writer, message.clientTags, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupMemberMetadataValueKeyValue(
  writer: Writer,
  message: StreamsGroupMemberMetadataValueKeyValue,
  _version: number,
): void {
  writer.compactString(message.key)
  writer.compactString(message.value)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupMemberMetadataValueKeyValueArray(
  writer: Writer,
  items: readonly StreamsGroupMemberMetadataValueKeyValue[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupMemberMetadataValueKeyValue(writer, items[index]!, version)
}

function encodeStreamsGroupMemberMetadataValueEndpoint(
  writer: Writer,
  message: StreamsGroupMemberMetadataValueEndpoint,
  _version: number,
): void {
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const streamsGroupMemberMetadataValueSchema: RecordSchema<StreamsGroupMemberMetadataValue> =
  {
    name: 'StreamsGroupMemberMetadataValue',
    type: 19,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('StreamsGroupMemberMetadataValue', version, '0')
        return decodeStreamsGroupMemberMetadataValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('StreamsGroupMemberMetadataValue', version, '0')
        encodeStreamsGroupMemberMetadataValue(writer, message, version)
      },
    },
  }
