import type { Api } from '../api.ts'
import { readStrings, writeStrings } from '../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { Writer } from '../codec/writer.ts'

export interface SaslHandshakeRequest {
  mechanism: string
}

export function saslHandshakeRequest(
  init: Partial<SaslHandshakeRequest> = {},
): SaslHandshakeRequest {
  return { mechanism: init.mechanism ?? '' }
}

function decodeSaslHandshakeRequest(reader: Reader, _version: number): SaslHandshakeRequest {
  const mechanism = reader.string()

  return { mechanism }
}

function encodeSaslHandshakeRequest(
  writer: Writer,
  message: SaslHandshakeRequest,
  _version: number,
): void {
  writer.string(message.mechanism)
}
export interface SaslHandshakeResponse {
  errorCode: number
  mechanisms: string[]
}

export function saslHandshakeResponse(
  init: Partial<SaslHandshakeResponse> = {},
): SaslHandshakeResponse {
  return { errorCode: init.errorCode ?? 0, mechanisms: init.mechanisms ?? [] }
}

function decodeSaslHandshakeResponse(reader: Reader, _version: number): SaslHandshakeResponse {
  const errorCode = reader.int16()
  const mechanismsCount = reader.array(2)
  const mechanisms = readStrings(reader, mechanismsCount)

  return { errorCode, mechanisms }
}

function encodeSaslHandshakeResponse(
  writer: Writer,
  message: SaslHandshakeResponse,
  _version: number,
): void {
  writer.int16(message.errorCode)
  writer.array(message.mechanisms.length)
  writeStrings(writer, message.mechanisms)
}

export const saslHandshakeApi: Api<SaslHandshakeRequest, SaslHandshakeResponse> = {
  key: 17,
  name: 'SaslHandshake',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: null,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('SaslHandshakeRequest', version, '0-1')
      return decodeSaslHandshakeRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('SaslHandshakeRequest', version, '0-1')
      encodeSaslHandshakeRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('SaslHandshakeResponse', version, '0-1')
      return decodeSaslHandshakeResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('SaslHandshakeResponse', version, '0-1')
      encodeSaslHandshakeResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 1,
  responseHeaderVersion: () => 0,
}
