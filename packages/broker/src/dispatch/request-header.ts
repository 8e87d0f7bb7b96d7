import type { Reader } from '@samsa/protocol'

/** What stands before every request's body (headers 1 and 2; the difference is tagged fields). */
export interface ParsedHeader {
  readonly apiKey: number
  readonly version: number
  readonly correlationId: number
  readonly clientId: string | null
}

/** The version a frame claims; undefined when it is too short to have one. */
export function peekVersion(bytes: Uint8Array): number | undefined {
  if (bytes.length < 4) return undefined
  return (((bytes[2] as number) << 24) >> 16) | (bytes[3] as number)
}

/**
 * Reads the header and leaves the reader at the body. The client id is never compact, even in header
 * 2 (`flexibleVersions: none`). Throws `DecodeError`.
 */
export function readRequestHeader(reader: Reader, headerVersion: 1 | 2): ParsedHeader {
  const apiKey = reader.int16()
  const version = reader.int16()
  const correlationId = reader.int32()
  const clientId = reader.nullableString()
  if (headerVersion === 2) reader.unknownTags()
  return { apiKey, version, correlationId, clientId }
}
