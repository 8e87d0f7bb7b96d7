import type { Completion, LeaderEpoch } from '@samsa/base'
import { BatchBuilder, type BatchTools } from '@samsa/protocol'
import type { InternalAppend, Partition } from '../../replica/partition.ts'
import type { CoordinatorRecord } from './operation.ts'
import type { ShardLog } from './shard.ts'

/** A builder keeps the room that its largest batch took: one that made a larger one is let go. */
const BUILDER_BYTES_MAX = 64 * 1024

/** A shard's records as batches of its partition (`__consumer_offsets`-n and the like). */
export class PartitionShardLog implements ShardLog {
  readonly #partition: Partition
  readonly #tools: BatchTools
  readonly #codec: number
  readonly #batchBytesMaxNow: () => number
  #builder: BatchBuilder | undefined

  constructor(
    partition: Partition,
    tools: BatchTools,
    codec: number,
    batchBytesMaxNow: () => number,
  ) {
    this.#partition = partition
    this.#tools = tools
    this.#codec = codec
    this.#batchBytesMaxNow = batchBytesMaxNow
    this.#builder = undefined
  }

  get batchBytesMax(): number {
    return this.#batchBytesMaxNow()
  }

  buildBatch(records: readonly CoordinatorRecord[], nowMs: number): Uint8Array {
    const builder = this.#builder ?? new BatchBuilder(this.#tools, { codec: this.#codec })
    for (const { key, value } of records) builder.append({ key, value, timestamp: nowMs })
    const isLarge = builder.uncompressedSizeBytes > BUILDER_BYTES_MAX
    this.#builder = isLarge ? undefined : builder
    return builder.build()
  }

  append(batch: Uint8Array, leaderEpoch: LeaderEpoch): Completion<InternalAppend> {
    return this.#partition.appendInternal(batch, leaderEpoch)
  }
}
