import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface StreamsGroupMetadataValue {
  epoch: number
  metadataHash: bigint
  validatedTopologyEpoch: number
  lastAssignmentConfigs: StreamsGroupMetadataValueLastAssignmentConfig[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupMetadataValueLastAssignmentConfig {
  key: string
  value: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function streamsGroupMetadataValue(
  init: Partial<StreamsGroupMetadataValue> = {},
): StreamsGroupMetadataValue {
  return {
    epoch: init.epoch ?? 0,
    metadataHash: init.metadataHash ?? 0n,
    validatedTopologyEpoch: init.validatedTopologyEpoch ?? -1,
    lastAssignmentConfigs:
      init.lastAssignmentConfigs === undefined ? [] : init.lastAssignmentConfigs,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupMetadataValueLastAssignmentConfig(
  init: Partial<StreamsGroupMetadataValueLastAssignmentConfig> = {},
): StreamsGroupMetadataValueLastAssignmentConfig {
  return {
    key: init.key ?? '',
    value: init.value ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeStreamsGroupMetadataValue(
  reader: Reader,
  version: number,
): StreamsGroupMetadataValue {
  const epoch = reader.int32()
  const metadataHash = reader.int64Wide()

  const message: StreamsGroupMetadataValue = {
    epoch,
    metadataHash,
    validatedTopologyEpoch: -1,
    lastAssignmentConfigs: [],
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeStreamsGroupMetadataValueTags(reader, message, version, tags)
  return message
}

function decodeStreamsGroupMetadataValueTags(
  reader: Reader,
  message: StreamsGroupMetadataValue,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const validatedTopologyEpoch = reader.int32()
      message.validatedTopologyEpoch = validatedTopologyEpoch
      reader.expectPosition(end, tag)
    } else if (tag === 1) {
      const lastAssignmentConfigsCount = reader.compactNullableArray(3)
      const lastAssignmentConfigs =
        lastAssignmentConfigsCount < 0
          ? null
          : decodeStreamsGroupMetadataValueLastAssignmentConfigArray(
              reader,
              version,
              lastAssignmentConfigsCount,
            )
      message.lastAssignmentConfigs = lastAssignmentConfigs
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeStreamsGroupMetadataValueLastAssignmentConfig(
  reader: Reader,
  _version: number,
): StreamsGroupMetadataValueLastAssignmentConfig {
  const key = reader.compactString()
  const value = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { key, value, unknownTaggedFields }
}

function decodeStreamsGroupMetadataValueLastAssignmentConfigArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupMetadataValueLastAssignmentConfig[] {
  reader.structs(count)
  const items = new Array<StreamsGroupMetadataValueLastAssignmentConfig>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupMetadataValueLastAssignmentConfig(reader, version)
  return items
}

function encodeStreamsGroupMetadataValue(
  writer: Writer,
  message: StreamsGroupMetadataValue,
  version: number,
): void {
  writer.int32(message.epoch)
  writer.int64Wide(message.metadataHash)

  encodeStreamsGroupMetadataValueTags(writer, message, version)
}

function encodeStreamsGroupMetadataValueTags(
  writer: Writer,
  message: StreamsGroupMetadataValue,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const validatedTopologyEpochSet = message.validatedTopologyEpoch !== -1
  const lastAssignmentConfigsSet =
    message.lastAssignmentConfigs === null || message.lastAssignmentConfigs.length !== 0
  if (!(validatedTopologyEpochSet || lastAssignmentConfigsSet)) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (validatedTopologyEpochSet) count++
  if (lastAssignmentConfigsSet) count++
  writer.uvarint(count)
  let next = 0
  if (validatedTopologyEpochSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.int32(message.validatedTopologyEpoch)
    writer.endTag(mark)
  }
  if (lastAssignmentConfigsSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 1)
    const mark = writer.beginTag(1)
    if (message.lastAssignmentConfigs === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.lastAssignmentConfigs.length)
      encodeStreamsGroupMetadataValueLastAssignmentConfigArray(
        writer,
        message.lastAssignmentConfigs,
        version,
      )
    }
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeStreamsGroupMetadataValueLastAssignmentConfig(
  writer: Writer,
  message: StreamsGroupMetadataValueLastAssignmentConfig,
  _version: number,
): void {
  writer.compactString(message.key)
  writer.compactString(message.value)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupMetadataValueLastAssignmentConfigArray(
  writer: Writer,
  items: readonly StreamsGroupMetadataValueLastAssignmentConfig[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupMetadataValueLastAssignmentConfig(writer, items[index]!, version)
}

export const streamsGroupMetadataValueSchema: RecordSchema<StreamsGroupMetadataValue> = {
  name: 'StreamsGroupMetadataValue',
  type: 17,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('StreamsGroupMetadataValue', version, '0')
      return decodeStreamsGroupMetadataValue(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('StreamsGroupMetadataValue', version, '0')
      encodeStreamsGroupMetadataValue(writer, message, version)
    },
  },
}
