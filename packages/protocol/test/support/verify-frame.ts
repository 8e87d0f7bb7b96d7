import { apiSchemas, headerSchemas } from '../../src/schema/index.ts'
import {
  apisByKey,
  apiVersionsApi,
  apiVersionsResponse,
  ErrorCode,
  exactReader,
  isClientSoftwareLegal,
  negotiate,
  Reader,
  requestHeader,
  responseHeader,
  Writer,
  exactWriter,
} from '../../src/index.ts'
import { messageToJson } from '../../src/dsl/index.ts'
import { difference } from './same-value.ts'
import { bytesOfHex, hexOf, numberMember, objectMember, textMember, textOf } from './vector-json.ts'
import { messageOf, verifyMessage } from './verify-message.ts'
import type { Json, JsonObject, MessageSchema } from '../../src/dsl/index.ts'
import type {
  AnyApi,
  ApiVersionsRequest,
  ApiVersionsResponse,
  MessageCodec,
  RequestHeader,
  ServedVersions,
} from '../../src/index.ts'

type Side = 'request' | 'response'

interface Header {
  readonly schema: MessageSchema
  readonly codec: MessageCodec<unknown>
}

function headerOf(side: string): Header {
  const name = side === 'request' ? 'RequestHeader' : 'ResponseHeader'
  const schema = headerSchemas.find((header) => header.name === name)
  if (schema === undefined) throw new Error(`no schema of ${name}`)
  return { schema, codec: side === 'request' ? requestHeader : responseHeader }
}

function sideOf(line: JsonObject): Side {
  const kind = textMember(line, 'kind')
  if (kind !== 'request' && kind !== 'response') throw new Error(`unknown kind ${kind}`)
  return kind
}

/** A line of headers.jsonl. */
export function verifyHeader(line: JsonObject): string | null {
  const { schema, codec } = headerOf(sideOf(line))
  return verifyMessage(schema, codec, line)
}

/** A line of frames.jsonl: size, header, body. */
export function verifyFrame(line: JsonObject): string | null {
  const side = sideOf(line)
  const key = numberMember(line, 'apiKey')
  const version = numberMember(line, 'version')
  const api = apisByKey[key]
  const apiSchema = apiSchemas.find((schema) => schema.key === key)
  if (api === undefined || apiSchema === undefined) return `API ${key} is not known`
  if (api.name !== line['api']) return `API ${key} is called ${api.name}`
  const headerVersion =
    side === 'request' ? api.requestHeaderVersion(version) : api.responseHeaderVersion(version)
  if (headerVersion !== line['headerVersion']) return `header version ${headerVersion}`
  const header = headerOf(side)
  const body = { schema: apiSchema[side], codec: api[side] }
  const hex = textMember(line, 'hex')
  const reader = exactReader(bytesOfHex(hex))
  if (reader.int32() !== reader.bytesLeft) return 'the size is not that of the rest'

  const parts: readonly (readonly [Header, number, string])[] = [
    [header, headerVersion, 'header'],
    [body, version, 'body'],
  ]
  const writer = exactWriter()
  writer.beginFrame()
  for (const [{ schema, codec }, of, name] of parts) {
    const json = objectMember(line, name)
    const unknown = name === 'body' ? line['unknown'] : line['headerUnknown']
    const expected = messageOf(schema, json, unknown as Json[] | undefined)
    const decoded = codec.decode(reader, of) as object
    const differs =
      difference(decoded, expected) ?? difference(messageToJson(schema, decoded, of), json)
    if (differs !== null) return `${name}: ${differs}`
    codec.encode(writer, expected, of)
  }
  if (reader.bytesLeft !== 0) return `${reader.bytesLeft} bytes were left after decoding`
  const encoded = hexOf(writer.finishBytes())
  return encoded === hex ? null : `encoded ${encoded} instead of ${hex}`
}

/** What a broker's listener serves: every stable version of what belongs there. */
function servedByBroker(key: number): ServedVersions | undefined {
  const api: AnyApi | undefined = apisByKey[key]
  if (api === undefined || !api.listeners.includes('broker')) return undefined
  return { min: api.versionMin, max: api.versionMaxStable }
}

/** A line of negotiation.jsonl: a framed request, and the framed answer or null for a close. */
export function verifyNegotiation(line: JsonObject): string | null {
  const frame = bytesOfHex(textMember(line, 'request'))
  const size = new Reader(frame).int32()
  if (size !== frame.byteLength - 4) return 'the size is not that of the rest'
  const expected = line['response'] ?? null
  const answer = answerTo(frame.subarray(4))
  if (answer === expected) return null
  return `answered ${answer ?? 'by closing'} instead of ${textOf(expected)}`
}

/** The framed answer as hex; null when the connection is closed. */
function answerTo(frame: Uint8Array): string | null {
  const decision = negotiate(frame, servedByBroker)
  switch (decision.kind) {
    case 'close':
      return null
    case 'answer':
      return framed(decision.header, decision.response, 0)
    case 'serve': {
      const { api, header, reader } = decision
      if (api.key !== apiVersionsApi.key) throw new Error(`${api.name} would be served`)
      const version = header.requestApiVersion
      const request = api.request.decode(reader, version) as ApiVersionsRequest
      const { clientSoftwareName, clientSoftwareVersion } = request
      if (
        isClientSoftwareLegal(clientSoftwareName) &&
        isClientSoftwareLegal(clientSoftwareVersion)
      ) {
        throw new Error('the request would be served')
      }
      const response = apiVersionsResponse({ errorCode: ErrorCode.INVALID_REQUEST })
      return framed(header, response, version)
    }
  }
}

function framed(header: RequestHeader, response: ApiVersionsResponse, version: number): string {
  const writer = new Writer()
  writer.beginFrame()
  const { correlationId } = header
  const headerVersion = apiVersionsApi.responseHeaderVersion(version)
  responseHeader.encode(writer, { correlationId, unknownTaggedFields: null }, headerVersion)
  apiVersionsApi.response.encode(writer, response, version)
  return hexOf(writer.finishBytes())
}
