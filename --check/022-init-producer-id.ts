import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface InitProducerIdRequest {
  transactionalId: string | null
  transactionTimeoutMs: number
  producerId: number
  producerEpoch: number
  enable2Pc: boolean
  keepPreparedTxn: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function initProducerIdRequest(
  init: Partial<InitProducerIdRequest> = {},
): InitProducerIdRequest {
  return {
    transactionalId: init.transactionalId === undefined ? '' : init.transactionalId,
    transactionTimeoutMs: init.transactionTimeoutMs ?? 0,
    producerId: init.producerId ?? -1,
    producerEpoch: init.producerEpoch ?? -1,
    enable2Pc: init.enable2Pc ?? false,
    keepPreparedTxn: init.keepPreparedTxn ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeInitProducerIdRequest(reader: Reader, version: number): InitProducerIdRequest {
  const transactionalId: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const transactionTimeoutMs = reader.int32()
  const producerId: number = version >= 3 ? reader.int64() : -1
  const producerEpoch: number = version >= 3 ? reader.int16() : -1
  const enable2Pc: boolean = version >= 6 ? reader.bool() : false
  const keepPreparedTxn: boolean = version >= 6 ? reader.bool() : false
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return {
    transactionalId,
    transactionTimeoutMs,
    producerId,
    producerEpoch,
    enable2Pc,
    keepPreparedTxn,
    unknownTaggedFields,
  }
}

function encodeInitProducerIdRequest(
  writer: Writer,
  message: InitProducerIdRequest,
  version: number,
): void {
  if (version >= 2) {
    writer.compactNullableString(message.transactionalId)
  } else {
    writer.nullableString(message.transactionalId)
  }
  writer.int32(message.transactionTimeoutMs)
  if (version >= 3) {
    writer.int64(message.producerId)
  } else {
    if (message.producerId !== -1) throwFieldAbsent('InitProducerIdRequest', 'producerId', version)
  }
  if (version >= 3) {
    writer.int16(message.producerEpoch)
  } else {
    if (message.producerEpoch !== -1)
      throwFieldAbsent('InitProducerIdRequest', 'producerEpoch', version)
  }
  if (version >= 6) {
    writer.bool(message.enable2Pc)
  } else {
    if (message.enable2Pc !== false) throwFieldAbsent('InitProducerIdRequest', 'enable2Pc', version)
  }
  if (version >= 6) {
    writer.bool(message.keepPreparedTxn)
  } else {
    if (message.keepPreparedTxn !== false)
      throwFieldAbsent('InitProducerIdRequest', 'keepPreparedTxn', version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('InitProducerIdRequest', 'unknownTaggedFields', version)
  }
}
export interface InitProducerIdResponse {
  throttleTimeMs: number
  errorCode: number
  producerId: number
  producerEpoch: number
  ongoingTxnProducerId: number
  ongoingTxnProducerEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function initProducerIdResponse(
  init: Partial<InitProducerIdResponse> = {},
): InitProducerIdResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    producerId: init.producerId ?? -1,
    producerEpoch: init.producerEpoch ?? 0,
    ongoingTxnProducerId: init.ongoingTxnProducerId ?? -1,
    ongoingTxnProducerEpoch: init.ongoingTxnProducerEpoch ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeInitProducerIdResponse(reader: Reader, version: number): InitProducerIdResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const ongoingTxnProducerId: number = version >= 6 ? reader.int64() : -1
  const ongoingTxnProducerEpoch: number = version >= 6 ? reader.int16() : -1
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return {
    throttleTimeMs,
    errorCode,
    producerId,
    producerEpoch,
    ongoingTxnProducerId,
    ongoingTxnProducerEpoch,
    unknownTaggedFields,
  }
}

function encodeInitProducerIdResponse(
  writer: Writer,
  message: InitProducerIdResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.int64(message.producerId)
  writer.int16(message.producerEpoch)
  if (version >= 6) {
    writer.int64(message.ongoingTxnProducerId)
  } else {
    if (message.ongoingTxnProducerId !== -1)
      throwFieldAbsent('InitProducerIdResponse', 'ongoingTxnProducerId', version)
  }
  if (version >= 6) {
    writer.int16(message.ongoingTxnProducerEpoch)
  } else {
    if (message.ongoingTxnProducerEpoch !== -1)
      throwFieldAbsent('InitProducerIdResponse', 'ongoingTxnProducerEpoch', version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('InitProducerIdResponse', 'unknownTaggedFields', version)
  }
}

export const initProducerIdApi: Api<InitProducerIdRequest, InitProducerIdResponse> = {
  key: 22,
  name: 'InitProducerId',
  versionMin: 0,
  versionMax: 6,
  versionMaxStable: 5,
  flexibleSince: 2,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUndecodable('InitProducerIdRequest', version, '0-6')
      return decodeInitProducerIdRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUnencodable('InitProducerIdRequest', version, '0-6')
      encodeInitProducerIdRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUndecodable('InitProducerIdResponse', version, '0-6')
      return decodeInitProducerIdResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUnencodable('InitProducerIdResponse', version, '0-6')
      encodeInitProducerIdResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
