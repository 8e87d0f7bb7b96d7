import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import { EMPTY_BYTES, EMPTY_RECORDS } from '../codec/records.ts'
import type { Records } from '../codec/records.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface EnvelopeRequest {
  requestData: Records
  requestPrincipal: Uint8Array | null
  clientHostAddress: Uint8Array
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function envelopeRequest(init: Partial<EnvelopeRequest> = {}): EnvelopeRequest {
  return {
    requestData: init.requestData ?? EMPTY_RECORDS,
    requestPrincipal: init.requestPrincipal === undefined ? EMPTY_BYTES : init.requestPrincipal,
    clientHostAddress: init.clientHostAddress ?? EMPTY_BYTES,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeEnvelopeRequest(reader: Reader, _version: number): EnvelopeRequest {
  const requestData = reader.compactRecords()
  const requestPrincipal = reader.compactNullableBytes()
  const clientHostAddress = reader.compactBytes()
  const unknownTaggedFields = reader.unknownTags()
  return { requestData, requestPrincipal, clientHostAddress, unknownTaggedFields }
}

function encodeEnvelopeRequest(writer: Writer, message: EnvelopeRequest, _version: number): void {
  writer.compactRecords(message.requestData)
  writer.compactNullableBytes(message.requestPrincipal)
  writer.compactBytes(message.clientHostAddress)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface EnvelopeResponse {
  responseData: Uint8Array | null
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function envelopeResponse(init: Partial<EnvelopeResponse> = {}): EnvelopeResponse {
  return {
    responseData: init.responseData ?? null,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeEnvelopeResponse(reader: Reader, _version: number): EnvelopeResponse {
  const responseData = reader.compactNullableBytes()
  const errorCode = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { responseData, errorCode, unknownTaggedFields }
}

function encodeEnvelopeResponse(writer: Writer, message: EnvelopeResponse, _version: number): void {
  writer.compactNullableBytes(message.responseData)
  writer.int16(message.errorCode)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const envelopeApi: Api<EnvelopeRequest, EnvelopeResponse> = {
  key: 58,
  name: 'Envelope',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('EnvelopeRequest', version, '0')
      return decodeEnvelopeRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('EnvelopeRequest', version, '0')
      encodeEnvelopeRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('EnvelopeResponse', version, '0')
      return decodeEnvelopeResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('EnvelopeResponse', version, '0')
      encodeEnvelopeResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
