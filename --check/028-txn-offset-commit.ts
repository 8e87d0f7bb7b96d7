import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface TxnOffsetCommitRequest {
  transactionalId: string
  groupId: string
  producerId: number
  producerEpoch: number
  generationId: number
  memberId: string
  groupInstanceId: string | null
  topics: TxnOffsetCommitRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface TxnOffsetCommitRequestTopic {
  name: string
  partitions: TxnOffsetCommitRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface TxnOffsetCommitRequestTopicPartition {
  partitionIndex: number
  committedOffset: bigint
  committedLeaderEpoch: number
  committedMetadata: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function txnOffsetCommitRequest(
  init: Partial<TxnOffsetCommitRequest> = {},
): TxnOffsetCommitRequest {
  return {
    transactionalId: init.transactionalId ?? '',
    groupId: init.groupId ?? '',
    producerId: init.producerId ?? 0,
    producerEpoch: init.producerEpoch ?? 0,
    generationId: init.generationId ?? -1,
    memberId: init.memberId ?? '',
    groupInstanceId: init.groupInstanceId ?? null,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function txnOffsetCommitRequestTopic(
  init: Partial<TxnOffsetCommitRequestTopic> = {},
): TxnOffsetCommitRequestTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function txnOffsetCommitRequestTopicPartition(
  init: Partial<TxnOffsetCommitRequestTopicPartition> = {},
): TxnOffsetCommitRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    committedOffset: init.committedOffset ?? 0n,
    committedLeaderEpoch: init.committedLeaderEpoch ?? -1,
    committedMetadata: init.committedMetadata === undefined ? '' : init.committedMetadata,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeTxnOffsetCommitRequest(reader: Reader, version: number): TxnOffsetCommitRequest {
  const transactionalId: string = version >= 3 ? reader.compactString() : reader.string()
  const groupId: string = version >= 3 ? reader.compactString() : reader.string()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const generationId: number = version >= 3 ? reader.int32() : -1
  const memberId: string = version >= 3 ? reader.compactString() : ''
  const groupInstanceId: string | null = version >= 3 ? reader.compactNullableString() : null
  const topicsCount = version >= 3 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeTxnOffsetCommitRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return {
    transactionalId,
    groupId,
    producerId,
    producerEpoch,
    generationId,
    memberId,
    groupInstanceId,
    topics,
    unknownTaggedFields,
  }
}

function decodeTxnOffsetCommitRequestTopic(
  reader: Reader,
  version: number,
): TxnOffsetCommitRequestTopic {
  const name: string = version >= 3 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 3 ? reader.compactArray(18) : reader.array(14)
  const partitions = decodeTxnOffsetCommitRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { name, partitions, unknownTaggedFields }
}

function decodeTxnOffsetCommitRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): TxnOffsetCommitRequestTopic[] {
  reader.structs(count)
  const items = new Array<TxnOffsetCommitRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeTxnOffsetCommitRequestTopic(reader, version)
  return items
}

function decodeTxnOffsetCommitRequestTopicPartition(
  reader: Reader,
  version: number,
): TxnOffsetCommitRequestTopicPartition {
  const partitionIndex = reader.int32()
  const committedOffset = reader.int64Wide()
  const committedLeaderEpoch: number = version >= 2 ? reader.int32() : -1
  const committedMetadata: string | null =
    version >= 3 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return {
    partitionIndex,
    committedOffset,
    committedLeaderEpoch,
    committedMetadata,
    unknownTaggedFields,
  }
}

function decodeTxnOffsetCommitRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): TxnOffsetCommitRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<TxnOffsetCommitRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeTxnOffsetCommitRequestTopicPartition(reader, version)
  return items
}

function encodeTxnOffsetCommitRequest(
  writer: Writer,
  message: TxnOffsetCommitRequest,
  version: number,
): void {
  if (version >= 3) {
    writer.compactString(message.transactionalId)
  } else {
    writer.string(message.transactionalId)
  }
  if (version >= 3) {
    writer.compactString(message.groupId)
  } else {
    writer.string(message.groupId)
  }
  writer.int64(message.producerId)
  writer.int16(message.producerEpoch)
  if (version >= 3) {
    writer.int32(message.generationId)
  } else {
    if (message.generationId !== -1)
      throwFieldAbsent('TxnOffsetCommitRequest', 'generationId', version)
  }
  if (version >= 3) {
    writer.compactString(message.memberId)
  } else {
    if (message.memberId !== '') throwFieldAbsent('TxnOffsetCommitRequest', 'memberId', version)
  }
  if (version >= 3) {
    writer.compactNullableString(message.groupInstanceId)
  } else {
    if (message.groupInstanceId !== null)
      throwFieldAbsent('TxnOffsetCommitRequest', 'groupInstanceId', version)
  }
  if (version >= 3) {
    writer.compactArray(message.topics.length)
    encodeTxnOffsetCommitRequestTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeTxnOffsetCommitRequestTopicArray(writer, message.topics, version)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('TxnOffsetCommitRequest', 'unknownTaggedFields', version)
  }
}

function encodeTxnOffsetCommitRequestTopic(
  writer: Writer,
  message: TxnOffsetCommitRequestTopic,
  version: number,
): void {
  if (version >= 3) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 3) {
    writer.compactArray(message.partitions.length)
    encodeTxnOffsetCommitRequestTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeTxnOffsetCommitRequestTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('TxnOffsetCommitRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeTxnOffsetCommitRequestTopicArray(
  writer: Writer,
  items: readonly TxnOffsetCommitRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeTxnOffsetCommitRequestTopic(writer, items[index]!, version)
}

function encodeTxnOffsetCommitRequestTopicPartition(
  writer: Writer,
  message: TxnOffsetCommitRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int64Wide(message.committedOffset)
  if (version >= 2) {
    writer.int32(message.committedLeaderEpoch)
  }
  if (version >= 3) {
    writer.compactNullableString(message.committedMetadata)
  } else {
    writer.nullableString(message.committedMetadata)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('TxnOffsetCommitRequestTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeTxnOffsetCommitRequestTopicPartitionArray(
  writer: Writer,
  items: readonly TxnOffsetCommitRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeTxnOffsetCommitRequestTopicPartition(writer, items[index]!, version)
}
export interface TxnOffsetCommitResponse {
  throttleTimeMs: number
  topics: TxnOffsetCommitResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface TxnOffsetCommitResponseTopic {
  name: string
  partitions: TxnOffsetCommitResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface TxnOffsetCommitResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function txnOffsetCommitResponse(
  init: Partial<TxnOffsetCommitResponse> = {},
): TxnOffsetCommitResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function txnOffsetCommitResponseTopic(
  init: Partial<TxnOffsetCommitResponseTopic> = {},
): TxnOffsetCommitResponseTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function txnOffsetCommitResponseTopicPartition(
  init: Partial<TxnOffsetCommitResponseTopicPartition> = {},
): TxnOffsetCommitResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeTxnOffsetCommitResponse(reader: Reader, version: number): TxnOffsetCommitResponse {
  const throttleTimeMs = reader.int32()
  const topicsCount = version >= 3 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeTxnOffsetCommitResponseTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { throttleTimeMs, topics, unknownTaggedFields }
}

function decodeTxnOffsetCommitResponseTopic(
  reader: Reader,
  version: number,
): TxnOffsetCommitResponseTopic {
  const name: string = version >= 3 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 3 ? reader.compactArray(7) : reader.array(6)
  const partitions = decodeTxnOffsetCommitResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { name, partitions, unknownTaggedFields }
}

function decodeTxnOffsetCommitResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): TxnOffsetCommitResponseTopic[] {
  reader.structs(count)
  const items = new Array<TxnOffsetCommitResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeTxnOffsetCommitResponseTopic(reader, version)
  return items
}

function decodeTxnOffsetCommitResponseTopicPartition(
  reader: Reader,
  version: number,
): TxnOffsetCommitResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { partitionIndex, errorCode, unknownTaggedFields }
}

function decodeTxnOffsetCommitResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): TxnOffsetCommitResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<TxnOffsetCommitResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeTxnOffsetCommitResponseTopicPartition(reader, version)
  return items
}

function encodeTxnOffsetCommitResponse(
  writer: Writer,
  message: TxnOffsetCommitResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 3) {
    writer.compactArray(message.topics.length)
    encodeTxnOffsetCommitResponseTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeTxnOffsetCommitResponseTopicArray(writer, message.topics, version)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('TxnOffsetCommitResponse', 'unknownTaggedFields', version)
  }
}

function encodeTxnOffsetCommitResponseTopic(
  writer: Writer,
  message: TxnOffsetCommitResponseTopic,
  version: number,
): void {
  if (version >= 3) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 3) {
    writer.compactArray(message.partitions.length)
    encodeTxnOffsetCommitResponseTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeTxnOffsetCommitResponseTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('TxnOffsetCommitResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeTxnOffsetCommitResponseTopicArray(
  writer: Writer,
  items: readonly TxnOffsetCommitResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeTxnOffsetCommitResponseTopic(writer, items[index]!, version)
}

function encodeTxnOffsetCommitResponseTopicPartition(
  writer: Writer,
  message: TxnOffsetCommitResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('TxnOffsetCommitResponseTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeTxnOffsetCommitResponseTopicPartitionArray(
  writer: Writer,
  items: readonly TxnOffsetCommitResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeTxnOffsetCommitResponseTopicPartition(writer, items[index]!, version)
}

export const txnOffsetCommitApi: Api<TxnOffsetCommitRequest, TxnOffsetCommitResponse> = {
  key: 28,
  name: 'TxnOffsetCommit',
  versionMin: 0,
  versionMax: 5,
  versionMaxStable: 5,
  flexibleSince: 3,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUndecodable('TxnOffsetCommitRequest', version, '0-5')
      return decodeTxnOffsetCommitRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUnencodable('TxnOffsetCommitRequest', version, '0-5')
      encodeTxnOffsetCommitRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUndecodable('TxnOffsetCommitResponse', version, '0-5')
      return decodeTxnOffsetCommitResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUnencodable('TxnOffsetCommitResponse', version, '0-5')
      encodeTxnOffsetCommitResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
