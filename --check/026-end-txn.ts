import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface EndTxnRequest {
  transactionalId: string
  producerId: number
  producerEpoch: number
  committed: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function endTxnRequest(init: Partial<EndTxnRequest> = {}): EndTxnRequest {
  return {
    transactionalId: init.transactionalId ?? '',
    producerId: init.producerId ?? 0,
    producerEpoch: init.producerEpoch ?? 0,
    committed: init.committed ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeEndTxnRequest(reader: Reader, version: number): EndTxnRequest {
  const transactionalId: string = version >= 3 ? reader.compactString() : reader.string()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const committed = reader.bool()
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { transactionalId, producerId, producerEpoch, committed, unknownTaggedFields }
}

function encodeEndTxnRequest(writer: Writer, message: EndTxnRequest, version: number): void {
  if (version >= 3) {
    writer.compactString(message.transactionalId)
  } else {
    writer.string(message.transactionalId)
  }
  writer.int64(message.producerId)
  writer.int16(message.producerEpoch)
  writer.bool(message.committed)
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('EndTxnRequest', 'unknownTaggedFields', version)
  }
}
export interface EndTxnResponse {
  throttleTimeMs: number
  errorCode: number
  producerId: number
  producerEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function endTxnResponse(init: Partial<EndTxnResponse> = {}): EndTxnResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    producerId: init.producerId ?? -1,
    producerEpoch: init.producerEpoch ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeEndTxnResponse(reader: Reader, version: number): EndTxnResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const producerId: number = version >= 5 ? reader.int64() : -1
  const producerEpoch: number = version >= 5 ? reader.int16() : -1
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { throttleTimeMs, errorCode, producerId, producerEpoch, unknownTaggedFields }
}

function encodeEndTxnResponse(writer: Writer, message: EndTxnResponse, version: number): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  if (version >= 5) {
    writer.int64(message.producerId)
  }
  if (version >= 5) {
    writer.int16(message.producerEpoch)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('EndTxnResponse', 'unknownTaggedFields', version)
  }
}

export const endTxnApi: Api<EndTxnRequest, EndTxnResponse> = {
  key: 26,
  name: 'EndTxn',
  versionMin: 0,
  versionMax: 5,
  versionMaxStable: 5,
  flexibleSince: 3,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5)) throwVersionUndecodable('EndTxnRequest', version, '0-5')
      return decodeEndTxnRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5)) throwVersionUnencodable('EndTxnRequest', version, '0-5')
      encodeEndTxnRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5)) throwVersionUndecodable('EndTxnResponse', version, '0-5')
      return decodeEndTxnResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5)) throwVersionUnencodable('EndTxnResponse', version, '0-5')
      encodeEndTxnResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
