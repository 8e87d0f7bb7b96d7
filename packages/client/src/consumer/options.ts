import type { BatchTools } from '@samsa/protocol'
import type { ClusterOptions } from '../cluster/options.ts'

/** Where a partition begins that has no committed offset, or one that is gone; `none` fails. */
export type OffsetReset = 'earliest' | 'latest' | 'none'

export interface ConsumerOptions extends ClusterOptions {
  readonly tools: BatchTools
  /** Needed for `subscribe`, `commit` and `committed`. */
  readonly groupId?: string
  /** Static membership (KIP-345). */
  readonly groupInstanceId?: string
  /** Default `latest`. */
  readonly offsetReset?: OffsetReset
  readonly fetchWaitMsMax?: number
  readonly fetchBytesMin?: number
  readonly fetchBytesMax?: number
  readonly partitionFetchBytesMax?: number
  /** Records that one `poll` gives. */
  readonly pollRecordsMax?: number
  /** Fetched and not yet polled; beyond it nothing more is fetched. */
  readonly bufferedBytesMax?: number
  readonly sessionTimeoutMs?: number
  readonly heartbeatIntervalMs?: number
  readonly rebalanceTimeoutMs?: number
  /** CRCs of fetched batches; on by default. */
  readonly checksCrcs?: boolean
}

export type ConsumerSettings = Required<
  Omit<ConsumerOptions, keyof ClusterOptions | 'groupId' | 'groupInstanceId'>
> & { readonly groupId: string | undefined; readonly groupInstanceId: string | null }

export function consumerSettings(options: ConsumerOptions): ConsumerSettings {
  return {
    tools: options.tools,
    groupId: options.groupId,
    groupInstanceId: options.groupInstanceId ?? null,
    offsetReset: options.offsetReset ?? 'latest',
    fetchWaitMsMax: options.fetchWaitMsMax ?? 500,
    fetchBytesMin: options.fetchBytesMin ?? 1,
    fetchBytesMax: options.fetchBytesMax ?? 52_428_800,
    partitionFetchBytesMax: options.partitionFetchBytesMax ?? 1_048_576,
    pollRecordsMax: options.pollRecordsMax ?? 500,
    bufferedBytesMax: options.bufferedBytesMax ?? 67_108_864,
    sessionTimeoutMs: options.sessionTimeoutMs ?? 45_000,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 3_000,
    rebalanceTimeoutMs: options.rebalanceTimeoutMs ?? 60_000,
    checksCrcs: options.checksCrcs ?? true,
  }
}
