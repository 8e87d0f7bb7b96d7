import type { Api } from '../api.ts'
import { readInt32s, writeInt32s } from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface AlterReplicaLogDirsRequest {
  dirs: AlterReplicaLogDirsRequestDir[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterReplicaLogDirsRequestDir {
  path: string
  topics: AlterReplicaLogDirsRequestDirTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterReplicaLogDirsRequestDirTopic {
  name: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterReplicaLogDirsRequest(
  init: Partial<AlterReplicaLogDirsRequest> = {},
): AlterReplicaLogDirsRequest {
  return { dirs: init.dirs ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function alterReplicaLogDirsRequestDir(
  init: Partial<AlterReplicaLogDirsRequestDir> = {},
): AlterReplicaLogDirsRequestDir {
  return {
    path: init.path ?? '',
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterReplicaLogDirsRequestDirTopic(
  init: Partial<AlterReplicaLogDirsRequestDirTopic> = {},
): AlterReplicaLogDirsRequestDirTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterReplicaLogDirsRequest(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsRequest {
  const dirsCount = version >= 2 ? reader.compactArray(3) : reader.array(6)
  const dirs = decodeAlterReplicaLogDirsRequestDirArray(reader, version, dirsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { dirs, unknownTaggedFields }
}

function decodeAlterReplicaLogDirsRequestDir(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsRequestDir {
  const path: string = version >= 2 ? reader.compactString() : reader.string()
  const topicsCount = version >= 2 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeAlterReplicaLogDirsRequestDirTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { path, topics, unknownTaggedFields }
}

function decodeAlterReplicaLogDirsRequestDirArray(
  reader: Reader,
  version: number,
  count: number,
): AlterReplicaLogDirsRequestDir[] {
  reader.structs(count)
  const items = new Array<AlterReplicaLogDirsRequestDir>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterReplicaLogDirsRequestDir(reader, version)
  return items
}

function decodeAlterReplicaLogDirsRequestDirTopic(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsRequestDirTopic {
  const name: string = version >= 2 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 2 ? reader.compactArray(4) : reader.array(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { name, partitions, unknownTaggedFields }
}

function decodeAlterReplicaLogDirsRequestDirTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AlterReplicaLogDirsRequestDirTopic[] {
  reader.structs(count)
  const items = new Array<AlterReplicaLogDirsRequestDirTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterReplicaLogDirsRequestDirTopic(reader, version)
  return items
}

function encodeAlterReplicaLogDirsRequest(
  writer: Writer,
  message: AlterReplicaLogDirsRequest,
  version: number,
): void {
  if (version >= 2) {
    writer.compactArray(message.dirs.length)
    encodeAlterReplicaLogDirsRequestDirArray(writer, message.dirs, version)
  } else {
    writer.array(message.dirs.length)
    encodeAlterReplicaLogDirsRequestDirArray(writer, message.dirs, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterReplicaLogDirsRequest', 'unknownTaggedFields', version)
  }
}

function encodeAlterReplicaLogDirsRequestDir(
  writer: Writer,
  message: AlterReplicaLogDirsRequestDir,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.path)
  } else {
    writer.string(message.path)
  }
  if (version >= 2) {
    writer.compactArray(message.topics.length)
    encodeAlterReplicaLogDirsRequestDirTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeAlterReplicaLogDirsRequestDirTopicArray(writer, message.topics, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterReplicaLogDirsRequestDir', 'unknownTaggedFields', version)
  }
}

function encodeAlterReplicaLogDirsRequestDirArray(
  writer: Writer,
  items: readonly AlterReplicaLogDirsRequestDir[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterReplicaLogDirsRequestDir(writer, items[index]!, version)
}

function encodeAlterReplicaLogDirsRequestDirTopic(
  writer: Writer,
  message: AlterReplicaLogDirsRequestDirTopic,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 2) {
    writer.compactArray(message.partitions.length)
    writeInt32s(writer, message.partitions)
  } else {
    writer.array(message.partitions.length)
    writeInt32s(writer, message.partitions)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterReplicaLogDirsRequestDirTopic', 'unknownTaggedFields', version)
  }
}

function encodeAlterReplicaLogDirsRequestDirTopicArray(
  writer: Writer,
  items: readonly AlterReplicaLogDirsRequestDirTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterReplicaLogDirsRequestDirTopic(writer, items[index]!, version)
}
export interface AlterReplicaLogDirsResponse {
  throttleTimeMs: number
  results: AlterReplicaLogDirsResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterReplicaLogDirsResponseResult {
  topicName: string
  partitions: AlterReplicaLogDirsResponseResultPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterReplicaLogDirsResponseResultPartition {
  partitionIndex: number
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterReplicaLogDirsResponse(
  init: Partial<AlterReplicaLogDirsResponse> = {},
): AlterReplicaLogDirsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    results: init.results ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterReplicaLogDirsResponseResult(
  init: Partial<AlterReplicaLogDirsResponseResult> = {},
): AlterReplicaLogDirsResponseResult {
  return {
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterReplicaLogDirsResponseResultPartition(
  init: Partial<AlterReplicaLogDirsResponseResultPartition> = {},
): AlterReplicaLogDirsResponseResultPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterReplicaLogDirsResponse(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsResponse {
  const throttleTimeMs = reader.int32()
  const resultsCount = version >= 2 ? reader.compactArray(3) : reader.array(6)
  const results = decodeAlterReplicaLogDirsResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { throttleTimeMs, results, unknownTaggedFields }
}

function decodeAlterReplicaLogDirsResponseResult(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsResponseResult {
  const topicName: string = version >= 2 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 2 ? reader.compactArray(7) : reader.array(6)
  const partitions = decodeAlterReplicaLogDirsResponseResultPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { topicName, partitions, unknownTaggedFields }
}

function decodeAlterReplicaLogDirsResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): AlterReplicaLogDirsResponseResult[] {
  reader.structs(count)
  const items = new Array<AlterReplicaLogDirsResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterReplicaLogDirsResponseResult(reader, version)
  return items
}

function decodeAlterReplicaLogDirsResponseResultPartition(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsResponseResultPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { partitionIndex, errorCode, unknownTaggedFields }
}

function decodeAlterReplicaLogDirsResponseResultPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterReplicaLogDirsResponseResultPartition[] {
  reader.structs(count)
  const items = new Array<AlterReplicaLogDirsResponseResultPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterReplicaLogDirsResponseResultPartition(reader, version)
  return items
}

function encodeAlterReplicaLogDirsResponse(
  writer: Writer,
  message: AlterReplicaLogDirsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 2) {
    writer.compactArray(message.results.length)
    encodeAlterReplicaLogDirsResponseResultArray(writer, message.results, version)
  } else {
    writer.array(message.results.length)
    encodeAlterReplicaLogDirsResponseResultArray(writer, message.results, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterReplicaLogDirsResponse', 'unknownTaggedFields', version)
  }
}

function encodeAlterReplicaLogDirsResponseResult(
  writer: Writer,
  message: AlterReplicaLogDirsResponseResult,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.topicName)
  } else {
    writer.string(message.topicName)
  }
  if (version >= 2) {
    writer.compactArray(message.partitions.length)
    encodeAlterReplicaLogDirsResponseResultPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeAlterReplicaLogDirsResponseResultPartitionArray(writer, message.partitions, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterReplicaLogDirsResponseResult', 'unknownTaggedFields', version)
  }
}

function encodeAlterReplicaLogDirsResponseResultArray(
  writer: Writer,
  items: readonly AlterReplicaLogDirsResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterReplicaLogDirsResponseResult(writer, items[index]!, version)
}

function encodeAlterReplicaLogDirsResponseResultPartition(
  writer: Writer,
  message: AlterReplicaLogDirsResponseResultPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterReplicaLogDirsResponseResultPartition', 'unknownTaggedFields', version)
  }
}

function encodeAlterReplicaLogDirsResponseResultPartitionArray(
  writer: Writer,
  items: readonly AlterReplicaLogDirsResponseResultPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterReplicaLogDirsResponseResultPartition(writer, items[index]!, version)
}

export const alterReplicaLogDirsApi: Api<AlterReplicaLogDirsRequest, AlterReplicaLogDirsResponse> =
  {
    key: 34,
    name: 'AlterReplicaLogDirs',
    versionMin: 1,
    versionMax: 2,
    versionMaxStable: 2,
    flexibleSince: 2,
    listeners: ['broker'],
    request: {
      decode(reader, version) {
        if (!(version >= 1 && version <= 2))
          throwVersionUndecodable('AlterReplicaLogDirsRequest', version, '1-2')
        return decodeAlterReplicaLogDirsRequest(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 1 && version <= 2))
          throwVersionUnencodable('AlterReplicaLogDirsRequest', version, '1-2')
        encodeAlterReplicaLogDirsRequest(writer, message, version)
      },
    },
    response: {
      decode(reader, version) {
        if (!(version >= 1 && version <= 2))
          throwVersionUndecodable('AlterReplicaLogDirsResponse', version, '1-2')
        return decodeAlterReplicaLogDirsResponse(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 1 && version <= 2))
          throwVersionUnencodable('AlterReplicaLogDirsResponse', version, '1-2')
        encodeAlterReplicaLogDirsResponse(writer, message, version)
      },
    },
    requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
    responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
  }
