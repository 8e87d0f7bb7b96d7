import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface AddOffsetsToTxnRequest {
  transactionalId: string
  producerId: number
  producerEpoch: number
  groupId: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function addOffsetsToTxnRequest(
  init: Partial<AddOffsetsToTxnRequest> = {},
): AddOffsetsToTxnRequest {
  return {
    transactionalId: init.transactionalId ?? '',
    producerId: init.producerId ?? 0,
    producerEpoch: init.producerEpoch ?? 0,
    groupId: init.groupId ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAddOffsetsToTxnRequest(reader: Reader, version: number): AddOffsetsToTxnRequest {
  const transactionalId: string = version >= 3 ? reader.compactString() : reader.string()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const groupId: string = version >= 3 ? reader.compactString() : reader.string()
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { transactionalId, producerId, producerEpoch, groupId, unknownTaggedFields }
}

function encodeAddOffsetsToTxnRequest(
  writer: Writer,
  message: AddOffsetsToTxnRequest,
  version: number,
): void {
  if (version >= 3) {
    writer.compactString(message.transactionalId)
  } else {
    writer.string(message.transactionalId)
  }
  writer.int64(message.producerId)
  writer.int16(message.producerEpoch)
  if (version >= 3) {
    writer.compactString(message.groupId)
  } else {
    writer.string(message.groupId)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AddOffsetsToTxnRequest', 'unknownTaggedFields', version)
  }
}
export interface AddOffsetsToTxnResponse {
  throttleTimeMs: number
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function addOffsetsToTxnResponse(
  init: Partial<AddOffsetsToTxnResponse> = {},
): AddOffsetsToTxnResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAddOffsetsToTxnResponse(reader: Reader, version: number): AddOffsetsToTxnResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { throttleTimeMs, errorCode, unknownTaggedFields }
}

function encodeAddOffsetsToTxnResponse(
  writer: Writer,
  message: AddOffsetsToTxnResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AddOffsetsToTxnResponse', 'unknownTaggedFields', version)
  }
}

export const addOffsetsToTxnApi: Api<AddOffsetsToTxnRequest, AddOffsetsToTxnResponse> = {
  key: 25,
  name: 'AddOffsetsToTxn',
  versionMin: 0,
  versionMax: 4,
  versionMaxStable: 4,
  flexibleSince: 3,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUndecodable('AddOffsetsToTxnRequest', version, '0-4')
      return decodeAddOffsetsToTxnRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUnencodable('AddOffsetsToTxnRequest', version, '0-4')
      encodeAddOffsetsToTxnRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUndecodable('AddOffsetsToTxnResponse', version, '0-4')
      return decodeAddOffsetsToTxnResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUnencodable('AddOffsetsToTxnResponse', version, '0-4')
      encodeAddOffsetsToTxnResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
