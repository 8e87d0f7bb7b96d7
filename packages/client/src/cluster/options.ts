import type { Address, Clock, Net, Random } from '@samsa/base'

/** What every client of a cluster is given; defaults are those of Kafka's own clients. */
export interface ClusterOptions {
  readonly net: Net
  readonly clock: Clock
  readonly random: Random
  /** Brokers to ask first, one after another. */
  readonly bootstrap: readonly Address[]
  readonly clientId: string
  /** An answer that takes longer ends its connection. */
  readonly requestMsMax?: number
  readonly responseBytesMax?: number
  readonly retryBackoffMs?: number
  /** How long an operation is tried again before it fails. */
  readonly operationMsMax?: number
  /** Whether asking for a topic may make it, where brokers do so. */
  readonly allowsTopicCreation?: boolean
}

/** The same with nothing left open. */
export type ClusterSettings = Required<ClusterOptions>

export function clusterSettings(options: ClusterOptions): ClusterSettings {
  return {
    net: options.net,
    clock: options.clock,
    random: options.random,
    bootstrap: options.bootstrap,
    clientId: options.clientId,
    requestMsMax: options.requestMsMax ?? 30_000,
    responseBytesMax: options.responseBytesMax ?? 128 * 1024 * 1024,
    retryBackoffMs: options.retryBackoffMs ?? 100,
    operationMsMax: options.operationMsMax ?? 60_000,
    allowsTopicCreation: options.allowsTopicCreation ?? true,
  }
}
