import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { readInt32s, writeInt32s } from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwFieldNull,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface OffsetFetchRequest {
  groupId: string
  topics: OffsetFetchRequestTopic[] | null
  groups: OffsetFetchRequestGroup[]
  requireStable: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetFetchRequestGroup {
  groupId: string
  memberId: string | null
  memberEpoch: number
  topics: OffsetFetchRequestGroupTopic[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetFetchRequestGroupTopic {
  name: string
  topicId: Uuid
  partitionIndexes: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetFetchRequestTopic {
  name: string
  partitionIndexes: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function offsetFetchRequest(init: Partial<OffsetFetchRequest> = {}): OffsetFetchRequest {
  return {
    groupId: init.groupId ?? '',
    topics: init.topics === undefined ? [] : init.topics,
    groups: init.groups ?? [],
    requireStable: init.requireStable ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetFetchRequestGroup(
  init: Partial<OffsetFetchRequestGroup> = {},
): OffsetFetchRequestGroup {
  return {
    groupId: init.groupId ?? '',
    memberId: init.memberId ?? null,
    memberEpoch: init.memberEpoch ?? -1,
    topics: init.topics === undefined ? [] : init.topics,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetFetchRequestGroupTopic(
  init: Partial<OffsetFetchRequestGroupTopic> = {},
): OffsetFetchRequestGroupTopic {
  return {
    name: init.name ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partitionIndexes: init.partitionIndexes ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetFetchRequestTopic(
  init: Partial<OffsetFetchRequestTopic> = {},
): OffsetFetchRequestTopic {
  return {
    name: init.name ?? '',
    partitionIndexes: init.partitionIndexes ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeOffsetFetchRequest(reader: Reader, version: number): OffsetFetchRequest {
  const groupId: string =
    version >= 8 ? '' : version >= 6 ? reader.compactString() : reader.string()
  const topicsCount =
    version >= 8
      ? 0
      : version >= 6
        ? reader.compactNullableArray(3)
        : version >= 2
          ? reader.nullableArray(6)
          : reader.array(6)
  const topics =
    topicsCount < 0 ? null : decodeOffsetFetchRequestTopicArray(reader, version, topicsCount)
  const groupsCount = version >= 8 ? reader.compactArray(3) : 0
  const groups = decodeOffsetFetchRequestGroupArray(reader, version, groupsCount)
  const requireStable: boolean = version >= 7 ? reader.bool() : false
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { groupId, topics, groups, requireStable, unknownTaggedFields }
}

function decodeOffsetFetchRequestGroup(reader: Reader, version: number): OffsetFetchRequestGroup {
  const groupId = reader.compactString()
  const memberId: string | null = version >= 9 ? reader.compactNullableString() : null
  const memberEpoch: number = version >= 9 ? reader.int32() : -1
  const topicsCount = reader.compactNullableArray(3)
  const topics =
    topicsCount < 0 ? null : decodeOffsetFetchRequestGroupTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, memberId, memberEpoch, topics, unknownTaggedFields }
}

function decodeOffsetFetchRequestGroupArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchRequestGroup[] {
  reader.structs(count)
  const items = new Array<OffsetFetchRequestGroup>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetFetchRequestGroup(reader, version)
  return items
}

function decodeOffsetFetchRequestGroupTopic(
  reader: Reader,
  version: number,
): OffsetFetchRequestGroupTopic {
  const name: string = version >= 10 ? '' : reader.compactString()
  const topicId: Uuid = version >= 10 ? reader.uuid() : ZERO_UUID
  const partitionIndexesCount = reader.compactArray(4)
  const partitionIndexes = readInt32s(reader, partitionIndexesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { name, topicId, partitionIndexes, unknownTaggedFields }
}

function decodeOffsetFetchRequestGroupTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchRequestGroupTopic[] {
  reader.structs(count)
  const items = new Array<OffsetFetchRequestGroupTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetFetchRequestGroupTopic(reader, version)
  return items
}

function decodeOffsetFetchRequestTopic(reader: Reader, version: number): OffsetFetchRequestTopic {
  const name: string = version >= 6 ? reader.compactString() : reader.string()
  const partitionIndexesCount = version >= 6 ? reader.compactArray(4) : reader.array(4)
  const partitionIndexes = readInt32s(reader, partitionIndexesCount)
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { name, partitionIndexes, unknownTaggedFields }
}

function decodeOffsetFetchRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchRequestTopic[] {
  reader.structs(count)
  const items = new Array<OffsetFetchRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetFetchRequestTopic(reader, version)
  return items
}

function encodeOffsetFetchRequest(
  writer: Writer,
  message: OffsetFetchRequest,
  version: number,
): void {
  if (version >= 8) {
    if (message.groupId !== '') throwFieldAbsent('OffsetFetchRequest', 'groupId', version)
  } else {
    if (version >= 6) {
      writer.compactString(message.groupId)
    } else {
      writer.string(message.groupId)
    }
  }
  if (version >= 8) {
    if (message.topics === null || message.topics.length !== 0)
      throwFieldAbsent('OffsetFetchRequest', 'topics', version)
  } else {
    if (version >= 6) {
      if (message.topics === null) writer.compactArray(-1)
      else {
        writer.compactArray(message.topics.length)
        encodeOffsetFetchRequestTopicArray(writer, message.topics, version)
      }
    } else {
      if (version >= 2) {
        if (message.topics === null) writer.array(-1)
        else {
          writer.array(message.topics.length)
          encodeOffsetFetchRequestTopicArray(writer, message.topics, version)
        }
      } else {
        if (message.topics === null) throwFieldNull('OffsetFetchRequest', 'topics', version)
        writer.array(message.topics.length)
        encodeOffsetFetchRequestTopicArray(writer, message.topics, version)
      }
    }
  }
  if (version >= 8) {
    writer.compactArray(message.groups.length)
    encodeOffsetFetchRequestGroupArray(writer, message.groups, version)
  } else {
    if (message.groups.length !== 0) throwFieldAbsent('OffsetFetchRequest', 'groups', version)
  }
  if (version >= 7) {
    writer.bool(message.requireStable)
  } else {
    if (message.requireStable !== false)
      throwFieldAbsent('OffsetFetchRequest', 'requireStable', version)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetFetchRequest', 'unknownTaggedFields', version)
  }
}

function encodeOffsetFetchRequestGroup(
  writer: Writer,
  message: OffsetFetchRequestGroup,
  version: number,
): void {
  writer.compactString(message.groupId)
  if (version >= 9) {
    writer.compactNullableString(message.memberId)
  }
  if (version >= 9) {
    writer.int32(message.memberEpoch)
  }
  if (message.topics === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.topics.length)
    encodeOffsetFetchRequestGroupTopicArray(writer, message.topics, version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeOffsetFetchRequestGroupArray(
  writer: Writer,
  items: readonly OffsetFetchRequestGroup[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetFetchRequestGroup(writer, items[index]!, version)
}

function encodeOffsetFetchRequestGroupTopic(
  writer: Writer,
  message: OffsetFetchRequestGroupTopic,
  version: number,
): void {
  if (version < 10) {
    writer.compactString(message.name)
  }
  if (version >= 10) {
    writer.uuid(message.topicId)
  }
  writer.compactArray(message.partitionIndexes.length)
  writeInt32s(writer, message.partitionIndexes)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeOffsetFetchRequestGroupTopicArray(
  writer: Writer,
  items: readonly OffsetFetchRequestGroupTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetFetchRequestGroupTopic(writer, items[index]!, version)
}

function encodeOffsetFetchRequestTopic(
  writer: Writer,
  message: OffsetFetchRequestTopic,
  version: number,
): void {
  if (version >= 6) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 6) {
    writer.compactArray(message.partitionIndexes.length)
    writeInt32s(writer, message.partitionIndexes)
  } else {
    writer.array(message.partitionIndexes.length)
    writeInt32s(writer, message.partitionIndexes)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetFetchRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeOffsetFetchRequestTopicArray(
  writer: Writer,
  items: readonly OffsetFetchRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetFetchRequestTopic(writer, items[index]!, version)
}
export interface OffsetFetchResponse {
  throttleTimeMs: number
  topics: OffsetFetchResponseTopic[]
  errorCode: number
  groups: OffsetFetchResponseGroup[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetFetchResponseGroup {
  groupId: string
  topics: OffsetFetchResponseGroupTopic[]
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetFetchResponseGroupTopic {
  name: string
  topicId: Uuid
  partitions: OffsetFetchResponseGroupTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetFetchResponseGroupTopicPartition {
  partitionIndex: number
  committedOffset: bigint
  committedLeaderEpoch: number
  metadata: string | null
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetFetchResponseTopic {
  name: string
  partitions: OffsetFetchResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetFetchResponseTopicPartition {
  partitionIndex: number
  committedOffset: bigint
  committedLeaderEpoch: number
  metadata: string | null
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function offsetFetchResponse(init: Partial<OffsetFetchResponse> = {}): OffsetFetchResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    topics: init.topics ?? [],
    errorCode: init.errorCode ?? 0,
    groups: init.groups ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetFetchResponseGroup(
  init: Partial<OffsetFetchResponseGroup> = {},
): OffsetFetchResponseGroup {
  return {
    groupId: init.groupId ?? '',
    topics: init.topics ?? [],
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetFetchResponseGroupTopic(
  init: Partial<OffsetFetchResponseGroupTopic> = {},
): OffsetFetchResponseGroupTopic {
  return {
    name: init.name ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetFetchResponseGroupTopicPartition(
  init: Partial<OffsetFetchResponseGroupTopicPartition> = {},
): OffsetFetchResponseGroupTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    committedOffset: init.committedOffset ?? 0n,
    committedLeaderEpoch: init.committedLeaderEpoch ?? -1,
    metadata: init.metadata === undefined ? '' : init.metadata,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetFetchResponseTopic(
  init: Partial<OffsetFetchResponseTopic> = {},
): OffsetFetchResponseTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetFetchResponseTopicPartition(
  init: Partial<OffsetFetchResponseTopicPartition> = {},
): OffsetFetchResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    committedOffset: init.committedOffset ?? 0n,
    committedLeaderEpoch: init.committedLeaderEpoch ?? -1,
    metadata: init.metadata === undefined ? '' : init.metadata,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeOffsetFetchResponse(reader: Reader, version: number): OffsetFetchResponse {
  const throttleTimeMs: number = version >= 3 ? reader.int32() : 0
  const topicsCount = version >= 8 ? 0 : version >= 6 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeOffsetFetchResponseTopicArray(reader, version, topicsCount)
  const errorCode: number = version >= 8 ? 0 : version >= 2 ? reader.int16() : 0
  const groupsCount = version >= 8 ? reader.compactArray(5) : 0
  const groups = decodeOffsetFetchResponseGroupArray(reader, version, groupsCount)
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { throttleTimeMs, topics, errorCode, groups, unknownTaggedFields }
}

function decodeOffsetFetchResponseGroup(reader: Reader, version: number): OffsetFetchResponseGroup {
  const groupId = reader.compactString()
  const topicsCount = reader.compactArray(3)
  const topics = decodeOffsetFetchResponseGroupTopicArray(reader, version, topicsCount)
  const errorCode = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, topics, errorCode, unknownTaggedFields }
}

function decodeOffsetFetchResponseGroupArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchResponseGroup[] {
  reader.structs(count)
  const items = new Array<OffsetFetchResponseGroup>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetFetchResponseGroup(reader, version)
  return items
}

function decodeOffsetFetchResponseGroupTopic(
  reader: Reader,
  version: number,
): OffsetFetchResponseGroupTopic {
  const name: string = version >= 10 ? '' : reader.compactString()
  const topicId: Uuid = version >= 10 ? reader.uuid() : ZERO_UUID
  const partitionsCount = reader.compactArray(20)
  const partitions = decodeOffsetFetchResponseGroupTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { name, topicId, partitions, unknownTaggedFields }
}

function decodeOffsetFetchResponseGroupTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchResponseGroupTopic[] {
  reader.structs(count)
  const items = new Array<OffsetFetchResponseGroupTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetFetchResponseGroupTopic(reader, version)
  return items
}

function decodeOffsetFetchResponseGroupTopicPartition(
  reader: Reader,
  _version: number,
): OffsetFetchResponseGroupTopicPartition {
  const partitionIndex = reader.int32()
  const committedOffset = reader.int64Wide()
  const committedLeaderEpoch = reader.int32()
  const metadata = reader.compactNullableString()
  const errorCode = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return {
    partitionIndex,
    committedOffset,
    committedLeaderEpoch,
    metadata,
    errorCode,
    unknownTaggedFields,
  }
}

function decodeOffsetFetchResponseGroupTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchResponseGroupTopicPartition[] {
  reader.structs(count)
  const items = new Array<OffsetFetchResponseGroupTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetFetchResponseGroupTopicPartition(reader, version)
  return items
}

function decodeOffsetFetchResponseTopic(reader: Reader, version: number): OffsetFetchResponseTopic {
  const name: string = version >= 6 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 6 ? reader.compactArray(20) : reader.array(16)
  const partitions = decodeOffsetFetchResponseTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { name, partitions, unknownTaggedFields }
}

function decodeOffsetFetchResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchResponseTopic[] {
  reader.structs(count)
  const items = new Array<OffsetFetchResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetFetchResponseTopic(reader, version)
  return items
}

function decodeOffsetFetchResponseTopicPartition(
  reader: Reader,
  version: number,
): OffsetFetchResponseTopicPartition {
  const partitionIndex = reader.int32()
  const committedOffset = reader.int64Wide()
  const committedLeaderEpoch: number = version >= 5 ? reader.int32() : -1
  const metadata: string | null =
    version >= 6 ? reader.compactNullableString() : reader.nullableString()
  const errorCode = reader.int16()
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return {
    partitionIndex,
    committedOffset,
    committedLeaderEpoch,
    metadata,
    errorCode,
    unknownTaggedFields,
  }
}

function decodeOffsetFetchResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<OffsetFetchResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetFetchResponseTopicPartition(reader, version)
  return items
}

function encodeOffsetFetchResponse(
  writer: Writer,
  message: OffsetFetchResponse,
  version: number,
): void {
  if (version >= 3) {
    writer.int32(message.throttleTimeMs)
  }
  if (version >= 8) {
    if (message.topics.length !== 0) throwFieldAbsent('OffsetFetchResponse', 'topics', version)
  } else {
    if (version >= 6) {
      writer.compactArray(message.topics.length)
      encodeOffsetFetchResponseTopicArray(writer, message.topics, version)
    } else {
      writer.array(message.topics.length)
      encodeOffsetFetchResponseTopicArray(writer, message.topics, version)
    }
  }
  if (version < 8) {
    if (version >= 2) {
      writer.int16(message.errorCode)
    }
  }
  if (version >= 8) {
    writer.compactArray(message.groups.length)
    encodeOffsetFetchResponseGroupArray(writer, message.groups, version)
  } else {
    if (message.groups.length !== 0) throwFieldAbsent('OffsetFetchResponse', 'groups', version)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetFetchResponse', 'unknownTaggedFields', version)
  }
}

function encodeOffsetFetchResponseGroup(
  writer: Writer,
  message: OffsetFetchResponseGroup,
  version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactArray(message.topics.length)
  encodeOffsetFetchResponseGroupTopicArray(writer, message.topics, version)
  writer.int16(message.errorCode)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeOffsetFetchResponseGroupArray(
  writer: Writer,
  items: readonly OffsetFetchResponseGroup[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetFetchResponseGroup(writer, items[index]!, version)
}

function encodeOffsetFetchResponseGroupTopic(
  writer: Writer,
  message: OffsetFetchResponseGroupTopic,
  version: number,
): void {
  if (version < 10) {
    writer.compactString(message.name)
  }
  if (version >= 10) {
    writer.uuid(message.topicId)
  }
  writer.compactArray(message.partitions.length)
  encodeOffsetFetchResponseGroupTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeOffsetFetchResponseGroupTopicArray(
  writer: Writer,
  items: readonly OffsetFetchResponseGroupTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetFetchResponseGroupTopic(writer, items[index]!, version)
}

function encodeOffsetFetchResponseGroupTopicPartition(
  writer: Writer,
  message: OffsetFetchResponseGroupTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int64Wide(message.committedOffset)
  writer.int32(message.committedLeaderEpoch)
  writer.compactNullableString(message.metadata)
  writer.int16(message.errorCode)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeOffsetFetchResponseGroupTopicPartitionArray(
  writer: Writer,
  items: readonly OffsetFetchResponseGroupTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetFetchResponseGroupTopicPartition(writer, items[index]!, version)
}

function encodeOffsetFetchResponseTopic(
  writer: Writer,
  message: OffsetFetchResponseTopic,
  version: number,
): void {
  if (version >= 6) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 6) {
    writer.compactArray(message.partitions.length)
    encodeOffsetFetchResponseTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeOffsetFetchResponseTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetFetchResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeOffsetFetchResponseTopicArray(
  writer: Writer,
  items: readonly OffsetFetchResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetFetchResponseTopic(writer, items[index]!, version)
}

function encodeOffsetFetchResponseTopicPartition(
  writer: Writer,
  message: OffsetFetchResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int64Wide(message.committedOffset)
  if (version >= 5) {
    writer.int32(message.committedLeaderEpoch)
  }
  if (version >= 6) {
    writer.compactNullableString(message.metadata)
  } else {
    writer.nullableString(message.metadata)
  }
  writer.int16(message.errorCode)
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetFetchResponseTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeOffsetFetchResponseTopicPartitionArray(
  writer: Writer,
  items: readonly OffsetFetchResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetFetchResponseTopicPartition(writer, items[index]!, version)
}

export const offsetFetchApi: Api<OffsetFetchRequest, OffsetFetchResponse> = {
  key: 9,
  name: 'OffsetFetch',
  versionMin: 1,
  versionMax: 10,
  versionMaxStable: 10,
  flexibleSince: 6,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 10))
        throwVersionUndecodable('OffsetFetchRequest', version, '1-10')
      return decodeOffsetFetchRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 10))
        throwVersionUnencodable('OffsetFetchRequest', version, '1-10')
      encodeOffsetFetchRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 10))
        throwVersionUndecodable('OffsetFetchResponse', version, '1-10')
      return decodeOffsetFetchResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 10))
        throwVersionUnencodable('OffsetFetchResponse', version, '1-10')
      encodeOffsetFetchResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 6 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 6 ? 1 : 0),
}
