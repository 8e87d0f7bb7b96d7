import type { Api } from '../api.ts'
import {
  readInt16s,
  writeInt16s,
  readInt32s,
  writeInt32s,
  readCompactStrings,
  writeCompactStrings,
} from '../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface StreamsGroupHeartbeatRequest {
  groupId: string
  memberId: string
  memberEpoch: number
  endpointInformationEpoch: number
  instanceId: string | null
  rackId: string | null
  rebalanceTimeoutMs: number
  topology: StreamsGroupHeartbeatRequestTopology | null
  activeTasks: StreamsGroupHeartbeatRequestTaskIds[] | null
  standbyTasks: StreamsGroupHeartbeatRequestTaskIds[] | null
  warmupTasks: StreamsGroupHeartbeatRequestTaskIds[] | null
  processId: string | null
  userEndpoint: StreamsGroupHeartbeatRequestEndpoint | null
  clientTags: StreamsGroupHeartbeatRequestKeyValue[] | null
  taskOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null
  taskEndOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null
  shutdownApplication: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatRequestTaskOffset {
  subtopologyId: string
  partition: number
  offset: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatRequestEndpoint {
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatRequestTaskIds {
  subtopologyId: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatRequestTopology {
  epoch: number
  subtopologies: StreamsGroupHeartbeatRequestTopologySubtopology[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatRequestTopologySubtopology {
  subtopologyId: string
  sourceTopics: string[]
  sourceTopicRegex: string[]
  stateChangelogTopics: StreamsGroupHeartbeatRequestTopicInfo[]
  repartitionSinkTopics: string[]
  repartitionSourceTopics: StreamsGroupHeartbeatRequestTopicInfo[]
  copartitionGroups: StreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup {
  sourceTopics: number[]
  sourceTopicRegex: number[]
  repartitionSourceTopics: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatRequestTopicInfo {
  name: string
  partitions: number
  replicationFactor: number
  topicConfigs: StreamsGroupHeartbeatRequestKeyValue[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatRequestKeyValue {
  key: string
  value: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function streamsGroupHeartbeatRequest(
  init: Partial<StreamsGroupHeartbeatRequest> = {},
): StreamsGroupHeartbeatRequest {
  return {
    groupId: init.groupId ?? '',
    memberId: init.memberId ?? '',
    memberEpoch: init.memberEpoch ?? 0,
    endpointInformationEpoch: init.endpointInformationEpoch ?? 0,
    instanceId: init.instanceId ?? null,
    rackId: init.rackId ?? null,
    rebalanceTimeoutMs: init.rebalanceTimeoutMs ?? -1,
    topology: init.topology ?? null,
    activeTasks: init.activeTasks ?? null,
    standbyTasks: init.standbyTasks ?? null,
    warmupTasks: init.warmupTasks ?? null,
    processId: init.processId ?? null,
    userEndpoint: init.userEndpoint ?? null,
    clientTags: init.clientTags ?? null,
    taskOffsets: init.taskOffsets ?? null,
    taskEndOffsets: init.taskEndOffsets ?? null,
    shutdownApplication: init.shutdownApplication ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatRequestTaskOffset(
  init: Partial<StreamsGroupHeartbeatRequestTaskOffset> = {},
): StreamsGroupHeartbeatRequestTaskOffset {
  return {
    subtopologyId: init.subtopologyId ?? '',
    partition: init.partition ?? 0,
    offset: init.offset ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatRequestEndpoint(
  init: Partial<StreamsGroupHeartbeatRequestEndpoint> = {},
): StreamsGroupHeartbeatRequestEndpoint {
  return {
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatRequestTaskIds(
  init: Partial<StreamsGroupHeartbeatRequestTaskIds> = {},
): StreamsGroupHeartbeatRequestTaskIds {
  return {
    subtopologyId: init.subtopologyId ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatRequestTopology(
  init: Partial<StreamsGroupHeartbeatRequestTopology> = {},
): StreamsGroupHeartbeatRequestTopology {
  return {
    epoch: init.epoch ?? 0,
    subtopologies: init.subtopologies ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatRequestTopologySubtopology(
  init: Partial<StreamsGroupHeartbeatRequestTopologySubtopology> = {},
): StreamsGroupHeartbeatRequestTopologySubtopology {
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

export function streamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup(
  init: Partial<StreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup> = {},
): StreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup {
  return {
    sourceTopics: init.sourceTopics ?? [],
    sourceTopicRegex: init.sourceTopicRegex ?? [],
    repartitionSourceTopics: init.repartitionSourceTopics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatRequestTopicInfo(
  init: Partial<StreamsGroupHeartbeatRequestTopicInfo> = {},
): StreamsGroupHeartbeatRequestTopicInfo {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? 0,
    replicationFactor: init.replicationFactor ?? 0,
    topicConfigs: init.topicConfigs ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatRequestKeyValue(
  init: Partial<StreamsGroupHeartbeatRequestKeyValue> = {},
): StreamsGroupHeartbeatRequestKeyValue {
  return {
    key: init.key ?? '',
    value: init.value ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeStreamsGroupHeartbeatRequest(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatRequest {
  const groupId = reader.compactString()
  const memberId = reader.compactString()
  const memberEpoch = reader.int32()
  const endpointInformationEpoch = reader.int32()
  const instanceId = reader.compactNullableString()
  const rackId = reader.compactNullableString()
  const rebalanceTimeoutMs = reader.int32()
  const topology =
    reader.int8() < 0 ? null : decodeStreamsGroupHeartbeatRequestTopology(reader, version)
  const activeTasksCount = reader.compactNullableArray(3)
  const activeTasks =
    activeTasksCount < 0
      ? null
      : decodeStreamsGroupHeartbeatRequestTaskIdsArray(reader, version, activeTasksCount)
  const standbyTasksCount = reader.compactNullableArray(3)
  const standbyTasks =
    standbyTasksCount < 0
      ? null
      : decodeStreamsGroupHeartbeatRequestTaskIdsArray(reader, version, standbyTasksCount)
  const warmupTasksCount = reader.compactNullableArray(3)
  const warmupTasks =
    warmupTasksCount < 0
      ? null
      : decodeStreamsGroupHeartbeatRequestTaskIdsArray(reader, version, warmupTasksCount)
  const processId = reader.compactNullableString()
  const userEndpoint =
    reader.int8() < 0 ? null : decodeStreamsGroupHeartbeatRequestEndpoint(reader, version)
  const clientTagsCount = reader.compactNullableArray(3)
  const clientTags =
    clientTagsCount < 0
      ? null
      : decodeStreamsGroupHeartbeatRequestKeyValueArray(reader, version, clientTagsCount)
  const taskOffsetsCount = reader.compactNullableArray(14)
  const taskOffsets =
    taskOffsetsCount < 0
      ? null
      : decodeStreamsGroupHeartbeatRequestTaskOffsetArray(reader, version, taskOffsetsCount)
  const taskEndOffsetsCount = reader.compactNullableArray(14)
  const taskEndOffsets =
    taskEndOffsetsCount < 0
      ? null
      : decodeStreamsGroupHeartbeatRequestTaskOffsetArray(reader, version, taskEndOffsetsCount)
  const shutdownApplication = reader.bool()
  const unknownTaggedFields = reader.unknownTags()
  return {
    groupId,
    memberId,
    memberEpoch,
    endpointInformationEpoch,
    instanceId,
    rackId,
    rebalanceTimeoutMs,
    topology,
    activeTasks,
    standbyTasks,
    warmupTasks,
    processId,
    userEndpoint,
    clientTags,
    taskOffsets,
    taskEndOffsets,
    shutdownApplication,
    unknownTaggedFields,
  }
}

function decodeStreamsGroupHeartbeatRequestTaskOffset(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatRequestTaskOffset {
  const subtopologyId = reader.compactString()
  const partition = reader.int32()
  const offset = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { subtopologyId, partition, offset, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatRequestTaskOffsetArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestTaskOffset[] {
  reader.structs(count)
  const items = new Array<StreamsGroupHeartbeatRequestTaskOffset>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupHeartbeatRequestTaskOffset(reader, version)
  return items
}

function decodeStreamsGroupHeartbeatRequestEndpoint(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatRequestEndpoint {
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { host, port, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatRequestTaskIds(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatRequestTaskIds {
  const subtopologyId = reader.compactString()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { subtopologyId, partitions, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatRequestTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestTaskIds[] {
  reader.structs(count)
  const items = new Array<StreamsGroupHeartbeatRequestTaskIds>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupHeartbeatRequestTaskIds(reader, version)
  return items
}

function decodeStreamsGroupHeartbeatRequestTopology(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatRequestTopology {
  const epoch = reader.int32()
  const subtopologiesCount = reader.compactArray(8)
  const subtopologies = decodeStreamsGroupHeartbeatRequestTopologySubtopologyArray(
    reader,
    version,
    subtopologiesCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { epoch, subtopologies, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatRequestTopologySubtopology(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatRequestTopologySubtopology {
  const subtopologyId = reader.compactString()
  const sourceTopicsCount = reader.compactArray(1)
  const sourceTopics = readCompactStrings(reader, sourceTopicsCount)
  const sourceTopicRegexCount = reader.compactArray(1)
  const sourceTopicRegex = readCompactStrings(reader, sourceTopicRegexCount)
  const stateChangelogTopicsCount = reader.compactArray(9)
  const stateChangelogTopics = decodeStreamsGroupHeartbeatRequestTopicInfoArray(
    reader,
    version,
    stateChangelogTopicsCount,
  )
  const repartitionSinkTopicsCount = reader.compactArray(1)
  const repartitionSinkTopics = readCompactStrings(reader, repartitionSinkTopicsCount)
  const repartitionSourceTopicsCount = reader.compactArray(9)
  const repartitionSourceTopics = decodeStreamsGroupHeartbeatRequestTopicInfoArray(
    reader,
    version,
    repartitionSourceTopicsCount,
  )
  const copartitionGroupsCount = reader.compactArray(4)
  const copartitionGroups =
    decodeStreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroupArray(
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

function decodeStreamsGroupHeartbeatRequestTopologySubtopologyArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestTopologySubtopology[] {
  reader.structs(count)
  const items = new Array<StreamsGroupHeartbeatRequestTopologySubtopology>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupHeartbeatRequestTopologySubtopology(reader, version)
  return items
}

function decodeStreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup {
  const sourceTopicsCount = reader.compactArray(2)
  const sourceTopics = readInt16s(reader, sourceTopicsCount)
  const sourceTopicRegexCount = reader.compactArray(2)
  const sourceTopicRegex = readInt16s(reader, sourceTopicRegexCount)
  const repartitionSourceTopicsCount = reader.compactArray(2)
  const repartitionSourceTopics = readInt16s(reader, repartitionSourceTopicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { sourceTopics, sourceTopicRegex, repartitionSourceTopics, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroupArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup[] {
  reader.structs(count)
  const items = new Array<StreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup(
      reader,
      version,
    )
  return items
}

function decodeStreamsGroupHeartbeatRequestTopicInfo(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatRequestTopicInfo {
  const name = reader.compactString()
  const partitions = reader.int32()
  const replicationFactor = reader.int16()
  const topicConfigsCount = reader.compactArray(3)
  const topicConfigs = decodeStreamsGroupHeartbeatRequestKeyValueArray(
    reader,
    version,
    topicConfigsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitions, replicationFactor, topicConfigs, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatRequestTopicInfoArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestTopicInfo[] {
  reader.structs(count)
  const items = new Array<StreamsGroupHeartbeatRequestTopicInfo>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupHeartbeatRequestTopicInfo(reader, version)
  return items
}

function decodeStreamsGroupHeartbeatRequestKeyValue(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatRequestKeyValue {
  const key = reader.compactString()
  const value = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { key, value, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatRequestKeyValueArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestKeyValue[] {
  reader.structs(count)
  const items = new Array<StreamsGroupHeartbeatRequestKeyValue>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupHeartbeatRequestKeyValue(reader, version)
  return items
}

function encodeStreamsGroupHeartbeatRequest(
  writer: Writer,
  message: StreamsGroupHeartbeatRequest,
  version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactString(message.memberId)
  writer.int32(message.memberEpoch)
  writer.int32(message.endpointInformationEpoch)
  writer.compactNullableString(message.instanceId)
  writer.compactNullableString(message.rackId)
  writer.int32(message.rebalanceTimeoutMs)
  if (message.topology === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeStreamsGroupHeartbeatRequestTopology(writer, message.topology, version)
  }
  if (message.activeTasks === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.activeTasks.length)
    encodeStreamsGroupHeartbeatRequestTaskIdsArray(writer, message.activeTasks, version)
  }
  if (message.standbyTasks === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.standbyTasks.length)
    encodeStreamsGroupHeartbeatRequestTaskIdsArray(writer, message.standbyTasks, version)
  }
  if (message.warmupTasks === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.warmupTasks.length)
    encodeStreamsGroupHeartbeatRequestTaskIdsArray(writer, message.warmupTasks, version)
  }
  writer.compactNullableString(message.processId)
  if (message.userEndpoint === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeStreamsGroupHeartbeatRequestEndpoint(writer, message.userEndpoint, version)
  }
  if (message.clientTags === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.clientTags.length)
    encodeStreamsGroupHeartbeatRequestKeyValueArray(writer, message.clientTags, version)
  }
  if (message.taskOffsets === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.taskOffsets.length)
    encodeStreamsGroupHeartbeatRequestTaskOffsetArray(writer, message.taskOffsets, version)
  }
  if (message.taskEndOffsets === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.taskEndOffsets.length)
    encodeStreamsGroupHeartbeatRequestTaskOffsetArray(writer, message.taskEndOffsets, version)
  }
  writer.bool(message.shutdownApplication)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatRequestTaskOffset(
  writer: Writer,
  message: StreamsGroupHeartbeatRequestTaskOffset,
  _version: number,
): void {
  writer.compactString(message.subtopologyId)
  writer.int32(message.partition)
  writer.int64(message.offset)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatRequestTaskOffsetArray(
  writer: Writer,
  items: readonly StreamsGroupHeartbeatRequestTaskOffset[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupHeartbeatRequestTaskOffset(writer, items[index]!, version)
}

function encodeStreamsGroupHeartbeatRequestEndpoint(
  writer: Writer,
  message: StreamsGroupHeartbeatRequestEndpoint,
  _version: number,
): void {
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatRequestTaskIds(
  writer: Writer,
  message: StreamsGroupHeartbeatRequestTaskIds,
  _version: number,
): void {
  writer.compactString(message.subtopologyId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatRequestTaskIdsArray(
  writer: Writer,
  items: readonly StreamsGroupHeartbeatRequestTaskIds[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupHeartbeatRequestTaskIds(writer, items[index]!, version)
}

function encodeStreamsGroupHeartbeatRequestTopology(
  writer: Writer,
  message: StreamsGroupHeartbeatRequestTopology,
  version: number,
): void {
  writer.int32(message.epoch)
  writer.compactArray(message.subtopologies.length)
  encodeStreamsGroupHeartbeatRequestTopologySubtopologyArray(writer, message.subtopologies, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatRequestTopologySubtopology(
  writer: Writer,
  message: StreamsGroupHeartbeatRequestTopologySubtopology,
  version: number,
): void {
  writer.compactString(message.subtopologyId)
  writer.compactArray(message.sourceTopics.length)
  writeCompactStrings(writer, message.sourceTopics)
  writer.compactArray(message.sourceTopicRegex.length)
  writeCompactStrings(writer, message.sourceTopicRegex)
  writer.compactArray(message.stateChangelogTopics.length)
  encodeStreamsGroupHeartbeatRequestTopicInfoArray(writer, message.stateChangelogTopics, version)
  writer.compactArray(message.repartitionSinkTopics.length)
  writeCompactStrings(writer, message.repartitionSinkTopics)
  writer.compactArray(message.repartitionSourceTopics.length)
  encodeStreamsGroupHeartbeatRequestTopicInfoArray(writer, message.repartitionSourceTopics, version)
  writer.compactArray(message.copartitionGroups.length)
  encodeStreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroupArray(
    writer,
    message.copartitionGroups,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatRequestTopologySubtopologyArray(
  writer: Writer,
  items: readonly StreamsGroupHeartbeatRequestTopologySubtopology[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupHeartbeatRequestTopologySubtopology(writer, items[index]!, version)
}

function encodeStreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup(
  writer: Writer,
  message: StreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup,
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

function encodeStreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroupArray(
  writer: Writer,
  items: readonly StreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupHeartbeatRequestTopologySubtopologyCopartitionGroup(
      writer,
      items[index]!,
      version,
    )
}

function encodeStreamsGroupHeartbeatRequestTopicInfo(
  writer: Writer,
  message: StreamsGroupHeartbeatRequestTopicInfo,
  version: number,
): void {
  writer.compactString(message.name)
  writer.int32(message.partitions)
  writer.int16(message.replicationFactor)
  writer.compactArray(message.topicConfigs.length)
  encodeStreamsGroupHeartbeatRequestKeyValueArray(writer, message.topicConfigs, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatRequestTopicInfoArray(
  writer: Writer,
  items: readonly StreamsGroupHeartbeatRequestTopicInfo[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupHeartbeatRequestTopicInfo(writer, items[index]!, version)
}

function encodeStreamsGroupHeartbeatRequestKeyValue(
  writer: Writer,
  message: StreamsGroupHeartbeatRequestKeyValue,
  _version: number,
): void {
  writer.compactString(message.key)
  writer.compactString(message.value)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatRequestKeyValueArray(
  writer: Writer,
  items: readonly StreamsGroupHeartbeatRequestKeyValue[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupHeartbeatRequestKeyValue(writer, items[index]!, version)
}
export interface StreamsGroupHeartbeatResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  memberId: string
  memberEpoch: number
  heartbeatIntervalMs: number
  acceptableRecoveryLag: number
  taskOffsetIntervalMs: number
  status: StreamsGroupHeartbeatResponseStatus[] | null
  activeTasks: StreamsGroupHeartbeatResponseTaskIds[] | null
  standbyTasks: StreamsGroupHeartbeatResponseTaskIds[] | null
  warmupTasks: StreamsGroupHeartbeatResponseTaskIds[] | null
  endpointInformationEpoch: number
  partitionsByUserEndpoint: StreamsGroupHeartbeatResponseUserEndpointPartitions[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatResponseUserEndpointPartitions {
  userEndpoint: StreamsGroupHeartbeatResponseEndpoint
  activePartitions: StreamsGroupHeartbeatResponseTopicPartition[]
  standbyPartitions: StreamsGroupHeartbeatResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatResponseTopicPartition {
  topic: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatResponseEndpoint {
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatResponseTaskIds {
  subtopologyId: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupHeartbeatResponseStatus {
  statusCode: number
  statusDetail: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function streamsGroupHeartbeatResponse(
  init: Partial<StreamsGroupHeartbeatResponse> = {},
): StreamsGroupHeartbeatResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    memberId: init.memberId ?? '',
    memberEpoch: init.memberEpoch ?? 0,
    heartbeatIntervalMs: init.heartbeatIntervalMs ?? 0,
    acceptableRecoveryLag: init.acceptableRecoveryLag ?? 0,
    taskOffsetIntervalMs: init.taskOffsetIntervalMs ?? 0,
    status: init.status === undefined ? [] : init.status,
    activeTasks: init.activeTasks ?? null,
    standbyTasks: init.standbyTasks ?? null,
    warmupTasks: init.warmupTasks ?? null,
    endpointInformationEpoch: init.endpointInformationEpoch ?? 0,
    partitionsByUserEndpoint: init.partitionsByUserEndpoint ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatResponseUserEndpointPartitions(
  init: Partial<StreamsGroupHeartbeatResponseUserEndpointPartitions> = {},
): StreamsGroupHeartbeatResponseUserEndpointPartitions {
  return {
    userEndpoint: init.userEndpoint ?? defaultStreamsGroupHeartbeatResponseEndpoint,
    activePartitions: init.activePartitions ?? [],
    standbyPartitions: init.standbyPartitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatResponseTopicPartition(
  init: Partial<StreamsGroupHeartbeatResponseTopicPartition> = {},
): StreamsGroupHeartbeatResponseTopicPartition {
  return {
    topic: init.topic ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatResponseEndpoint(
  init: Partial<StreamsGroupHeartbeatResponseEndpoint> = {},
): StreamsGroupHeartbeatResponseEndpoint {
  return {
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatResponseTaskIds(
  init: Partial<StreamsGroupHeartbeatResponseTaskIds> = {},
): StreamsGroupHeartbeatResponseTaskIds {
  return {
    subtopologyId: init.subtopologyId ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupHeartbeatResponseStatus(
  init: Partial<StreamsGroupHeartbeatResponseStatus> = {},
): StreamsGroupHeartbeatResponseStatus {
  return {
    statusCode: init.statusCode ?? 0,
    statusDetail: init.statusDetail ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultStreamsGroupHeartbeatResponseEndpoint: StreamsGroupHeartbeatResponseEndpoint =
  Object.freeze(streamsGroupHeartbeatResponseEndpoint())

function decodeStreamsGroupHeartbeatResponse(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const memberId = reader.compactString()
  const memberEpoch = reader.int32()
  const heartbeatIntervalMs = reader.int32()
  const acceptableRecoveryLag = reader.int32()
  const taskOffsetIntervalMs = reader.int32()
  const statusCount = reader.compactNullableArray(3)
  const status =
    statusCount < 0
      ? null
      : decodeStreamsGroupHeartbeatResponseStatusArray(reader, version, statusCount)
  const activeTasksCount = reader.compactNullableArray(3)
  const activeTasks =
    activeTasksCount < 0
      ? null
      : decodeStreamsGroupHeartbeatResponseTaskIdsArray(reader, version, activeTasksCount)
  const standbyTasksCount = reader.compactNullableArray(3)
  const standbyTasks =
    standbyTasksCount < 0
      ? null
      : decodeStreamsGroupHeartbeatResponseTaskIdsArray(reader, version, standbyTasksCount)
  const warmupTasksCount = reader.compactNullableArray(3)
  const warmupTasks =
    warmupTasksCount < 0
      ? null
      : decodeStreamsGroupHeartbeatResponseTaskIdsArray(reader, version, warmupTasksCount)
  const endpointInformationEpoch = reader.int32()
  const partitionsByUserEndpointCount = reader.compactNullableArray(7)
  const partitionsByUserEndpoint =
    partitionsByUserEndpointCount < 0
      ? null
      : decodeStreamsGroupHeartbeatResponseUserEndpointPartitionsArray(
          reader,
          version,
          partitionsByUserEndpointCount,
        )
  const unknownTaggedFields = reader.unknownTags()
  return {
    throttleTimeMs,
    errorCode,
    errorMessage,
    memberId,
    memberEpoch,
    heartbeatIntervalMs,
    acceptableRecoveryLag,
    taskOffsetIntervalMs,
    status,
    activeTasks,
    standbyTasks,
    warmupTasks,
    endpointInformationEpoch,
    partitionsByUserEndpoint,
    unknownTaggedFields,
  }
}

function decodeStreamsGroupHeartbeatResponseUserEndpointPartitions(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatResponseUserEndpointPartitions {
  const userEndpoint = decodeStreamsGroupHeartbeatResponseEndpoint(reader, version)
  const activePartitionsCount = reader.compactArray(3)
  const activePartitions = decodeStreamsGroupHeartbeatResponseTopicPartitionArray(
    reader,
    version,
    activePartitionsCount,
  )
  const standbyPartitionsCount = reader.compactArray(3)
  const standbyPartitions = decodeStreamsGroupHeartbeatResponseTopicPartitionArray(
    reader,
    version,
    standbyPartitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { userEndpoint, activePartitions, standbyPartitions, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatResponseUserEndpointPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatResponseUserEndpointPartitions[] {
  reader.structs(count)
  const items = new Array<StreamsGroupHeartbeatResponseUserEndpointPartitions>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupHeartbeatResponseUserEndpointPartitions(reader, version)
  return items
}

function decodeStreamsGroupHeartbeatResponseTopicPartition(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatResponseTopicPartition {
  const topic = reader.compactString()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topic, partitions, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<StreamsGroupHeartbeatResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupHeartbeatResponseTopicPartition(reader, version)
  return items
}

function decodeStreamsGroupHeartbeatResponseEndpoint(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatResponseEndpoint {
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { host, port, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatResponseTaskIds(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatResponseTaskIds {
  const subtopologyId = reader.compactString()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { subtopologyId, partitions, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatResponseTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatResponseTaskIds[] {
  reader.structs(count)
  const items = new Array<StreamsGroupHeartbeatResponseTaskIds>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupHeartbeatResponseTaskIds(reader, version)
  return items
}

function decodeStreamsGroupHeartbeatResponseStatus(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatResponseStatus {
  const statusCode = reader.int8()
  const statusDetail = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { statusCode, statusDetail, unknownTaggedFields }
}

function decodeStreamsGroupHeartbeatResponseStatusArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatResponseStatus[] {
  reader.structs(count)
  const items = new Array<StreamsGroupHeartbeatResponseStatus>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupHeartbeatResponseStatus(reader, version)
  return items
}

function encodeStreamsGroupHeartbeatResponse(
  writer: Writer,
  message: StreamsGroupHeartbeatResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.compactString(message.memberId)
  writer.int32(message.memberEpoch)
  writer.int32(message.heartbeatIntervalMs)
  writer.int32(message.acceptableRecoveryLag)
  writer.int32(message.taskOffsetIntervalMs)
  if (message.status === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.status.length)
    encodeStreamsGroupHeartbeatResponseStatusArray(writer, message.status, version)
  }
  if (message.activeTasks === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.activeTasks.length)
    encodeStreamsGroupHeartbeatResponseTaskIdsArray(writer, message.activeTasks, version)
  }
  if (message.standbyTasks === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.standbyTasks.length)
    encodeStreamsGroupHeartbeatResponseTaskIdsArray(writer, message.standbyTasks, version)
  }
  if (message.warmupTasks === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.warmupTasks.length)
    encodeStreamsGroupHeartbeatResponseTaskIdsArray(writer, message.warmupTasks, version)
  }
  writer.int32(message.endpointInformationEpoch)
  if (message.partitionsByUserEndpoint === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.partitionsByUserEndpoint.length)
    encodeStreamsGroupHeartbeatResponseUserEndpointPartitionsArray(
      writer,
      message.partitionsByUserEndpoint,
      version,
    )
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatResponseUserEndpointPartitions(
  writer: Writer,
  message: StreamsGroupHeartbeatResponseUserEndpointPartitions,
  version: number,
): void {
  encodeStreamsGroupHeartbeatResponseEndpoint(writer, message.userEndpoint, version)
  writer.compactArray(message.activePartitions.length)
  encodeStreamsGroupHeartbeatResponseTopicPartitionArray(writer, message.activePartitions, version)
  writer.compactArray(message.standbyPartitions.length)
  encodeStreamsGroupHeartbeatResponseTopicPartitionArray(writer, message.standbyPartitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatResponseUserEndpointPartitionsArray(
  writer: Writer,
  items: readonly StreamsGroupHeartbeatResponseUserEndpointPartitions[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupHeartbeatResponseUserEndpointPartitions(writer, items[index]!, version)
}

function encodeStreamsGroupHeartbeatResponseTopicPartition(
  writer: Writer,
  message: StreamsGroupHeartbeatResponseTopicPartition,
  _version: number,
): void {
  writer.compactString(message.topic)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatResponseTopicPartitionArray(
  writer: Writer,
  items: readonly StreamsGroupHeartbeatResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupHeartbeatResponseTopicPartition(writer, items[index]!, version)
}

function encodeStreamsGroupHeartbeatResponseEndpoint(
  writer: Writer,
  message: StreamsGroupHeartbeatResponseEndpoint,
  _version: number,
): void {
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatResponseTaskIds(
  writer: Writer,
  message: StreamsGroupHeartbeatResponseTaskIds,
  _version: number,
): void {
  writer.compactString(message.subtopologyId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatResponseTaskIdsArray(
  writer: Writer,
  items: readonly StreamsGroupHeartbeatResponseTaskIds[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupHeartbeatResponseTaskIds(writer, items[index]!, version)
}

function encodeStreamsGroupHeartbeatResponseStatus(
  writer: Writer,
  message: StreamsGroupHeartbeatResponseStatus,
  _version: number,
): void {
  writer.int8(message.statusCode)
  writer.compactString(message.statusDetail)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupHeartbeatResponseStatusArray(
  writer: Writer,
  items: readonly StreamsGroupHeartbeatResponseStatus[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupHeartbeatResponseStatus(writer, items[index]!, version)
}

export const streamsGroupHeartbeatApi: Api<
  StreamsGroupHeartbeatRequest,
  StreamsGroupHeartbeatResponse
> = {
  key: 88,
  name: 'StreamsGroupHeartbeat',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('StreamsGroupHeartbeatRequest', version, '0')
      return decodeStreamsGroupHeartbeatRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('StreamsGroupHeartbeatRequest', version, '0')
      encodeStreamsGroupHeartbeatRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('StreamsGroupHeartbeatResponse', version, '0')
      return decodeStreamsGroupHeartbeatResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('StreamsGroupHeartbeatResponse', version, '0')
      encodeStreamsGroupHeartbeatResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
