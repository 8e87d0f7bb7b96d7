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

export interface DescribeLogDirsRequest {
  topics: DescribeLogDirsRequestTopic[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeLogDirsRequestTopic {
  topic: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeLogDirsRequest(
  init: Partial<DescribeLogDirsRequest> = {},
): DescribeLogDirsRequest {
  return {
    topics: init.topics === undefined ? [] : init.topics,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeLogDirsRequestTopic(
  init: Partial<DescribeLogDirsRequestTopic> = {},
): DescribeLogDirsRequestTopic {
  return {
    topic: init.topic ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeLogDirsRequest(reader: Reader, version: number): DescribeLogDirsRequest {
  const topicsCount = version >= 2 ? reader.compactNullableArray(3) : reader.nullableArray(6)
  const topics =
    topicsCount < 0 ? null : decodeDescribeLogDirsRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { topics, unknownTaggedFields }
}

function decodeDescribeLogDirsRequestTopic(
  reader: Reader,
  version: number,
): DescribeLogDirsRequestTopic {
  const topic: string = version >= 2 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 2 ? reader.compactArray(4) : reader.array(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { topic, partitions, unknownTaggedFields }
}

function decodeDescribeLogDirsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeLogDirsRequestTopic[] {
  reader.structs(count)
  const items = new Array<DescribeLogDirsRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeLogDirsRequestTopic(reader, version)
  return items
}

function encodeDescribeLogDirsRequest(
  writer: Writer,
  message: DescribeLogDirsRequest,
  version: number,
): void {
  if (version >= 2) {
    if (message.topics === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.topics.length)
      encodeDescribeLogDirsRequestTopicArray(writer, message.topics, version)
    }
  } else {
    if (message.topics === null) writer.array(-1)
    else {
      writer.array(message.topics.length)
      encodeDescribeLogDirsRequestTopicArray(writer, message.topics, version)
    }
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeLogDirsRequest', 'unknownTaggedFields', version)
  }
}

function encodeDescribeLogDirsRequestTopic(
  writer: Writer,
  message: DescribeLogDirsRequestTopic,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.topic)
  } else {
    writer.string(message.topic)
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
      throwFieldAbsent('DescribeLogDirsRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeDescribeLogDirsRequestTopicArray(
  writer: Writer,
  items: readonly DescribeLogDirsRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeLogDirsRequestTopic(writer, items[index]!, version)
}
export interface DescribeLogDirsResponse {
  throttleTimeMs: number
  errorCode: number
  results: DescribeLogDirsResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeLogDirsResponseResult {
  errorCode: number
  logDir: string
  topics: DescribeLogDirsResponseResultTopic[]
  totalBytes: number
  usableBytes: number
  isCordoned: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeLogDirsResponseResultTopic {
  name: string
  partitions: DescribeLogDirsResponseResultTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeLogDirsResponseResultTopicPartition {
  partitionIndex: number
  partitionSize: number
  offsetLag: number
  isFutureKey: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeLogDirsResponse(
  init: Partial<DescribeLogDirsResponse> = {},
): DescribeLogDirsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    results: init.results ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeLogDirsResponseResult(
  init: Partial<DescribeLogDirsResponseResult> = {},
): DescribeLogDirsResponseResult {
  return {
    errorCode: init.errorCode ?? 0,
    logDir: init.logDir ?? '',
    topics: init.topics ?? [],
    totalBytes: init.totalBytes ?? -1,
    usableBytes: init.usableBytes ?? -1,
    isCordoned: init.isCordoned ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeLogDirsResponseResultTopic(
  init: Partial<DescribeLogDirsResponseResultTopic> = {},
): DescribeLogDirsResponseResultTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeLogDirsResponseResultTopicPartition(
  init: Partial<DescribeLogDirsResponseResultTopicPartition> = {},
): DescribeLogDirsResponseResultTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    partitionSize: init.partitionSize ?? 0,
    offsetLag: init.offsetLag ?? 0,
    isFutureKey: init.isFutureKey ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeLogDirsResponse(reader: Reader, version: number): DescribeLogDirsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode: number = version >= 3 ? reader.int16() : 0
  const resultsCount = version >= 2 ? reader.compactArray(5) : reader.array(8)
  const results = decodeDescribeLogDirsResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { throttleTimeMs, errorCode, results, unknownTaggedFields }
}

function decodeDescribeLogDirsResponseResult(
  reader: Reader,
  version: number,
): DescribeLogDirsResponseResult {
  const errorCode = reader.int16()
  const logDir: string = version >= 2 ? reader.compactString() : reader.string()
  const topicsCount = version >= 2 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeDescribeLogDirsResponseResultTopicArray(reader, version, topicsCount)
  const totalBytes: number = version >= 4 ? reader.int64() : -1
  const usableBytes: number = version >= 4 ? reader.int64() : -1
  const isCordoned: boolean = version >= 5 ? reader.bool() : false
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { errorCode, logDir, topics, totalBytes, usableBytes, isCordoned, unknownTaggedFields }
}

function decodeDescribeLogDirsResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeLogDirsResponseResult[] {
  reader.structs(count)
  const items = new Array<DescribeLogDirsResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeLogDirsResponseResult(reader, version)
  return items
}

function decodeDescribeLogDirsResponseResultTopic(
  reader: Reader,
  version: number,
): DescribeLogDirsResponseResultTopic {
  const name: string = version >= 2 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 2 ? reader.compactArray(22) : reader.array(21)
  const partitions = decodeDescribeLogDirsResponseResultTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { name, partitions, unknownTaggedFields }
}

function decodeDescribeLogDirsResponseResultTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeLogDirsResponseResultTopic[] {
  reader.structs(count)
  const items = new Array<DescribeLogDirsResponseResultTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeLogDirsResponseResultTopic(reader, version)
  return items
}

function decodeDescribeLogDirsResponseResultTopicPartition(
  reader: Reader,
  version: number,
): DescribeLogDirsResponseResultTopicPartition {
  const partitionIndex = reader.int32()
  const partitionSize = reader.int64()
  const offsetLag = reader.int64()
  const isFutureKey = reader.bool()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { partitionIndex, partitionSize, offsetLag, isFutureKey, unknownTaggedFields }
}

function decodeDescribeLogDirsResponseResultTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeLogDirsResponseResultTopicPartition[] {
  reader.structs(count)
  const items = new Array<DescribeLogDirsResponseResultTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeLogDirsResponseResultTopicPartition(reader, version)
  return items
}

function encodeDescribeLogDirsResponse(
  writer: Writer,
  message: DescribeLogDirsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 3) {
    writer.int16(message.errorCode)
  }
  if (version >= 2) {
    writer.compactArray(message.results.length)
    encodeDescribeLogDirsResponseResultArray(writer, message.results, version)
  } else {
    writer.array(message.results.length)
    encodeDescribeLogDirsResponseResultArray(writer, message.results, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeLogDirsResponse', 'unknownTaggedFields', version)
  }
}

function encodeDescribeLogDirsResponseResult(
  writer: Writer,
  message: DescribeLogDirsResponseResult,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactString(message.logDir)
  } else {
    writer.string(message.logDir)
  }
  if (version >= 2) {
    writer.compactArray(message.topics.length)
    encodeDescribeLogDirsResponseResultTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeDescribeLogDirsResponseResultTopicArray(writer, message.topics, version)
  }
  if (version >= 4) {
    writer.int64(message.totalBytes)
  }
  if (version >= 4) {
    writer.int64(message.usableBytes)
  }
  if (version >= 5) {
    writer.bool(message.isCordoned)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeLogDirsResponseResult', 'unknownTaggedFields', version)
  }
}

function encodeDescribeLogDirsResponseResultArray(
  writer: Writer,
  items: readonly DescribeLogDirsResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeLogDirsResponseResult(writer, items[index]!, version)
}

function encodeDescribeLogDirsResponseResultTopic(
  writer: Writer,
  message: DescribeLogDirsResponseResultTopic,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 2) {
    writer.compactArray(message.partitions.length)
    encodeDescribeLogDirsResponseResultTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeDescribeLogDirsResponseResultTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeLogDirsResponseResultTopic', 'unknownTaggedFields', version)
  }
}

function encodeDescribeLogDirsResponseResultTopicArray(
  writer: Writer,
  items: readonly DescribeLogDirsResponseResultTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeLogDirsResponseResultTopic(writer, items[index]!, version)
}

function encodeDescribeLogDirsResponseResultTopicPartition(
  writer: Writer,
  message: DescribeLogDirsResponseResultTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int64(message.partitionSize)
  writer.int64(message.offsetLag)
  writer.bool(message.isFutureKey)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent(
        'DescribeLogDirsResponseResultTopicPartition',
        'unknownTaggedFields',
        version,
      )
  }
}

function encodeDescribeLogDirsResponseResultTopicPartitionArray(
  writer: Writer,
  items: readonly DescribeLogDirsResponseResultTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeLogDirsResponseResultTopicPartition(writer, items[index]!, version)
}

export const describeLogDirsApi: Api<DescribeLogDirsRequest, DescribeLogDirsResponse> = {
  key: 35,
  name: 'DescribeLogDirs',
  versionMin: 1,
  versionMax: 5,
  versionMaxStable: 5,
  flexibleSince: 2,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 5))
        throwVersionUndecodable('DescribeLogDirsRequest', version, '1-5')
      return decodeDescribeLogDirsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 5))
        throwVersionUnencodable('DescribeLogDirsRequest', version, '1-5')
      encodeDescribeLogDirsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 5))
        throwVersionUndecodable('DescribeLogDirsResponse', version, '1-5')
      return decodeDescribeLogDirsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 5))
        throwVersionUnencodable('DescribeLogDirsResponse', version, '1-5')
      encodeDescribeLogDirsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
