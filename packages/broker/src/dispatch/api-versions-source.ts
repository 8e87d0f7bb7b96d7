import type { ApiVersionsResponse } from '@samsa/protocol'

/** Builds the ApiVersions answer from the handler table and the finalized features. */
export interface ApiVersionsSource {
  response(version: number): ApiVersionsResponse
  /** Error 35 and the range of ApiVersions itself, in format 0: for a version we do not know. */
  unsupportedVersion(): ApiVersionsResponse
}
