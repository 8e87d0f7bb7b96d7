import type { RecordSchema } from '../../../api.ts'
import { readCompactStrings, writeCompactStrings } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import { EMPTY_BYTES } from '../../../codec/records.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupMemberMetadataValue {
  instanceId: string | null
  rackId: string | null
  clientId: string
  clientHost: string
  subscribedTopicNames: string[]
  subscribedTopicRegex: string | null
  rebalanceTimeoutMs: number
  serverAssignor: string | null
  classicMemberMetadata: ConsumerGroupMemberMetadataValueClassicMemberMetadata | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupMemberMetadataValueClassicMemberMetadata {
  sessionTimeoutMs: number
  supportedProtocols: ConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol {
  name: string
  metadata: Uint8Array
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function consumerGroupMemberMetadataValue(
  init: Partial<ConsumerGroupMemberMetadataValue> = {},
): ConsumerGroupMemberMetadataValue {
  return {
    instanceId: init.instanceId === undefined ? '' : init.instanceId,
    rackId: init.rackId === undefined ? '' : init.rackId,
    clientId: init.clientId ?? '',
    clientHost: init.clientHost ?? '',
    subscribedTopicNames: init.subscribedTopicNames ?? [],
    subscribedTopicRegex: init.subscribedTopicRegex === undefined ? '' : init.subscribedTopicRegex,
    rebalanceTimeoutMs: init.rebalanceTimeoutMs ?? -1,
    serverAssignor: init.serverAssignor === undefined ? '' : init.serverAssignor,
    classicMemberMetadata:
      init.classicMemberMetadata === undefined
        ? defaultConsumerGroupMemberMetadataValueClassicMemberMetadata
        : init.classicMemberMetadata,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function consumerGroupMemberMetadataValueClassicMemberMetadata(
  init: Partial<ConsumerGroupMemberMetadataValueClassicMemberMetadata> = {},
): ConsumerGroupMemberMetadataValueClassicMemberMetadata {
  return {
    sessionTimeoutMs: init.sessionTimeoutMs ?? 0,
    supportedProtocols: init.supportedProtocols ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function consumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol(
  init: Partial<ConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol> = {},
): ConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol {
  return {
    name: init.name ?? '',
    metadata: init.metadata ?? EMPTY_BYTES,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultConsumerGroupMemberMetadataValueClassicMemberMetadata: ConsumerGroupMemberMetadataValueClassicMemberMetadata =
  Object.freeze(consumerGroupMemberMetadataValueClassicMemberMetadata())

function isDefaultConsumerGroupMemberMetadataValueClassicMemberMetadata(
  value: ConsumerGroupMemberMetadataValueClassicMemberMetadata,
): boolean {
  if (value === defaultConsumerGroupMemberMetadataValueClassicMemberMetadata) return true
  return !(
    value.sessionTimeoutMs !== 0 ||
    value.supportedProtocols.length !== 0 ||
    value.unknownTaggedFields !== null
  )
}

function decodeConsumerGroupMemberMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupMemberMetadataValue {
  const instanceId = reader.compactNullableString()
  const rackId = reader.compactNullableString()
  const clientId = reader.compactString()
  const clientHost = reader.compactString()
  const subscribedTopicNamesCount = reader.compactArray(1)
  const subscribedTopicNames = readCompactStrings(reader, subscribedTopicNamesCount)
  const subscribedTopicRegex = reader.compactNullableString()
  const rebalanceTimeoutMs = reader.int32()
  const serverAssignor = reader.compactNullableString()

  const message: ConsumerGroupMemberMetadataValue = {
    instanceId,
    rackId,
    clientId,
    clientHost,
    subscribedTopicNames,
    subscribedTopicRegex,
    rebalanceTimeoutMs,
    serverAssignor,
    classicMemberMetadata: defaultConsumerGroupMemberMetadataValueClassicMemberMetadata,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeConsumerGroupMemberMetadataValueTags(reader, message, version, tags)
  return message
}

function decodeConsumerGroupMemberMetadataValueTags(
  reader: Reader,
  message: ConsumerGroupMemberMetadataValue,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const classicMemberMetadata =
        reader.uvarint() === 0
          ? null
          : decodeConsumerGroupMemberMetadataValueClassicMemberMetadata(reader, version)
      message.classicMemberMetadata = classicMemberMetadata
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeConsumerGroupMemberMetadataValueClassicMemberMetadata(
  reader: Reader,
  version: number,
): ConsumerGroupMemberMetadataValueClassicMemberMetadata {
  const sessionTimeoutMs = reader.int32()
  const supportedProtocolsCount = reader.compactArray(3)
  const supportedProtocols =
    decodeConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocolArray(
      reader,
      version,
      supportedProtocolsCount,
    )
  const unknownTaggedFields = reader.unknownTags()
  return { sessionTimeoutMs, supportedProtocols, unknownTaggedFields }
}

function decodeConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol(
  reader: Reader,
  _version: number,
): ConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol {
  const name = reader.compactString()
  const metadata = reader.compactBytes()
  const unknownTaggedFields = reader.unknownTags()
  return { name, metadata, unknownTaggedFields }
}

function decodeConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocolArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol[] {
  reader.structs(count)
  const items = new Array<ConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol>(
    count,
  )
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol(
      reader,
      version,
    )
  return items
}

function encodeConsumerGroupMemberMetadataValue(
  writer: Writer,
  message: ConsumerGroupMemberMetadataValue,
  version: number,
): void {
  writer.compactNullableString(message.instanceId)
  writer.compactNullableString(message.rackId)
  writer.compactString(message.clientId)
  writer.compactString(message.clientHost)
  writer.compactArray(message.subscribedTopicNames.length)
  writeCompactStrings(writer, message.subscribedTopicNames)
  writer.compactNullableString(message.subscribedTopicRegex)
  writer.int32(message.rebalanceTimeoutMs)
  writer.compactNullableString(message.serverAssignor)

  encodeConsumerGroupMemberMetadataValueTags(writer, message, version)
}

function encodeConsumerGroupMemberMetadataValueTags(
  writer: Writer,
  message: ConsumerGroupMemberMetadataValue,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const classicMemberMetadataSet =
    message.classicMemberMetadata === null ||
    !isDefaultConsumerGroupMemberMetadataValueClassicMemberMetadata(message.classicMemberMetadata)
  if (!classicMemberMetadataSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (classicMemberMetadataSet) count++
  writer.uvarint(count)
  let next = 0
  if (classicMemberMetadataSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    if (message.classicMemberMetadata === null) writer.uvarint(0)
    else {
      writer.uvarint(1)
      encodeConsumerGroupMemberMetadataValueClassicMemberMetadata(
        writer,
        message.classicMemberMetadata,
        version,
      )
    }
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeConsumerGroupMemberMetadataValueClassicMemberMetadata(
  writer: Writer,
  message: ConsumerGroupMemberMetadataValueClassicMemberMetadata,
  version: number,
): void {
  writer.int32(message.sessionTimeoutMs)
  writer.compactArray(message.supportedProtocols.length)
  encodeConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocolArray(
    writer,
    message.supportedProtocols,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol(
  writer: Writer,
  message: ConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactBytes(message.metadata)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocolArray(
  writer: Writer,
  items: readonly ConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerGroupMemberMetadataValueClassicMemberMetadataSupportedProtocol(
      writer,
      items[index]!,
      version,
    )
}

export const consumerGroupMemberMetadataValueSchema: RecordSchema<ConsumerGroupMemberMetadataValue> =
  {
    name: 'ConsumerGroupMemberMetadataValue',
    type: 5,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ConsumerGroupMemberMetadataValue', version, '0')
        return decodeConsumerGroupMemberMetadataValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ConsumerGroupMemberMetadataValue', version, '0')
        encodeConsumerGroupMemberMetadataValue(writer, message, version)
      },
    },
  }
