import type { BatchTools } from '@samsa/protocol'
import type { ClusterOptions } from '../cluster/options.ts'

/** Answered by nobody, by the leader, by all in-sync replicas. */
export type Acks = 0 | 1 | -1

export interface ProducerOptions extends ClusterOptions {
  readonly tools: BatchTools
  /** Default −1. */
  readonly acks?: Acks
  /** Default: true where acks is −1. Needs acks −1. */
  readonly isIdempotent?: boolean
  /** One of the `CODEC_…` constants; none by default. */
  readonly codec?: number
  /** How long a batch that is not full waits for more records. */
  readonly lingerMs?: number
  readonly batchBytesMax?: number
  readonly requestBytesMax?: number
  /** Requests under way to each broker. */
  readonly inFlightMax?: number
  /** From `send` on; what is not delivered by then fails. */
  readonly deliveryMsMax?: number
  /** Records not yet delivered; beyond it `send` waits. */
  readonly bufferedBytesMax?: number
}

export interface ProducerSettings {
  readonly tools: BatchTools
  readonly acks: Acks
  readonly isIdempotent: boolean
  readonly codec: number
  readonly lingerMs: number
  readonly batchBytesMax: number
  readonly requestBytesMax: number
  readonly inFlightMax: number
  readonly deliveryMsMax: number
  readonly bufferedBytesMax: number
}

export function producerSettings(options: ProducerOptions): ProducerSettings {
  const acks = options.acks ?? -1
  return {
    tools: options.tools,
    acks,
    isIdempotent: options.isIdempotent ?? acks === -1,
    codec: options.codec ?? 0,
    lingerMs: options.lingerMs ?? 5,
    batchBytesMax: options.batchBytesMax ?? 65_536,
    requestBytesMax: options.requestBytesMax ?? 1_048_576,
    inFlightMax: options.inFlightMax ?? 5,
    deliveryMsMax: options.deliveryMsMax ?? 120_000,
    bufferedBytesMax: options.bufferedBytesMax ?? 33_554_432,
  }
}
