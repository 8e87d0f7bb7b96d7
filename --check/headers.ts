import type { MessageCodec } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface RequestHeader {
  requestApiKey: number
  requestApiVersion: number
  correlationId: number
  clientId: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function newRequestHeader(init: Partial<RequestHeader> = {}): RequestHeader {
  return {
    requestApiKey: init.requestApiKey ?? 0,
    requestApiVersion: init.requestApiVersion ?? 0,
    correlationId: init.correlationId ?? 0,
    clientId: init.clientId === undefined ? '' : init.clientId,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeRequestHeader(reader: Reader, version: number): RequestHeader {
  const requestApiKey = reader.int16()
  const requestApiVersion = reader.int16()
  const correlationId = reader.int32()
  const clientId = reader.nullableString()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { requestApiKey, requestApiVersion, correlationId, clientId, unknownTaggedFields }
}

function encodeRequestHeader(writer: Writer, message: RequestHeader, version: number): void {
  writer.int16(message.requestApiKey)
  writer.int16(message.requestApiVersion)
  writer.int32(message.correlationId)
  writer.nullableString(message.clientId)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('RequestHeader', 'unknownTaggedFields', version)
  }
}

export const requestHeader: MessageCodec<RequestHeader> = {
  decode(reader, version) {
    if (!(version >= 1 && version <= 2)) throwVersionUndecodable('RequestHeader', version, '1-2')
    return decodeRequestHeader(reader, version)
  },
  encode(writer, message, version) {
    if (!(version >= 1 && version <= 2)) throwVersionUnencodable('RequestHeader', version, '1-2')
    encodeRequestHeader(writer, message, version)
  },
}

export interface ResponseHeader {
  correlationId: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function newResponseHeader(init: Partial<ResponseHeader> = {}): ResponseHeader {
  return {
    correlationId: init.correlationId ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeResponseHeader(reader: Reader, version: number): ResponseHeader {
  const correlationId = reader.int32()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { correlationId, unknownTaggedFields }
}

function encodeResponseHeader(writer: Writer, message: ResponseHeader, version: number): void {
  writer.int32(message.correlationId)
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ResponseHeader', 'unknownTaggedFields', version)
  }
}

export const responseHeader: MessageCodec<ResponseHeader> = {
  decode(reader, version) {
    if (!(version >= 0 && version <= 1)) throwVersionUndecodable('ResponseHeader', version, '0-1')
    return decodeResponseHeader(reader, version)
  },
  encode(writer, message, version) {
    if (!(version >= 0 && version <= 1)) throwVersionUnencodable('ResponseHeader', version, '0-1')
    encodeResponseHeader(writer, message, version)
  },
}
