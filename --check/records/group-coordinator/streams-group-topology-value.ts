import type { RecordSchema } from '../../../api.ts'
import {
  readInt16s,
  writeInt16s,
  readCompactStrings,
  writeCompactStrings,
} from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface StreamsGroupTopologyValue {
  epoch: number
  subtopologies: StreamsGroupTopologyValueSubtopology[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupTopologyValueSubtopology {
  subtopologyId: string
  sourceTopics: string[]
  sourceTopicRegex: string[]
  stateChangelogTopics: StreamsGroupTopologyValueTopicInfo[]
  repartitionSinkTopics: string[]
  repartitionSourceTopics: StreamsGroupTopologyValueTopicInfo[]
  copartitionGroups: StreamsGroupTopologyValueSubtopologyCopartitionGroup[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupTopologyValueSubtopologyCopartitionGroup {
  sourceTopics: number[]
  sourceTopicRegex: number[]
  repartitionSourceTopics: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupTopologyValueTopicInfo {
  name: string
  partitions: number
  replicationFactor: number
  topicConfigs: StreamsGroupTopologyValueTopicConfig[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupTopologyValueTopicConfig {
  key: string
  value: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function streamsGroupTopologyValue(
  init: Partial<StreamsGroupTopologyValue> = {},
): StreamsGroupTopologyValue {
  return {
    epoch: init.epoch ?? 0,
    subtopologies: init.subtopologies ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupTopologyValueSubtopology(
  init: Partial<StreamsGroupTopologyValueSubtopology> = {},
): StreamsGroupTopologyValueSubtopology {
  return {
    subtopologyId: init.subtopologyId ?? '',
    sourceTopics: init.sourceTopics ?? [],
    sourceTopicRegex: init.sourceTopicRegex ?? [],
    stateChangelogTopics: init.stateChangelogTopics ?? [],
    repartitionSinkTopics: init.repartitionSinkTopics ?? [],
    repartitionSourceTopics: init.repartitionSourceTopics ?? [],
    copartitionGroups: init.copartitionGroups ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupTopologyValueSubtopologyCopartitionGroup(
  init: Partial<StreamsGroupTopologyValueSubtopologyCopartitionGroup> = {},
): StreamsGroupTopologyValueSubtopologyCopartitionGroup {
  return {
    sourceTopics: init.sourceTopics ?? [],
    sourceTopicRegex: init.sourceTopicRegex ?? [],
    repartitionSourceTopics: init.repartitionSourceTopics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupTopologyValueTopicInfo(
  init: Partial<StreamsGroupTopologyValueTopicInfo> = {},
): StreamsGroupTopologyValueTopicInfo {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? 0,
    replicationFactor: init.replicationFactor ?? 0,
    topicConfigs: init.topicConfigs ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupTopologyValueTopicConfig(
  init: Partial<StreamsGroupTopologyValueTopicConfig> = {},
): StreamsGroupTopologyValueTopicConfig {
  return {
    key: init.key ?? '',
    value: init.value ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeStreamsGroupTopologyValue(
  reader: Reader,
  version: number,
): StreamsGroupTopologyValue {
  const epoch = reader.int32()
  const subtopologiesCount = reader.compactArray(8)
  const subtopologies = decodeStreamsGroupTopologyValueSubtopologyArray(
    reader,
    version,
    subtopologiesCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { epoch, subtopologies, unknownTaggedFields }
}

function decodeStreamsGroupTopologyValueSubtopology(
  reader: Reader,
  version: number,
): StreamsGroupTopologyValueSubtopology {
  const subtopologyId = reader.compactString()
  const sourceTopicsCount = reader.compactArray(1)
  const sourceTopics = readCompactStrings(reader, sourceTopicsCount)
  const sourceTopicRegexCount = reader.compactArray(1)
  const sourceTopicRegex = readCompactStrings(reader, sourceTopicRegexCount)
  const stateChangelogTopicsCount = reader.compactArray(9)
  const stateChangelogTopics = decodeStreamsGroupTopologyValueTopicInfoArray(
    reader,
    version,
    stateChangelogTopicsCount,
  )
  const repartitionSinkTopicsCount = reader.compactArray(1)
  const repartitionSinkTopics = readCompactStrings(reader, repartitionSinkTopicsCount)
  const repartitionSourceTopicsCount = reader.compactArray(9)
  const repartitionSourceTopics = decodeStreamsGroupTopologyValueTopicInfoArray(
    reader,
    version,
    repartitionSourceTopicsCount,
  )
  const copartitionGroupsCount = reader.compactArray(4)
  const copartitionGroups = decodeStreamsGroupTopologyValueSubtopologyCopartitionGroupArray(
    reader,
    version,
    copartitionGroupsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return {
    subtopologyId,
    sourceTopics,
    sourceTopicRegex,
    stateChangelogTopics,
    repartitionSinkTopics,
    repartitionSourceTopics,
    copartitionGroups,
    unknownTaggedFields,
  }
}

function decodeStreamsGroupTopologyValueSubtopologyArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupTopologyValueSubtopology[] {
  reader.structs(count)
  const items = new Array<StreamsGroupTopologyValueSubtopology>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupTopologyValueSubtopology(reader, version)
  return items
}

function decodeStreamsGroupTopologyValueSubtopologyCopartitionGroup(
  reader: Reader,
  _version: number,
): StreamsGroupTopologyValueSubtopologyCopartitionGroup {
  const sourceTopicsCount = reader.compactArray(2)
  const sourceTopics = readInt16s(reader, sourceTopicsCount)
  const sourceTopicRegexCount = reader.compactArray(2)
  const sourceTopicRegex = readInt16s(reader, sourceTopicRegexCount)
  const repartitionSourceTopicsCount = reader.compactArray(2)
  const repartitionSourceTopics = readInt16s(reader, repartitionSourceTopicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { sourceTopics, sourceTopicRegex, repartitionSourceTopics, unknownTaggedFields }
}

function decodeStreamsGroupTopologyValueSubtopologyCopartitionGroupArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupTopologyValueSubtopologyCopartitionGroup[] {
  reader.structs(count)
  const items = new Array<StreamsGroupTopologyValueSubtopologyCopartitionGroup>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupTopologyValueSubtopologyCopartitionGroup(reader, version)
  return items
}

function decodeStreamsGroupTopologyValueTopicInfo(
  reader: Reader,
  version: number,
): StreamsGroupTopologyValueTopicInfo {
  const name = reader.compactString()
  const partitions = reader.int32()
  const replicationFactor = reader.int16()
  const topicConfigsCount = reader.compactArray(3)
  const topicConfigs = decodeStreamsGroupTopologyValueTopicConfigArray(
    reader,
    version,
    topicConfigsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitions, replicationFactor, topicConfigs, unknownTaggedFields }
}

function decodeStreamsGroupTopologyValueTopicInfoArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupTopologyValueTopicInfo[] {
  reader.structs(count)
  const items = new Array<StreamsGroupTopologyValueTopicInfo>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupTopologyValueTopicInfo(reader, version)
  return items
}

function decodeStreamsGroupTopologyValueTopicConfig(
  reader: Reader,
  _version: number,
): StreamsGroupTopologyValueTopicConfig {
  const key = reader.compactString()
  const value = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { key, value, unknownTaggedFields }
}

function decodeStreamsGroupTopologyValueTopicConfigArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupTopologyValueTopicConfig[] {
  reader.structs(count)
  const items = new Array<StreamsGroupTopologyValueTopicConfig>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupTopologyValueTopicConfig(reader, version)
  return items
}

function encodeStreamsGroupTopologyValue(
  writer: Writer,
  message: StreamsGroupTopologyValue,
  version: number,
): void {
  writer.int32(message.epoch)
  writer.compactArray(message.subtopologies.length)
  encodeStreamsGroupTopologyValueSubtopologyArray(writer, message.subtopologies, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupTopologyValueSubtopology(
  writer: Writer,
  message: StreamsGroupTopologyValueSubtopology,
  version: number,
): void {
  writer.compactString(message.subtopologyId)
  writer.compactArray(message.sourceTopics.length)
  writeCompactStrings(writer, message.sourceTopics)
  writer.compactArray(message.sourceTopicRegex.length)
  writeCompactStrings(writer, message.sourceTopicRegex)
  writer.compactArray(message.stateChangelogTopics.length)
  encodeStreamsGroupTopologyValueTopicInfoArray(writer, message.stateChangelogTopics, version)
  writer.compactArray(message.repartitionSinkTopics.length)
  writeCompactStrings(writer, message.repartitionSinkTopics)
  writer.compactArray(message.repartitionSourceTopics.length)
  encodeStreamsGroupTopologyValueTopicInfoArray(writer, message.repartitionSourceTopics, version)
  writer.compactArray(message.copartitionGroups.length)
  encodeStreamsGroupTopologyValueSubtopologyCopartitionGroupArray(
    writer,
    message.copartitionGroups,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupTopologyValueSubtopologyArray(
  writer: Writer,
  items: readonly StreamsGroupTopologyValueSubtopology[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupTopologyValueSubtopology(writer, items[index]!, version)
}

function encodeStreamsGroupTopologyValueSubtopologyCopartitionGroup(
  writer: Writer,
  message: StreamsGroupTopologyValueSubtopologyCopartitionGroup,
  _version: number,
): void {
  writer.compactArray(message.sourceTopics.length)
  writeInt16s(writer, message.sourceTopics)
  writer.compactArray(message.sourceTopicRegex.length)
  writeInt16s(writer, message.sourceTopicRegex)
  writer.compactArray(message.repartitionSourceTopics.length)
  writeInt16s(writer, message.repartitionSourceTopics)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupTopologyValueSubtopologyCopartitionGroupArray(
  writer: Writer,
  items: readonly StreamsGroupTopologyValueSubtopologyCopartitionGroup[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupTopologyValueSubtopologyCopartitionGroup(writer, items[index]!, version)
}

function encodeStreamsGroupTopologyValueTopicInfo(
  writer: Writer,
  message: StreamsGroupTopologyValueTopicInfo,
  version: number,
): void {
  writer.compactString(message.name)
  writer.int32(message.partitions)
  writer.int16(message.replicationFactor)
  writer.compactArray(message.topicConfigs.length)
  encodeStreamsGroupTopologyValueTopicConfigArray(writer, message.topicConfigs, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupTopologyValueTopicInfoArray(
  writer: Writer,
  items: readonly StreamsGroupTopologyValueTopicInfo[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupTopologyValueTopicInfo(writer, items[index]!, version)
}

function encodeStreamsGroupTopologyValueTopicConfig(
  writer: Writer,
  message: StreamsGroupTopologyValueTopicConfig,
  _version: number,
): void {
  writer.compactString(message.key)
  writer.compactString(message.value)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupTopologyValueTopicConfigArray(
  writer: Writer,
  items: readonly StreamsGroupTopologyValueTopicConfig[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupTopologyValueTopicConfig(writer, items[index]!, version)
}

export const streamsGroupTopologyValueSchema: RecordSchema<StreamsGroupTopologyValue> = {
  name: 'StreamsGroupTopologyValue',
  type: 23,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('StreamsGroupTopologyValue', version, '0')
      return decodeStreamsGroupTopologyValue(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('StreamsGroupTopologyValue', version, '0')
      encodeStreamsGroupTopologyValue(writer, message, version)
    },
  },
}
