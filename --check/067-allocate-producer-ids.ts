import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface AllocateProducerIdsRequest {
  brokerId: number
  brokerEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function allocateProducerIdsRequest(
  init: Partial<AllocateProducerIdsRequest> = {},
): AllocateProducerIdsRequest {
  return {
    brokerId: init.brokerId ?? 0,
    brokerEpoch: init.brokerEpoch ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAllocateProducerIdsRequest(
  reader: Reader,
  _version: number,
): AllocateProducerIdsRequest {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { brokerId, brokerEpoch, unknownTaggedFields }
}

function encodeAllocateProducerIdsRequest(
  writer: Writer,
  message: AllocateProducerIdsRequest,
  _version: number,
): void {
  writer.int32(message.brokerId)
  writer.int64(message.brokerEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface AllocateProducerIdsResponse {
  throttleTimeMs: number
  errorCode: number
  producerIdStart: number
  producerIdLen: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function allocateProducerIdsResponse(
  init: Partial<AllocateProducerIdsResponse> = {},
): AllocateProducerIdsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    producerIdStart: init.producerIdStart ?? 0,
    producerIdLen: init.producerIdLen ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAllocateProducerIdsResponse(
  reader: Reader,
  _version: number,
): AllocateProducerIdsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const producerIdStart = reader.int64()
  const producerIdLen = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, producerIdStart, producerIdLen, unknownTaggedFields }
}

function encodeAllocateProducerIdsResponse(
  writer: Writer,
  message: AllocateProducerIdsResponse,
  _version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.int64(message.producerIdStart)
  writer.int32(message.producerIdLen)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const allocateProducerIdsApi: Api<AllocateProducerIdsRequest, AllocateProducerIdsResponse> =
  {
    key: 67,
    name: 'AllocateProducerIds',
    versionMin: 0,
    versionMax: 0,
    versionMaxStable: 0,
    flexibleSince: 0,
    listeners: ['controller'],
    request: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('AllocateProducerIdsRequest', version, '0')
        return decodeAllocateProducerIdsRequest(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('AllocateProducerIdsRequest', version, '0')
        encodeAllocateProducerIdsRequest(writer, message, version)
      },
    },
    response: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('AllocateProducerIdsResponse', version, '0')
        return decodeAllocateProducerIdsResponse(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('AllocateProducerIdsResponse', version, '0')
        encodeAllocateProducerIdsResponse(writer, message, version)
      },
    },
    requestHeaderVersion: () => 2,
    responseHeaderVersion: () => 1,
  }
