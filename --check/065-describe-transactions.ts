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

export interface DescribeTransactionsRequest {
  transactionalIds: string[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeTransactionsRequest(
  init: Partial<DescribeTransactionsRequest> = {},
): DescribeTransactionsRequest {
  return {
    transactionalIds: init.transactionalIds ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeTransactionsRequest(
  reader: Reader,
  _version: number,
): DescribeTransactionsRequest {
  const transactionalIdsCount = reader.compactArray(1)
  const transactionalIds = readCompactStrings(reader, transactionalIdsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { transactionalIds, unknownTaggedFields }
}

function encodeDescribeTransactionsRequest(
  writer: Writer,
  message: DescribeTransactionsRequest,
  _version: number,
): void {
  writer.compactArray(message.transactionalIds.length)
  writeCompactStrings(writer, message.transactionalIds)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface DescribeTransactionsResponse {
  throttleTimeMs: number
  transactionStates: DescribeTransactionsResponseTransactionState[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeTransactionsResponseTransactionState {
  errorCode: number
  transactionalId: string
  transactionState: string
  transactionTimeoutMs: number
  transactionStartTimeMs: number
  producerId: number
  producerEpoch: number
  topics: DescribeTransactionsResponseTransactionStateTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeTransactionsResponseTransactionStateTopic {
  topic: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeTransactionsResponse(
  init: Partial<DescribeTransactionsResponse> = {},
): DescribeTransactionsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    transactionStates: init.transactionStates ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeTransactionsResponseTransactionState(
  init: Partial<DescribeTransactionsResponseTransactionState> = {},
): DescribeTransactionsResponseTransactionState {
  return {
    errorCode: init.errorCode ?? 0,
    transactionalId: init.transactionalId ?? '',
    transactionState: init.transactionState ?? '',
    transactionTimeoutMs: init.transactionTimeoutMs ?? 0,
    transactionStartTimeMs: init.transactionStartTimeMs ?? 0,
    producerId: init.producerId ?? 0,
    producerEpoch: init.producerEpoch ?? 0,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeTransactionsResponseTransactionStateTopic(
  init: Partial<DescribeTransactionsResponseTransactionStateTopic> = {},
): DescribeTransactionsResponseTransactionStateTopic {
  return {
    topic: init.topic ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeTransactionsResponse(
  reader: Reader,
  version: number,
): DescribeTransactionsResponse {
  const throttleTimeMs = reader.int32()
  const transactionStatesCount = reader.compactArray(28)
  const transactionStates = decodeDescribeTransactionsResponseTransactionStateArray(
    reader,
    version,
    transactionStatesCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, transactionStates, unknownTaggedFields }
}

function decodeDescribeTransactionsResponseTransactionState(
  reader: Reader,
  version: number,
): DescribeTransactionsResponseTransactionState {
  const errorCode = reader.int16()
  const transactionalId = reader.compactString()
  const transactionState = reader.compactString()
  const transactionTimeoutMs = reader.int32()
  const transactionStartTimeMs = reader.int64()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const topicsCount = reader.compactArray(3)
  const topics = decodeDescribeTransactionsResponseTransactionStateTopicArray(
    reader,
    version,
    topicsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return {
    errorCode,
    transactionalId,
    transactionState,
    transactionTimeoutMs,
    transactionStartTimeMs,
    producerId,
    producerEpoch,
    topics,
    unknownTaggedFields,
  }
}

function decodeDescribeTransactionsResponseTransactionStateArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeTransactionsResponseTransactionState[] {
  reader.structs(count)
  const items = new Array<DescribeTransactionsResponseTransactionState>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeTransactionsResponseTransactionState(reader, version)
  return items
}

function decodeDescribeTransactionsResponseTransactionStateTopic(
  reader: Reader,
  _version: number,
): DescribeTransactionsResponseTransactionStateTopic {
  const topic = reader.compactString()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topic, partitions, unknownTaggedFields }
}

function decodeDescribeTransactionsResponseTransactionStateTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeTransactionsResponseTransactionStateTopic[] {
  reader.structs(count)
  const items = new Array<DescribeTransactionsResponseTransactionStateTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeTransactionsResponseTransactionStateTopic(reader, version)
  return items
}

function encodeDescribeTransactionsResponse(
  writer: Writer,
  message: DescribeTransactionsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.compactArray(message.transactionStates.length)
  encodeDescribeTransactionsResponseTransactionStateArray(
    writer,
    message.transactionStates,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeTransactionsResponseTransactionState(
  writer: Writer,
  message: DescribeTransactionsResponseTransactionState,
  version: number,
): void {
  writer.int16(message.errorCode)
  writer.compactString(message.transactionalId)
  writer.compactString(message.transactionState)
  writer.int32(message.transactionTimeoutMs)
  writer.int64(message.transactionStartTimeMs)
  writer.int64(message.producerId)
  writer.int16(message.producerEpoch)
  writer.compactArray(message.topics.length)
  encodeDescribeTransactionsResponseTransactionStateTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeTransactionsResponseTransactionStateArray(
  writer: Writer,
  items: readonly DescribeTransactionsResponseTransactionState[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeTransactionsResponseTransactionState(writer, items[index]!, version)
}

function encodeDescribeTransactionsResponseTransactionStateTopic(
  writer: Writer,
  message: DescribeTransactionsResponseTransactionStateTopic,
  _version: number,
): void {
  writer.compactString(message.topic)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeTransactionsResponseTransactionStateTopicArray(
  writer: Writer,
  items: readonly DescribeTransactionsResponseTransactionStateTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeTransactionsResponseTransactionStateTopic(writer, items[index]!, version)
}

export const describeTransactionsApi: Api<
  DescribeTransactionsRequest,
  DescribeTransactionsResponse
> = {
  key: 65,
  name: 'DescribeTransactions',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DescribeTransactionsRequest', version, '0')
      return decodeDescribeTransactionsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DescribeTransactionsRequest', version, '0')
      encodeDescribeTransactionsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DescribeTransactionsResponse', version, '0')
      return decodeDescribeTransactionsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DescribeTransactionsResponse', version, '0')
      encodeDescribeTransactionsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
