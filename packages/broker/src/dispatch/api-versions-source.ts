import type { ApiVersionsResponse } from '@samsa/protocol'

/** Builds the ApiVersions answer from the handler table and the finalized features. */
export interface ApiVersionsSource {
  /** `version` as asked for; `errorCode` 0 or the refusal that v0 format carries. */
  response(version: number, listenerName: string): ApiVersionsResponse
}
