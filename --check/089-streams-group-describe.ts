import type { Api } from '../api.ts'
import {
  readInt32s,
  writeInt32s,
  readCompactStrings,
  writeCompactStrings,
} from '../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface StreamsGroupDescribeRequest {
  groupIds: string[]
  includeAuthorizedOperations: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function streamsGroupDescribeRequest(
  init: Partial<StreamsGroupDescribeRequest> = {},
): StreamsGroupDescribeRequest {
  return {
    groupIds: init.groupIds ?? [],
    includeAuthorizedOperations: init.includeAuthorizedOperations ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeStreamsGroupDescribeRequest(
  reader: Reader,
  _version: number,
): StreamsGroupDescribeRequest {
  const groupIdsCount = reader.compactArray(1)
  const groupIds = readCompactStrings(reader, groupIdsCount)
  const includeAuthorizedOperations = reader.bool()
  const unknownTaggedFields = reader.unknownTags()
  return { groupIds, includeAuthorizedOperations, unknownTaggedFields }
}

function encodeStreamsGroupDescribeRequest(
  writer: Writer,
  message: StreamsGroupDescribeRequest,
  _version: number,
): void {
  writer.compactArray(message.groupIds.length)
  writeCompactStrings(writer, message.groupIds)
  writer.bool(message.includeAuthorizedOperations)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface StreamsGroupDescribeResponse {
  throttleTimeMs: number
  groups: StreamsGroupDescribeResponseGroup[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupDescribeResponseGroup {
  errorCode: number
  errorMessage: string | null
  groupId: string
  groupState: string
  groupEpoch: number
  assignmentEpoch: number
  topology: StreamsGroupDescribeResponseGroupTopology | null
  members: StreamsGroupDescribeResponseGroupMember[]
  authorizedOperations: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupDescribeResponseGroupMember {
  memberId: string
  memberEpoch: number
  instanceId: string | null
  rackId: string | null
  clientId: string
  clientHost: string
  topologyEpoch: number
  processId: string
  userEndpoint: StreamsGroupDescribeResponseEndpoint | null
  clientTags: StreamsGroupDescribeResponseKeyValue[]
  taskOffsets: StreamsGroupDescribeResponseTaskOffset[]
  taskEndOffsets: StreamsGroupDescribeResponseTaskOffset[]
  assignment: StreamsGroupDescribeResponseAssignment
  targetAssignment: StreamsGroupDescribeResponseAssignment
  isClassic: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupDescribeResponseAssignment {
  activeTasks: StreamsGroupDescribeResponseTaskIds[]
  standbyTasks: StreamsGroupDescribeResponseTaskIds[]
  warmupTasks: StreamsGroupDescribeResponseTaskIds[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupDescribeResponseTaskIds {
  subtopologyId: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupDescribeResponseTaskOffset {
  subtopologyId: string
  partition: number
  offset: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupDescribeResponseEndpoint {
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupDescribeResponseGroupTopology {
  epoch: number
  subtopologies: StreamsGroupDescribeResponseGroupTopologySubtopology[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupDescribeResponseGroupTopologySubtopology {
  subtopologyId: string
  sourceTopics: string[]
  repartitionSinkTopics: string[]
  stateChangelogTopics: StreamsGroupDescribeResponseTopicInfo[]
  repartitionSourceTopics: StreamsGroupDescribeResponseTopicInfo[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupDescribeResponseTopicInfo {
  name: string
  partitions: number
  replicationFactor: number
  topicConfigs: StreamsGroupDescribeResponseKeyValue[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupDescribeResponseKeyValue {
  key: string
  value: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function streamsGroupDescribeResponse(
  init: Partial<StreamsGroupDescribeResponse> = {},
): StreamsGroupDescribeResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    groups: init.groups ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupDescribeResponseGroup(
  init: Partial<StreamsGroupDescribeResponseGroup> = {},
): StreamsGroupDescribeResponseGroup {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    groupId: init.groupId ?? '',
    groupState: init.groupState ?? '',
    groupEpoch: init.groupEpoch ?? 0,
    assignmentEpoch: init.assignmentEpoch ?? 0,
    topology: init.topology ?? null,
    members: init.members ?? [],
    authorizedOperations: init.authorizedOperations ?? -2147483648,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupDescribeResponseGroupMember(
  init: Partial<StreamsGroupDescribeResponseGroupMember> = {},
): StreamsGroupDescribeResponseGroupMember {
  return {
    memberId: init.memberId ?? '',
    memberEpoch: init.memberEpoch ?? 0,
    instanceId: init.instanceId ?? null,
    rackId: init.rackId ?? null,
    clientId: init.clientId ?? '',
    clientHost: init.clientHost ?? '',
    topologyEpoch: init.topologyEpoch ?? 0,
    processId: init.processId ?? '',
    userEndpoint: init.userEndpoint ?? null,
    clientTags: init.clientTags ?? [],
    taskOffsets: init.taskOffsets ?? [],
    taskEndOffsets: init.taskEndOffsets ?? [],
    assignment: init.assignment ?? defaultStreamsGroupDescribeResponseAssignment,
    targetAssignment: init.targetAssignment ?? defaultStreamsGroupDescribeResponseAssignment,
    isClassic: init.isClassic ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupDescribeResponseAssignment(
  init: Partial<StreamsGroupDescribeResponseAssignment> = {},
): StreamsGroupDescribeResponseAssignment {
  return {
    activeTasks: init.activeTasks ?? [],
    standbyTasks: init.standbyTasks ?? [],
    warmupTasks: init.warmupTasks ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupDescribeResponseTaskIds(
  init: Partial<StreamsGroupDescribeResponseTaskIds> = {},
): StreamsGroupDescribeResponseTaskIds {
  return {
    subtopologyId: init.subtopologyId ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupDescribeResponseTaskOffset(
  init: Partial<StreamsGroupDescribeResponseTaskOffset> = {},
): StreamsGroupDescribeResponseTaskOffset {
  return {
    subtopologyId: init.subtopologyId ?? '',
    partition: init.partition ?? 0,
    offset: init.offset ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupDescribeResponseEndpoint(
  init: Partial<StreamsGroupDescribeResponseEndpoint> = {},
): StreamsGroupDescribeResponseEndpoint {
  return {
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupDescribeResponseGroupTopology(
  init: Partial<StreamsGroupDescribeResponseGroupTopology> = {},
): StreamsGroupDescribeResponseGroupTopology {
  return {
    epoch: init.epoch ?? 0,
    subtopologies: init.subtopologies ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupDescribeResponseGroupTopologySubtopology(
  init: Partial<StreamsGroupDescribeResponseGroupTopologySubtopology> = {},
): StreamsGroupDescribeResponseGroupTopologySubtopology {
  return {
    subtopologyId: init.subtopologyId ?? '',
    sourceTopics: init.sourceTopics ?? [],
    repartitionSinkTopics: init.repartitionSinkTopics ?? [],
    stateChangelogTopics: init.stateChangelogTopics ?? [],
    repartitionSourceTopics: init.repartitionSourceTopics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupDescribeResponseTopicInfo(
  init: Partial<StreamsGroupDescribeResponseTopicInfo> = {},
): StreamsGroupDescribeResponseTopicInfo {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? 0,
    replicationFactor: init.replicationFactor ?? 0,
    topicConfigs: init.topicConfigs ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupDescribeResponseKeyValue(
  init: Partial<StreamsGroupDescribeResponseKeyValue> = {},
): StreamsGroupDescribeResponseKeyValue {
  return {
    key: init.key ?? '',
    value: init.value ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultStreamsGroupDescribeResponseAssignment: StreamsGroupDescribeResponseAssignment =
  Object.freeze(streamsGroupDescribeResponseAssignment())

function decodeStreamsGroupDescribeResponse(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponse {
  const throttleTimeMs = reader.int32()
  const groupsCount = reader.compactArray(20)
  const groups = decodeStreamsGroupDescribeResponseGroupArray(reader, version, groupsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, groups, unknownTaggedFields }
}

function decodeStreamsGroupDescribeResponseGroup(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseGroup {
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const groupId = reader.compactString()
  const groupState = reader.compactString()
  const groupEpoch = reader.int32()
  const assignmentEpoch = reader.int32()
  const topology =
    reader.int8() < 0 ? null : decodeStreamsGroupDescribeResponseGroupTopology(reader, version)
  const membersCount = reader.compactArray(28)
  const members = decodeStreamsGroupDescribeResponseGroupMemberArray(reader, version, membersCount)
  const authorizedOperations = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return {
    errorCode,
    errorMessage,
    groupId,
    groupState,
    groupEpoch,
    assignmentEpoch,
    topology,
    members,
    authorizedOperations,
    unknownTaggedFields,
  }
}

function decodeStreamsGroupDescribeResponseGroupArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseGroup[] {
  reader.structs(count)
  const items = new Array<StreamsGroupDescribeResponseGroup>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupDescribeResponseGroup(reader, version)
  return items
}

function decodeStreamsGroupDescribeResponseGroupMember(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseGroupMember {
  const memberId = reader.compactString()
  const memberEpoch = reader.int32()
  const instanceId = reader.compactNullableString()
  const rackId = reader.compactNullableString()
  const clientId = reader.compactString()
  const clientHost = reader.compactString()
  const topologyEpoch = reader.int32()
  const processId = reader.compactString()
  const userEndpoint =
    reader.int8() < 0 ? null : decodeStreamsGroupDescribeResponseEndpoint(reader, version)
  const clientTagsCount = reader.compactArray(3)
  const clientTags = decodeStreamsGroupDescribeResponseKeyValueArray(
    reader,
    version,
    clientTagsCount,
  )
  const taskOffsetsCount = reader.compactArray(14)
  const taskOffsets = decodeStreamsGroupDescribeResponseTaskOffsetArray(
    reader,
    version,
    taskOffsetsCount,
  )
  const taskEndOffsetsCount = reader.compactArray(14)
  const taskEndOffsets = decodeStreamsGroupDescribeResponseTaskOffsetArray(
    reader,
    version,
    taskEndOffsetsCount,
  )
  const assignment = decodeStreamsGroupDescribeResponseAssignment(reader, version)
  const targetAssignment = decodeStreamsGroupDescribeResponseAssignment(reader, version)
  const isClassic = reader.bool()
  const unknownTaggedFields = reader.unknownTags()
  return {
    memberId,
    memberEpoch,
    instanceId,
    rackId,
    clientId,
    clientHost,
    topologyEpoch,
    processId,
    userEndpoint,
    clientTags,
    taskOffsets,
    taskEndOffsets,
    assignment,
    targetAssignment,
    isClassic,
    unknownTaggedFields,
  }
}

function decodeStreamsGroupDescribeResponseGroupMemberArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseGroupMember[] {
  reader.structs(count)
  const items = new Array<StreamsGroupDescribeResponseGroupMember>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupDescribeResponseGroupMember(reader, version)
  return items
}

function decodeStreamsGroupDescribeResponseAssignment(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseAssignment {
  const activeTasksCount = reader.compactArray(3)
  const activeTasks = decodeStreamsGroupDescribeResponseTaskIdsArray(
    reader,
    version,
    activeTasksCount,
  )
  const standbyTasksCount = reader.compactArray(3)
  const standbyTasks = decodeStreamsGroupDescribeResponseTaskIdsArray(
    reader,
    version,
    standbyTasksCount,
  )
  const warmupTasksCount = reader.compactArray(3)
  const warmupTasks = decodeStreamsGroupDescribeResponseTaskIdsArray(
    reader,
    version,
    warmupTasksCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { activeTasks, standbyTasks, warmupTasks, unknownTaggedFields }
}

function decodeStreamsGroupDescribeResponseTaskIds(
  reader: Reader,
  _version: number,
): StreamsGroupDescribeResponseTaskIds {
  const subtopologyId = reader.compactString()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { subtopologyId, partitions, unknownTaggedFields }
}

function decodeStreamsGroupDescribeResponseTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseTaskIds[] {
  reader.structs(count)
  const items = new Array<StreamsGroupDescribeResponseTaskIds>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupDescribeResponseTaskIds(reader, version)
  return items
}

function decodeStreamsGroupDescribeResponseTaskOffset(
  reader: Reader,
  _version: number,
): StreamsGroupDescribeResponseTaskOffset {
  const subtopologyId = reader.compactString()
  const partition = reader.int32()
  const offset = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { subtopologyId, partition, offset, unknownTaggedFields }
}

function decodeStreamsGroupDescribeResponseTaskOffsetArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseTaskOffset[] {
  reader.structs(count)
  const items = new Array<StreamsGroupDescribeResponseTaskOffset>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupDescribeResponseTaskOffset(reader, version)
  return items
}

function decodeStreamsGroupDescribeResponseEndpoint(
  reader: Reader,
  _version: number,
): StreamsGroupDescribeResponseEndpoint {
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { host, port, unknownTaggedFields }
}

function decodeStreamsGroupDescribeResponseGroupTopology(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseGroupTopology {
  const epoch = reader.int32()
  const subtopologiesCount = reader.compactNullableArray(6)
  const subtopologies =
    subtopologiesCount < 0
      ? null
      : decodeStreamsGroupDescribeResponseGroupTopologySubtopologyArray(
          reader,
          version,
          subtopologiesCount,
        )
  const unknownTaggedFields = reader.unknownTags()
  return { epoch, subtopologies, unknownTaggedFields }
}

function decodeStreamsGroupDescribeResponseGroupTopologySubtopology(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseGroupTopologySubtopology {
  const subtopologyId = reader.compactString()
  const sourceTopicsCount = reader.compactArray(1)
  const sourceTopics = readCompactStrings(reader, sourceTopicsCount)
  const repartitionSinkTopicsCount = reader.compactArray(1)
  const repartitionSinkTopics = readCompactStrings(reader, repartitionSinkTopicsCount)
  const stateChangelogTopicsCount = reader.compactArray(9)
  const stateChangelogTopics = decodeStreamsGroupDescribeResponseTopicInfoArray(
    reader,
    version,
    stateChangelogTopicsCount,
  )
  const repartitionSourceTopicsCount = reader.compactArray(9)
  const repartitionSourceTopics = decodeStreamsGroupDescribeResponseTopicInfoArray(
    reader,
    version,
    repartitionSourceTopicsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return {
    subtopologyId,
    sourceTopics,
    repartitionSinkTopics,
    stateChangelogTopics,
    repartitionSourceTopics,
    unknownTaggedFields,
  }
}

function decodeStreamsGroupDescribeResponseGroupTopologySubtopologyArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseGroupTopologySubtopology[] {
  reader.structs(count)
  const items = new Array<StreamsGroupDescribeResponseGroupTopologySubtopology>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupDescribeResponseGroupTopologySubtopology(reader, version)
  return items
}

function decodeStreamsGroupDescribeResponseTopicInfo(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseTopicInfo {
  const name = reader.compactString()
  const partitions = reader.int32()
  const replicationFactor = reader.int16()
  const topicConfigsCount = reader.compactArray(3)
  const topicConfigs = decodeStreamsGroupDescribeResponseKeyValueArray(
    reader,
    version,
    topicConfigsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitions, replicationFactor, topicConfigs, unknownTaggedFields }
}

function decodeStreamsGroupDescribeResponseTopicInfoArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseTopicInfo[] {
  reader.structs(count)
  const items = new Array<StreamsGroupDescribeResponseTopicInfo>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupDescribeResponseTopicInfo(reader, version)
  return items
}

function decodeStreamsGroupDescribeResponseKeyValue(
  reader: Reader,
  _version: number,
): StreamsGroupDescribeResponseKeyValue {
  const key = reader.compactString()
  const value = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { key, value, unknownTaggedFields }
}

function decodeStreamsGroupDescribeResponseKeyValueArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseKeyValue[] {
  reader.structs(count)
  const items = new Array<StreamsGroupDescribeResponseKeyValue>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupDescribeResponseKeyValue(reader, version)
  return items
}

function encodeStreamsGroupDescribeResponse(
  writer: Writer,
  message: StreamsGroupDescribeResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.compactArray(message.groups.length)
  encodeStreamsGroupDescribeResponseGroupArray(writer, message.groups, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupDescribeResponseGroup(
  writer: Writer,
  message: StreamsGroupDescribeResponseGroup,
  version: number,
): void {
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.compactString(message.groupId)
  writer.compactString(message.groupState)
  writer.int32(message.groupEpoch)
  writer.int32(message.assignmentEpoch)
  if (message.topology === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeStreamsGroupDescribeResponseGroupTopology(writer, message.topology, version)
  }
  writer.compactArray(message.members.length)
  encodeStreamsGroupDescribeResponseGroupMemberArray(writer, message.members, version)
  writer.int32(message.authorizedOperations)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupDescribeResponseGroupArray(
  writer: Writer,
  items: readonly StreamsGroupDescribeResponseGroup[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupDescribeResponseGroup(writer, items[index]!, version)
}

function encodeStreamsGroupDescribeResponseGroupMember(
  writer: Writer,
  message: StreamsGroupDescribeResponseGroupMember,
  version: number,
): void {
  writer.compactString(message.memberId)
  writer.int32(message.memberEpoch)
  writer.compactNullableString(message.instanceId)
  writer.compactNullableString(message.rackId)
  writer.compactString(message.clientId)
  writer.compactString(message.clientHost)
  writer.int32(message.topologyEpoch)
  writer.compactString(message.processId)
  if (message.userEndpoint === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeStreamsGroupDescribeResponseEndpoint(writer, message.userEndpoint, version)
  }
  writer.compactArray(message.clientTags.length)
  encodeStreamsGroupDescribeResponseKeyValueArray(writer, message.clientTags, version)
  writer.compactArray(message.taskOffsets.length)
  encodeStreamsGroupDescribeResponseTaskOffsetArray(writer, message.taskOffsets, version)
  writer.compactArray(message.taskEndOffsets.length)
  encodeStreamsGroupDescribeResponseTaskOffsetArray(writer, message.taskEndOffsets, version)
  encodeStreamsGroupDescribeResponseAssignment(writer, message.assignment, version)
  encodeStreamsGroupDescribeResponseAssignment(writer, message.targetAssignment, version)
  writer.bool(message.isClassic)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupDescribeResponseGroupMemberArray(
  writer: Writer,
  items: readonly StreamsGroupDescribeResponseGroupMember[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupDescribeResponseGroupMember(writer, items[index]!, version)
}

function encodeStreamsGroupDescribeResponseAssignment(
  writer: Writer,
  message: StreamsGroupDescribeResponseAssignment,
  version: number,
): void {
  writer.compactArray(message.activeTasks.length)
  encodeStreamsGroupDescribeResponseTaskIdsArray(writer, message.activeTasks, version)
  writer.compactArray(message.standbyTasks.length)
  encodeStreamsGroupDescribeResponseTaskIdsArray(writer, message.standbyTasks, version)
  writer.compactArray(message.warmupTasks.length)
  encodeStreamsGroupDescribeResponseTaskIdsArray(writer, message.warmupTasks, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupDescribeResponseTaskIds(
  writer: Writer,
  message: StreamsGroupDescribeResponseTaskIds,
  _version: number,
): void {
  writer.compactString(message.subtopologyId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupDescribeResponseTaskIdsArray(
  writer: Writer,
  items: readonly StreamsGroupDescribeResponseTaskIds[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupDescribeResponseTaskIds(writer, items[index]!, version)
}

function encodeStreamsGroupDescribeResponseTaskOffset(
  writer: Writer,
  message: StreamsGroupDescribeResponseTaskOffset,
  _version: number,
): void {
  writer.compactString(message.subtopologyId)
  writer.int32(message.partition)
  writer.int64(message.offset)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupDescribeResponseTaskOffsetArray(
  writer: Writer,
  items: readonly StreamsGroupDescribeResponseTaskOffset[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupDescribeResponseTaskOffset(writer, items[index]!, version)
}

function encodeStreamsGroupDescribeResponseEndpoint(
  writer: Writer,
  message: StreamsGroupDescribeResponseEndpoint,
  _version: number,
): void {
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupDescribeResponseGroupTopology(
  writer: Writer,
  message: StreamsGroupDescribeResponseGroupTopology,
  version: number,
): void {
  writer.int32(message.epoch)
  if (message.subtopologies === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.subtopologies.length)
    encodeStreamsGroupDescribeResponseGroupTopologySubtopologyArray(
      writer,
      message.subtopologies,
      version,
    )
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupDescribeResponseGroupTopologySubtopology(
  writer: Writer,
  message: StreamsGroupDescribeResponseGroupTopologySubtopology,
  version: number,
): void {
  writer.compactString(message.subtopologyId)
  writer.compactArray(message.sourceTopics.length)
  writeCompactStrings(writer, message.sourceTopics)
  writer.compactArray(message.repartitionSinkTopics.length)
  writeCompactStrings(writer, message.repartitionSinkTopics)
  writer.compactArray(message.stateChangelogTopics.length)
  encodeStreamsGroupDescribeResponseTopicInfoArray(writer, message.stateChangelogTopics, version)
  writer.compactArray(message.repartitionSourceTopics.length)
  encodeStreamsGroupDescribeResponseTopicInfoArray(writer, message.repartitionSourceTopics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupDescribeResponseGroupTopologySubtopologyArray(
  writer: Writer,
  items: readonly StreamsGroupDescribeResponseGroupTopologySubtopology[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupDescribeResponseGroupTopologySubtopology(writer, items[index]!, version)
}

function encodeStreamsGroupDescribeResponseTopicInfo(
  writer: Writer,
  message: StreamsGroupDescribeResponseTopicInfo,
  version: number,
): void {
  writer.compactString(message.name)
  writer.int32(message.partitions)
  writer.int16(message.replicationFactor)
  writer.compactArray(message.topicConfigs.length)
  encodeStreamsGroupDescribeResponseKeyValueArray(writer, message.topicConfigs, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupDescribeResponseTopicInfoArray(
  writer: Writer,
  items: readonly StreamsGroupDescribeResponseTopicInfo[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupDescribeResponseTopicInfo(writer, items[index]!, version)
}

function encodeStreamsGroupDescribeResponseKeyValue(
  writer: Writer,
  message: StreamsGroupDescribeResponseKeyValue,
  _version: number,
): void {
  writer.compactString(message.key)
  writer.compactString(message.value)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupDescribeResponseKeyValueArray(
  writer: Writer,
  items: readonly StreamsGroupDescribeResponseKeyValue[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupDescribeResponseKeyValue(writer, items[index]!, version)
}

export const streamsGroupDescribeApi: Api<
  StreamsGroupDescribeRequest,
  StreamsGroupDescribeResponse
> = {
  key: 89,
  name: 'StreamsGroupDescribe',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('StreamsGroupDescribeRequest', version, '0')
      return decodeStreamsGroupDescribeRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('StreamsGroupDescribeRequest', version, '0')
      encodeStreamsGroupDescribeRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('StreamsGroupDescribeResponse', version, '0')
      return decodeStreamsGroupDescribeResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('StreamsGroupDescribeResponse', version, '0')
      encodeStreamsGroupDescribeResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
