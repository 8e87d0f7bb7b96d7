import { apiVersionsResponse, ErrorCode } from '@samsa/protocol'
import type { ApiVersionsResponse, ApiVersionsResponseApiKey } from '@samsa/protocol'
import type { MetadataReader } from '../metadata/metadata-reader.ts'
import type { ApiVersionsSource } from './api-versions-source.ts'
import type { HandlerTable } from './handler-table.ts'

const API_VERSIONS_KEY = 18

/** A feature this build can run at any level of the range (KIP-584). */
export interface SupportedFeature {
  readonly name: string
  readonly min: number
  readonly max: number
}

/** Answers from one handler table; the finalized part is read from the image each time. */
export class TableApiVersions implements ApiVersionsSource {
  readonly #keys: readonly ApiVersionsResponseApiKey[]
  readonly #supported: readonly SupportedFeature[]
  readonly #metadata: MetadataReader

  constructor(
    table: HandlerTable,
    supported: readonly SupportedFeature[],
    metadata: MetadataReader,
  ) {
    this.#keys = table.handlers.map((handler) => {
      const [minVersion, maxVersion] = handler.advertised ?? handler.versions
      return { apiKey: handler.api.key, minVersion, maxVersion, unknownTaggedFields: null }
    })
    this.#supported = supported
    this.#metadata = metadata
  }

  response(version: number): ApiVersionsResponse {
    const image = this.#metadata.image()
    // Clients before v4 take a range that begins at 0 for an error (KAFKA-17011).
    const supported = this.#supported.filter((feature) => version >= 4 || feature.min > 0)
    return apiVersionsResponse({
      apiKeys: [...this.#keys],
      supportedFeatures: supported.map(({ name, min, max }) => ({
        name,
        minVersion: min,
        maxVersion: max,
        unknownTaggedFields: null,
      })),
      finalizedFeaturesEpoch: image.offset,
      finalizedFeatures: [...image.features.levels]
        .filter(([, level]) => level > 0)
        .map(([name, level]) => ({
          name,
          maxVersionLevel: level,
          minVersionLevel: level,
          unknownTaggedFields: null,
        })),
    })
  }

  unsupportedVersion(): ApiVersionsResponse {
    return apiVersionsResponse({
      errorCode: ErrorCode.UNSUPPORTED_VERSION,
      apiKeys: this.#keys.filter(({ apiKey }) => apiKey === API_VERSIONS_KEY),
    })
  }
}
