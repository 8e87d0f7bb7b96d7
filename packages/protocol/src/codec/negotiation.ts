import { apiVersionsResponse } from '../generated/018-api-versions.ts'
import { apisByKey } from '../generated/apis.ts'
import { requestHeader } from '../generated/headers.ts'
import { ErrorCode } from '../errors/index.ts'
import { DecodeError } from './errors.ts'
import { Reader } from './reader.ts'
import type { AnyApi } from '../api.ts'
import type { ApiVersionsResponse } from '../generated/018-api-versions.ts'
import type { RequestHeader } from '../generated/headers.ts'

const API_VERSIONS_KEY = 18

/** Versions that a listener serves of one API. */
export interface ServedVersions {
  readonly min: number
  readonly max: number
}

/** What becomes of a frame before any handler sees it. */
export type Negotiation =
  /** The reader stands at the body. */
  | {
      readonly kind: 'serve'
      readonly api: AnyApi
      readonly header: RequestHeader
      readonly reader: Reader
    }
  /** Only ApiVersions: answer in format 0 with header 0, so that any client can read the ranges. */
  | {
      readonly kind: 'answer'
      readonly header: RequestHeader
      readonly response: ApiVersionsResponse
    }
  | { readonly kind: 'close'; readonly reason: string }

const closing = (reason: string): Negotiation => ({ kind: 'close', reason })

/**
 * Decides what to do with a request frame (without its size). An unknown key, a version that is not
 * served or a header that cannot be read closes the connection, as in Kafka; an ApiVersions request
 * of another version is answered with UNSUPPORTED_VERSION and the versions that would do (KIP-511).
 */
export function negotiate(
  frame: Uint8Array,
  servedOf: (apiKey: number) => ServedVersions | undefined,
): Negotiation {
  try {
    const peek = new Reader(frame)
    const key = peek.int16()
    const version = peek.int16()
    const api = apisByKey[key]
    const served = servedOf(key)
    if (api === undefined || served === undefined) return closing(`API ${key} is not served`)
    const reader = new Reader(frame)
    if (version >= served.min && version <= served.max) {
      const header = requestHeader.decode(reader, api.requestHeaderVersion(version))
      return { kind: 'serve', api, header, reader }
    }
    if (key !== API_VERSIONS_KEY) {
      return closing(`${api.name} ${version} is not served, only ${served.min}-${served.max}`)
    }
    // The header of an unknown version is a guess: newer versions keep header 2, negative ones are 1.
    const header = requestHeader.decode(reader, version < 0 ? 1 : 2)
    return { kind: 'answer', header, response: unsupportedApiVersions(served) }
  } catch (error) {
    if (error instanceof DecodeError) return closing(error.message)
    throw error
  }
}

/** UNSUPPORTED_VERSION with the one range that helps: that of ApiVersions itself. */
function unsupportedApiVersions(served: ServedVersions): ApiVersionsResponse {
  return apiVersionsResponse({
    errorCode: ErrorCode.UNSUPPORTED_VERSION,
    apiKeys: [
      {
        apiKey: API_VERSIONS_KEY,
        minVersion: served.min,
        maxVersion: served.max,
        unknownTaggedFields: null,
      },
    ],
  })
}

/**
 * Whether a client may call its software so (KIP-511): letters, digits, dots and dashes, with a letter
 * or digit at both ends. Otherwise ApiVersions is answered with INVALID_REQUEST.
 */
export function isClientSoftwareLegal(text: string): boolean {
  return /^[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?$/.test(text)
}
