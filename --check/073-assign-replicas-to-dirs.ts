import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface AssignReplicasToDirsRequest {
  brokerId: number
  brokerEpoch: number
  directories: AssignReplicasToDirsRequestDirectory[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AssignReplicasToDirsRequestDirectory {
  id: Uuid
  topics: AssignReplicasToDirsRequestDirectoryTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AssignReplicasToDirsRequestDirectoryTopic {
  topicId: Uuid
  partitions: AssignReplicasToDirsRequestDirectoryTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AssignReplicasToDirsRequestDirectoryTopicPartition {
  partitionIndex: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function assignReplicasToDirsRequest(
  init: Partial<AssignReplicasToDirsRequest> = {},
): AssignReplicasToDirsRequest {
  return {
    brokerId: init.brokerId ?? 0,
    brokerEpoch: init.brokerEpoch ?? -1,
    directories: init.directories ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function assignReplicasToDirsRequestDirectory(
  init: Partial<AssignReplicasToDirsRequestDirectory> = {},
): AssignReplicasToDirsRequestDirectory {
  return {
    id: init.id ?? ZERO_UUID,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function assignReplicasToDirsRequestDirectoryTopic(
  init: Partial<AssignReplicasToDirsRequestDirectoryTopic> = {},
): AssignReplicasToDirsRequestDirectoryTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function assignReplicasToDirsRequestDirectoryTopicPartition(
  init: Partial<AssignReplicasToDirsRequestDirectoryTopicPartition> = {},
): AssignReplicasToDirsRequestDirectoryTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAssignReplicasToDirsRequest(
  reader: Reader,
  version: number,
): AssignReplicasToDirsRequest {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  const directoriesCount = reader.compactArray(18)
  const directories = decodeAssignReplicasToDirsRequestDirectoryArray(
    reader,
    version,
    directoriesCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { brokerId, brokerEpoch, directories, unknownTaggedFields }
}

function decodeAssignReplicasToDirsRequestDirectory(
  reader: Reader,
  version: number,
): AssignReplicasToDirsRequestDirectory {
  const id = reader.uuid()
  const topicsCount = reader.compactArray(18)
  const topics = decodeAssignReplicasToDirsRequestDirectoryTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { id, topics, unknownTaggedFields }
}

function decodeAssignReplicasToDirsRequestDirectoryArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsRequestDirectory[] {
  reader.structs(count)
  const items = new Array<AssignReplicasToDirsRequestDirectory>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAssignReplicasToDirsRequestDirectory(reader, version)
  return items
}

function decodeAssignReplicasToDirsRequestDirectoryTopic(
  reader: Reader,
  version: number,
): AssignReplicasToDirsRequestDirectoryTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(5)
  const partitions = decodeAssignReplicasToDirsRequestDirectoryTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeAssignReplicasToDirsRequestDirectoryTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsRequestDirectoryTopic[] {
  reader.structs(count)
  const items = new Array<AssignReplicasToDirsRequestDirectoryTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAssignReplicasToDirsRequestDirectoryTopic(reader, version)
  return items
}

function decodeAssignReplicasToDirsRequestDirectoryTopicPartition(
  reader: Reader,
  _version: number,
): AssignReplicasToDirsRequestDirectoryTopicPartition {
  const partitionIndex = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, unknownTaggedFields }
}

function decodeAssignReplicasToDirsRequestDirectoryTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsRequestDirectoryTopicPartition[] {
  reader.structs(count)
  const items = new Array<AssignReplicasToDirsRequestDirectoryTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAssignReplicasToDirsRequestDirectoryTopicPartition(reader, version)
  return items
}

function encodeAssignReplicasToDirsRequest(
  writer: Writer,
  message: AssignReplicasToDirsRequest,
  version: number,
): void {
  writer.int32(message.brokerId)
  writer.int64(message.brokerEpoch)
  writer.compactArray(message.directories.length)
  encodeAssignReplicasToDirsRequestDirectoryArray(writer, message.directories, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAssignReplicasToDirsRequestDirectory(
  writer: Writer,
  message: AssignReplicasToDirsRequestDirectory,
  version: number,
): void {
  writer.uuid(message.id)
  writer.compactArray(message.topics.length)
  encodeAssignReplicasToDirsRequestDirectoryTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAssignReplicasToDirsRequestDirectoryArray(
  writer: Writer,
  items: readonly AssignReplicasToDirsRequestDirectory[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAssignReplicasToDirsRequestDirectory(writer, items[index]!, version)
}

function encodeAssignReplicasToDirsRequestDirectoryTopic(
  writer: Writer,
  message: AssignReplicasToDirsRequestDirectoryTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeAssignReplicasToDirsRequestDirectoryTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAssignReplicasToDirsRequestDirectoryTopicArray(
  writer: Writer,
  items: readonly AssignReplicasToDirsRequestDirectoryTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAssignReplicasToDirsRequestDirectoryTopic(writer, items[index]!, version)
}

function encodeAssignReplicasToDirsRequestDirectoryTopicPartition(
  writer: Writer,
  message: AssignReplicasToDirsRequestDirectoryTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAssignReplicasToDirsRequestDirectoryTopicPartitionArray(
  writer: Writer,
  items: readonly AssignReplicasToDirsRequestDirectoryTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAssignReplicasToDirsRequestDirectoryTopicPartition(writer, items[index]!, version)
}
export interface AssignReplicasToDirsResponse {
  throttleTimeMs: number
  errorCode: number
  directories: AssignReplicasToDirsResponseDirectory[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AssignReplicasToDirsResponseDirectory {
  id: Uuid
  topics: AssignReplicasToDirsResponseDirectoryTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AssignReplicasToDirsResponseDirectoryTopic {
  topicId: Uuid
  partitions: AssignReplicasToDirsResponseDirectoryTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AssignReplicasToDirsResponseDirectoryTopicPartition {
  partitionIndex: number
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function assignReplicasToDirsResponse(
  init: Partial<AssignReplicasToDirsResponse> = {},
): AssignReplicasToDirsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    directories: init.directories ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function assignReplicasToDirsResponseDirectory(
  init: Partial<AssignReplicasToDirsResponseDirectory> = {},
): AssignReplicasToDirsResponseDirectory {
  return {
    id: init.id ?? ZERO_UUID,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function assignReplicasToDirsResponseDirectoryTopic(
  init: Partial<AssignReplicasToDirsResponseDirectoryTopic> = {},
): AssignReplicasToDirsResponseDirectoryTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function assignReplicasToDirsResponseDirectoryTopicPartition(
  init: Partial<AssignReplicasToDirsResponseDirectoryTopicPartition> = {},
): AssignReplicasToDirsResponseDirectoryTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAssignReplicasToDirsResponse(
  reader: Reader,
  version: number,
): AssignReplicasToDirsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const directoriesCount = reader.compactArray(18)
  const directories = decodeAssignReplicasToDirsResponseDirectoryArray(
    reader,
    version,
    directoriesCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, directories, unknownTaggedFields }
}

function decodeAssignReplicasToDirsResponseDirectory(
  reader: Reader,
  version: number,
): AssignReplicasToDirsResponseDirectory {
  const id = reader.uuid()
  const topicsCount = reader.compactArray(18)
  const topics = decodeAssignReplicasToDirsResponseDirectoryTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { id, topics, unknownTaggedFields }
}

function decodeAssignReplicasToDirsResponseDirectoryArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsResponseDirectory[] {
  reader.structs(count)
  const items = new Array<AssignReplicasToDirsResponseDirectory>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAssignReplicasToDirsResponseDirectory(reader, version)
  return items
}

function decodeAssignReplicasToDirsResponseDirectoryTopic(
  reader: Reader,
  version: number,
): AssignReplicasToDirsResponseDirectoryTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(7)
  const partitions = decodeAssignReplicasToDirsResponseDirectoryTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeAssignReplicasToDirsResponseDirectoryTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsResponseDirectoryTopic[] {
  reader.structs(count)
  const items = new Array<AssignReplicasToDirsResponseDirectoryTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAssignReplicasToDirsResponseDirectoryTopic(reader, version)
  return items
}

function decodeAssignReplicasToDirsResponseDirectoryTopicPartition(
  reader: Reader,
  _version: number,
): AssignReplicasToDirsResponseDirectoryTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, errorCode, unknownTaggedFields }
}

function decodeAssignReplicasToDirsResponseDirectoryTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsResponseDirectoryTopicPartition[] {
  reader.structs(count)
  const items = new Array<AssignReplicasToDirsResponseDirectoryTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAssignReplicasToDirsResponseDirectoryTopicPartition(reader, version)
  return items
}

function encodeAssignReplicasToDirsResponse(
  writer: Writer,
  message: AssignReplicasToDirsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactArray(message.directories.length)
  encodeAssignReplicasToDirsResponseDirectoryArray(writer, message.directories, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAssignReplicasToDirsResponseDirectory(
  writer: Writer,
  message: AssignReplicasToDirsResponseDirectory,
  version: number,
): void {
  writer.uuid(message.id)
  writer.compactArray(message.topics.length)
  encodeAssignReplicasToDirsResponseDirectoryTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAssignReplicasToDirsResponseDirectoryArray(
  writer: Writer,
  items: readonly AssignReplicasToDirsResponseDirectory[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAssignReplicasToDirsResponseDirectory(writer, items[index]!, version)
}

function encodeAssignReplicasToDirsResponseDirectoryTopic(
  writer: Writer,
  message: AssignReplicasToDirsResponseDirectoryTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeAssignReplicasToDirsResponseDirectoryTopicPartitionArray(
    writer,
    message.partitions,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAssignReplicasToDirsResponseDirectoryTopicArray(
  writer: Writer,
  items: readonly AssignReplicasToDirsResponseDirectoryTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAssignReplicasToDirsResponseDirectoryTopic(writer, items[index]!, version)
}

function encodeAssignReplicasToDirsResponseDirectoryTopicPartition(
  writer: Writer,
  message: AssignReplicasToDirsResponseDirectoryTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAssignReplicasToDirsResponseDirectoryTopicPartitionArray(
  writer: Writer,
  items: readonly AssignReplicasToDirsResponseDirectoryTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAssignReplicasToDirsResponseDirectoryTopicPartition(writer, items[index]!, version)
}

export const assignReplicasToDirsApi: Api<
  AssignReplicasToDirsRequest,
  AssignReplicasToDirsResponse
> = {
  key: 73,
  name: 'AssignReplicasToDirs',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('AssignReplicasToDirsRequest', version, '0')
      return decodeAssignReplicasToDirsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('AssignReplicasToDirsRequest', version, '0')
      encodeAssignReplicasToDirsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('AssignReplicasToDirsResponse', version, '0')
      return decodeAssignReplicasToDirsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('AssignReplicasToDirsResponse', version, '0')
      encodeAssignReplicasToDirsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
