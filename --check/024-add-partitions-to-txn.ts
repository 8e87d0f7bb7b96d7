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

export interface AddPartitionsToTxnRequest {
  transactions: AddPartitionsToTxnRequestTransaction[]
  v3AndBelowTransactionalId: string
  v3AndBelowProducerId: number
  v3AndBelowProducerEpoch: number
  v3AndBelowTopics: AddPartitionsToTxnRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AddPartitionsToTxnRequestTransaction {
  transactionalId: string
  producerId: number
  producerEpoch: number
  verifyOnly: boolean
  topics: AddPartitionsToTxnRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AddPartitionsToTxnRequestTopic {
  name: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function addPartitionsToTxnRequest(
  init: Partial<AddPartitionsToTxnRequest> = {},
): AddPartitionsToTxnRequest {
  return {
    transactions: init.transactions ?? [],
    v3AndBelowTransactionalId: init.v3AndBelowTransactionalId ?? '',
    v3AndBelowProducerId: init.v3AndBelowProducerId ?? 0,
    v3AndBelowProducerEpoch: init.v3AndBelowProducerEpoch ?? 0,
    v3AndBelowTopics: init.v3AndBelowTopics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function addPartitionsToTxnRequestTransaction(
  init: Partial<AddPartitionsToTxnRequestTransaction> = {},
): AddPartitionsToTxnRequestTransaction {
  return {
    transactionalId: init.transactionalId ?? '',
    producerId: init.producerId ?? 0,
    producerEpoch: init.producerEpoch ?? 0,
    verifyOnly: init.verifyOnly ?? false,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function addPartitionsToTxnRequestTopic(
  init: Partial<AddPartitionsToTxnRequestTopic> = {},
): AddPartitionsToTxnRequestTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAddPartitionsToTxnRequest(
  reader: Reader,
  version: number,
): AddPartitionsToTxnRequest {
  const transactionsCount = version >= 4 ? reader.compactArray(14) : 0
  const transactions = decodeAddPartitionsToTxnRequestTransactionArray(
    reader,
    version,
    transactionsCount,
  )
  const v3AndBelowTransactionalId: string =
    version >= 4 ? '' : version >= 3 ? reader.compactString() : reader.string()
  const v3AndBelowProducerId: number = version >= 4 ? 0 : reader.int64()
  const v3AndBelowProducerEpoch: number = version >= 4 ? 0 : reader.int16()
  const v3AndBelowTopicsCount =
    version >= 4 ? 0 : version >= 3 ? reader.compactArray(3) : reader.array(6)
  const v3AndBelowTopics = decodeAddPartitionsToTxnRequestTopicArray(
    reader,
    version,
    v3AndBelowTopicsCount,
  )
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return {
    transactions,
    v3AndBelowTransactionalId,
    v3AndBelowProducerId,
    v3AndBelowProducerEpoch,
    v3AndBelowTopics,
    unknownTaggedFields,
  }
}

function decodeAddPartitionsToTxnRequestTransaction(
  reader: Reader,
  version: number,
): AddPartitionsToTxnRequestTransaction {
  const transactionalId = reader.compactString()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const verifyOnly = reader.bool()
  const topicsCount = reader.compactArray(3)
  const topics = decodeAddPartitionsToTxnRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { transactionalId, producerId, producerEpoch, verifyOnly, topics, unknownTaggedFields }
}

function decodeAddPartitionsToTxnRequestTransactionArray(
  reader: Reader,
  version: number,
  count: number,
): AddPartitionsToTxnRequestTransaction[] {
  reader.structs(count)
  const items = new Array<AddPartitionsToTxnRequestTransaction>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAddPartitionsToTxnRequestTransaction(reader, version)
  return items
}

function decodeAddPartitionsToTxnRequestTopic(
  reader: Reader,
  version: number,
): AddPartitionsToTxnRequestTopic {
  const name: string = version >= 3 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 3 ? reader.compactArray(4) : reader.array(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { name, partitions, unknownTaggedFields }
}

function decodeAddPartitionsToTxnRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AddPartitionsToTxnRequestTopic[] {
  reader.structs(count)
  const items = new Array<AddPartitionsToTxnRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAddPartitionsToTxnRequestTopic(reader, version)
  return items
}

function encodeAddPartitionsToTxnRequest(
  writer: Writer,
  message: AddPartitionsToTxnRequest,
  version: number,
): void {
  if (version >= 4) {
    writer.compactArray(message.transactions.length)
    encodeAddPartitionsToTxnRequestTransactionArray(writer, message.transactions, version)
  } else {
    if (message.transactions.length !== 0)
      throwFieldAbsent('AddPartitionsToTxnRequest', 'transactions', version)
  }
  if (version >= 4) {
    if (message.v3AndBelowTransactionalId !== '')
      throwFieldAbsent('AddPartitionsToTxnRequest', 'v3AndBelowTransactionalId', version)
  } else {
    if (version >= 3) {
      writer.compactString(message.v3AndBelowTransactionalId)
    } else {
      writer.string(message.v3AndBelowTransactionalId)
    }
  }
  if (version >= 4) {
    if (message.v3AndBelowProducerId !== 0)
      throwFieldAbsent('AddPartitionsToTxnRequest', 'v3AndBelowProducerId', version)
  } else {
    writer.int64(message.v3AndBelowProducerId)
  }
  if (version >= 4) {
    if (message.v3AndBelowProducerEpoch !== 0)
      throwFieldAbsent('AddPartitionsToTxnRequest', 'v3AndBelowProducerEpoch', version)
  } else {
    writer.int16(message.v3AndBelowProducerEpoch)
  }
  if (version >= 4) {
    if (message.v3AndBelowTopics.length !== 0)
      throwFieldAbsent('AddPartitionsToTxnRequest', 'v3AndBelowTopics', version)
  } else {
    if (version >= 3) {
      writer.compactArray(message.v3AndBelowTopics.length)
      encodeAddPartitionsToTxnRequestTopicArray(writer, message.v3AndBelowTopics, version)
    } else {
      writer.array(message.v3AndBelowTopics.length)
      encodeAddPartitionsToTxnRequestTopicArray(writer, message.v3AndBelowTopics, version)
    }
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AddPartitionsToTxnRequest', 'unknownTaggedFields', version)
  }
}

function encodeAddPartitionsToTxnRequestTransaction(
  writer: Writer,
  message: AddPartitionsToTxnRequestTransaction,
  version: number,
): void {
  writer.compactString(message.transactionalId)
  writer.int64(message.producerId)
  writer.int16(message.producerEpoch)
  writer.bool(message.verifyOnly)
  writer.compactArray(message.topics.length)
  encodeAddPartitionsToTxnRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAddPartitionsToTxnRequestTransactionArray(
  writer: Writer,
  items: readonly AddPartitionsToTxnRequestTransaction[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAddPartitionsToTxnRequestTransaction(writer, items[index]!, version)
}

function encodeAddPartitionsToTxnRequestTopic(
  writer: Writer,
  message: AddPartitionsToTxnRequestTopic,
  version: number,
): void {
  if (version >= 3) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 3) {
    writer.compactArray(message.partitions.length)
    writeInt32s(writer, message.partitions)
  } else {
    writer.array(message.partitions.length)
    writeInt32s(writer, message.partitions)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AddPartitionsToTxnRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeAddPartitionsToTxnRequestTopicArray(
  writer: Writer,
  items: readonly AddPartitionsToTxnRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAddPartitionsToTxnRequestTopic(writer, items[index]!, version)
}
export interface AddPartitionsToTxnResponse {
  throttleTimeMs: number
  errorCode: number
  resultsByTransaction: AddPartitionsToTxnResponseTransaction[]
  resultsByTopicV3AndBelow: AddPartitionsToTxnResponseTopicResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AddPartitionsToTxnResponseTransaction {
  transactionalId: string
  topicResults: AddPartitionsToTxnResponseTopicResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AddPartitionsToTxnResponseTopicResult {
  name: string
  resultsByPartition: AddPartitionsToTxnResponsePartitionResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AddPartitionsToTxnResponsePartitionResult {
  partitionIndex: number
  partitionErrorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function addPartitionsToTxnResponse(
  init: Partial<AddPartitionsToTxnResponse> = {},
): AddPartitionsToTxnResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    resultsByTransaction: init.resultsByTransaction ?? [],
    resultsByTopicV3AndBelow: init.resultsByTopicV3AndBelow ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function addPartitionsToTxnResponseTransaction(
  init: Partial<AddPartitionsToTxnResponseTransaction> = {},
): AddPartitionsToTxnResponseTransaction {
  return {
    transactionalId: init.transactionalId ?? '',
    topicResults: init.topicResults ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function addPartitionsToTxnResponseTopicResult(
  init: Partial<AddPartitionsToTxnResponseTopicResult> = {},
): AddPartitionsToTxnResponseTopicResult {
  return {
    name: init.name ?? '',
    resultsByPartition: init.resultsByPartition ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function addPartitionsToTxnResponsePartitionResult(
  init: Partial<AddPartitionsToTxnResponsePartitionResult> = {},
): AddPartitionsToTxnResponsePartitionResult {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    partitionErrorCode: init.partitionErrorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAddPartitionsToTxnResponse(
  reader: Reader,
  version: number,
): AddPartitionsToTxnResponse {
  const throttleTimeMs = reader.int32()
  const errorCode: number = version >= 4 ? reader.int16() : 0
  const resultsByTransactionCount = version >= 4 ? reader.compactArray(3) : 0
  const resultsByTransaction = decodeAddPartitionsToTxnResponseTransactionArray(
    reader,
    version,
    resultsByTransactionCount,
  )
  const resultsByTopicV3AndBelowCount =
    version >= 4 ? 0 : version >= 3 ? reader.compactArray(3) : reader.array(6)
  const resultsByTopicV3AndBelow = decodeAddPartitionsToTxnResponseTopicResultArray(
    reader,
    version,
    resultsByTopicV3AndBelowCount,
  )
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return {
    throttleTimeMs,
    errorCode,
    resultsByTransaction,
    resultsByTopicV3AndBelow,
    unknownTaggedFields,
  }
}

function decodeAddPartitionsToTxnResponseTransaction(
  reader: Reader,
  version: number,
): AddPartitionsToTxnResponseTransaction {
  const transactionalId = reader.compactString()
  const topicResultsCount = reader.compactArray(3)
  const topicResults = decodeAddPartitionsToTxnResponseTopicResultArray(
    reader,
    version,
    topicResultsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { transactionalId, topicResults, unknownTaggedFields }
}

function decodeAddPartitionsToTxnResponseTransactionArray(
  reader: Reader,
  version: number,
  count: number,
): AddPartitionsToTxnResponseTransaction[] {
  reader.structs(count)
  const items = new Array<AddPartitionsToTxnResponseTransaction>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAddPartitionsToTxnResponseTransaction(reader, version)
  return items
}

function decodeAddPartitionsToTxnResponseTopicResult(
  reader: Reader,
  version: number,
): AddPartitionsToTxnResponseTopicResult {
  const name: string = version >= 3 ? reader.compactString() : reader.string()
  const resultsByPartitionCount = version >= 3 ? reader.compactArray(7) : reader.array(6)
  const resultsByPartition = decodeAddPartitionsToTxnResponsePartitionResultArray(
    reader,
    version,
    resultsByPartitionCount,
  )
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { name, resultsByPartition, unknownTaggedFields }
}

function decodeAddPartitionsToTxnResponseTopicResultArray(
  reader: Reader,
  version: number,
  count: number,
): AddPartitionsToTxnResponseTopicResult[] {
  reader.structs(count)
  const items = new Array<AddPartitionsToTxnResponseTopicResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAddPartitionsToTxnResponseTopicResult(reader, version)
  return items
}

function decodeAddPartitionsToTxnResponsePartitionResult(
  reader: Reader,
  version: number,
): AddPartitionsToTxnResponsePartitionResult {
  const partitionIndex = reader.int32()
  const partitionErrorCode = reader.int16()
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { partitionIndex, partitionErrorCode, unknownTaggedFields }
}

function decodeAddPartitionsToTxnResponsePartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): AddPartitionsToTxnResponsePartitionResult[] {
  reader.structs(count)
  const items = new Array<AddPartitionsToTxnResponsePartitionResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAddPartitionsToTxnResponsePartitionResult(reader, version)
  return items
}

function encodeAddPartitionsToTxnResponse(
  writer: Writer,
  message: AddPartitionsToTxnResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 4) {
    writer.int16(message.errorCode)
  }
  if (version >= 4) {
    writer.compactArray(message.resultsByTransaction.length)
    encodeAddPartitionsToTxnResponseTransactionArray(writer, message.resultsByTransaction, version)
  } else {
    if (message.resultsByTransaction.length !== 0)
      throwFieldAbsent('AddPartitionsToTxnResponse', 'resultsByTransaction', version)
  }
  if (version >= 4) {
    if (message.resultsByTopicV3AndBelow.length !== 0)
      throwFieldAbsent('AddPartitionsToTxnResponse', 'resultsByTopicV3AndBelow', version)
  } else {
    if (version >= 3) {
      writer.compactArray(message.resultsByTopicV3AndBelow.length)
      encodeAddPartitionsToTxnResponseTopicResultArray(
        writer,
        message.resultsByTopicV3AndBelow,
        version,
      )
    } else {
      writer.array(message.resultsByTopicV3AndBelow.length)
      encodeAddPartitionsToTxnResponseTopicResultArray(
        writer,
        message.resultsByTopicV3AndBelow,
        version,
      )
    }
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AddPartitionsToTxnResponse', 'unknownTaggedFields', version)
  }
}

function encodeAddPartitionsToTxnResponseTransaction(
  writer: Writer,
  message: AddPartitionsToTxnResponseTransaction,
  version: number,
): void {
  writer.compactString(message.transactionalId)
  writer.compactArray(message.topicResults.length)
  encodeAddPartitionsToTxnResponseTopicResultArray(writer, message.topicResults, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAddPartitionsToTxnResponseTransactionArray(
  writer: Writer,
  items: readonly AddPartitionsToTxnResponseTransaction[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAddPartitionsToTxnResponseTransaction(writer, items[index]!, version)
}

function encodeAddPartitionsToTxnResponseTopicResult(
  writer: Writer,
  message: AddPartitionsToTxnResponseTopicResult,
  version: number,
): void {
  if (version >= 3) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 3) {
    writer.compactArray(message.resultsByPartition.length)
    encodeAddPartitionsToTxnResponsePartitionResultArray(
      writer,
      message.resultsByPartition,
      version,
    )
  } else {
    writer.array(message.resultsByPartition.length)
    encodeAddPartitionsToTxnResponsePartitionResultArray(
      writer,
      message.resultsByPartition,
      version,
    )
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AddPartitionsToTxnResponseTopicResult', 'unknownTaggedFields', version)
  }
}

function encodeAddPartitionsToTxnResponseTopicResultArray(
  writer: Writer,
  items: readonly AddPartitionsToTxnResponseTopicResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAddPartitionsToTxnResponseTopicResult(writer, items[index]!, version)
}

function encodeAddPartitionsToTxnResponsePartitionResult(
  writer: Writer,
  message: AddPartitionsToTxnResponsePartitionResult,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.partitionErrorCode)
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AddPartitionsToTxnResponsePartitionResult', 'unknownTaggedFields', version)
  }
}

function encodeAddPartitionsToTxnResponsePartitionResultArray(
  writer: Writer,
  items: readonly AddPartitionsToTxnResponsePartitionResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAddPartitionsToTxnResponsePartitionResult(writer, items[index]!, version)
}

export const addPartitionsToTxnApi: Api<AddPartitionsToTxnRequest, AddPartitionsToTxnResponse> = {
  key: 24,
  name: 'AddPartitionsToTxn',
  versionMin: 0,
  versionMax: 5,
  versionMaxStable: 5,
  flexibleSince: 3,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUndecodable('AddPartitionsToTxnRequest', version, '0-5')
      return decodeAddPartitionsToTxnRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUnencodable('AddPartitionsToTxnRequest', version, '0-5')
      encodeAddPartitionsToTxnRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUndecodable('AddPartitionsToTxnResponse', version, '0-5')
      return decodeAddPartitionsToTxnResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUnencodable('AddPartitionsToTxnResponse', version, '0-5')
      encodeAddPartitionsToTxnResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
