import type { NodeConfig } from '../../config/node-config.ts'

/** Bounds of one fetch. */
export interface FetchLimits {
  /**
   * Records of one answer: the smaller of `fetch.max.bytes` and `samsa.fetch.response.bytes.max`,
   * so that a client that does not read costs a bounded amount. A first batch that is larger is
   * given all the same (KIP-74).
   */
  readonly responseBytesMax: number
  /** A fetch is answered after so long, whatever it asked for: connections live no longer idle. */
  readonly waitMsMax: number
}

export const defaultFetchLimits: FetchLimits = {
  responseBytesMax: 8_388_608,
  waitMsMax: 600_000,
}

export function fetchLimitsOf(config: NodeConfig): FetchLimits {
  return {
    responseBytesMax: Math.min(
      config.number('fetch.max.bytes'),
      config.number('samsa.fetch.response.bytes.max'),
    ),
    waitMsMax: defaultFetchLimits.waitMsMax,
  }
}
