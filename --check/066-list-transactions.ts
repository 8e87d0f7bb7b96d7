import type { Api } from '../api.ts'
import {
  readInt64s,
  writeInt64s,
  readCompactStrings,
  writeCompactStrings,
} from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ListTransactionsRequest {
  stateFilters: string[]
  producerIdFilters: number[]
  durationFilter: number
  transactionalIdPattern: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function listTransactionsRequest(
  init: Partial<ListTransactionsRequest> = {},
): ListTransactionsRequest {
  return {
    stateFilters: init.stateFilters ?? [],
    producerIdFilters: init.producerIdFilters ?? [],
    durationFilter: init.durationFilter ?? -1,
    transactionalIdPattern: init.transactionalIdPattern ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeListTransactionsRequest(reader: Reader, version: number): ListTransactionsRequest {
  const stateFiltersCount = reader.compactArray(1)
  const stateFilters = readCompactStrings(reader, stateFiltersCount)
  const producerIdFiltersCount = reader.compactArray(8)
  const producerIdFilters = readInt64s(reader, producerIdFiltersCount)
  const durationFilter: number = version >= 1 ? reader.int64() : -1
  const transactionalIdPattern: string | null = version >= 2 ? reader.compactNullableString() : null
  const unknownTaggedFields = reader.unknownTags()
  return {
    stateFilters,
    producerIdFilters,
    durationFilter,
    transactionalIdPattern,
    unknownTaggedFields,
  }
}

function encodeListTransactionsRequest(
  writer: Writer,
  message: ListTransactionsRequest,
  version: number,
): void {
  writer.compactArray(message.stateFilters.length)
  writeCompactStrings(writer, message.stateFilters)
  writer.compactArray(message.producerIdFilters.length)
  writeInt64s(writer, message.producerIdFilters)
  if (version >= 1) {
    writer.int64(message.durationFilter)
  } else {
    if (message.durationFilter !== -1)
      throwFieldAbsent('ListTransactionsRequest', 'durationFilter', version)
  }
  if (version >= 2) {
    writer.compactNullableString(message.transactionalIdPattern)
  } else {
    if (message.transactionalIdPattern !== null)
      throwFieldAbsent('ListTransactionsRequest', 'transactionalIdPattern', version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface ListTransactionsResponse {
  throttleTimeMs: number
  errorCode: number
  unknownStateFilters: string[]
  transactionStates: ListTransactionsResponseTransactionState[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ListTransactionsResponseTransactionState {
  transactionalId: string
  producerId: number
  transactionState: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function listTransactionsResponse(
  init: Partial<ListTransactionsResponse> = {},
): ListTransactionsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    unknownStateFilters: init.unknownStateFilters ?? [],
    transactionStates: init.transactionStates ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function listTransactionsResponseTransactionState(
  init: Partial<ListTransactionsResponseTransactionState> = {},
): ListTransactionsResponseTransactionState {
  return {
    transactionalId: init.transactionalId ?? '',
    producerId: init.producerId ?? 0,
    transactionState: init.transactionState ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeListTransactionsResponse(reader: Reader, version: number): ListTransactionsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const unknownStateFiltersCount = reader.compactArray(1)
  const unknownStateFilters = readCompactStrings(reader, unknownStateFiltersCount)
  const transactionStatesCount = reader.compactArray(11)
  const transactionStates = decodeListTransactionsResponseTransactionStateArray(
    reader,
    version,
    transactionStatesCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, unknownStateFilters, transactionStates, unknownTaggedFields }
}

function decodeListTransactionsResponseTransactionState(
  reader: Reader,
  _version: number,
): ListTransactionsResponseTransactionState {
  const transactionalId = reader.compactString()
  const producerId = reader.int64()
  const transactionState = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { transactionalId, producerId, transactionState, unknownTaggedFields }
}

function decodeListTransactionsResponseTransactionStateArray(
  reader: Reader,
  version: number,
  count: number,
): ListTransactionsResponseTransactionState[] {
  reader.structs(count)
  const items = new Array<ListTransactionsResponseTransactionState>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeListTransactionsResponseTransactionState(reader, version)
  return items
}

function encodeListTransactionsResponse(
  writer: Writer,
  message: ListTransactionsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactArray(message.unknownStateFilters.length)
  writeCompactStrings(writer, message.unknownStateFilters)
  writer.compactArray(message.transactionStates.length)
  encodeListTransactionsResponseTransactionStateArray(writer, message.transactionStates, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeListTransactionsResponseTransactionState(
  writer: Writer,
  message: ListTransactionsResponseTransactionState,
  _version: number,
): void {
  writer.compactString(message.transactionalId)
  writer.int64(message.producerId)
  writer.compactString(message.transactionState)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeListTransactionsResponseTransactionStateArray(
  writer: Writer,
  items: readonly ListTransactionsResponseTransactionState[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeListTransactionsResponseTransactionState(writer, items[index]!, version)
}

export const listTransactionsApi: Api<ListTransactionsRequest, ListTransactionsResponse> = {
  key: 66,
  name: 'ListTransactions',
  versionMin: 0,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('ListTransactionsRequest', version, '0-2')
      return decodeListTransactionsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('ListTransactionsRequest', version, '0-2')
      encodeListTransactionsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('ListTransactionsResponse', version, '0-2')
      return decodeListTransactionsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('ListTransactionsResponse', version, '0-2')
      encodeListTransactionsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
