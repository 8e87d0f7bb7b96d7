import type { Completion, LeaderEpoch } from '@samsa/base'
import { BatchBuilder, type BatchTools } from '@samsa/protocol'
import type { InternalAppend, Partition } from '../../replica/partition.ts'
import type { CoordinatorRecord } from './operation.ts'
import type { ShardLog } from './shard.ts'

/** A shard's records as batches of its partition (`__consumer_offsets`-n and the like). */
export class PartitionShardLog implements ShardLog {
  readonly #partition: Partition
  readonly #tools: BatchTools
  readonly #codec: number
  readonly #batchBytesMaxNow: () => number

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
  }

  get batchBytesMax(): number {
    return this.#batchBytesMaxNow()
  }

  buildBatch(records: readonly CoordinatorRecord[], nowMs: number): Uint8Array {
    // One per batch: the buffer of a builder that is kept stays as large as its largest batch was.
    const builder = new BatchBuilder(this.#tools, { codec: this.#codec })
    for (const { key, value } of records) builder.append({ key, value, timestamp: nowMs })
    return builder.build()
  }

  append(batch: Uint8Array, leaderEpoch: LeaderEpoch): Completion<InternalAppend> {
    return this.#partition.appendInternal(batch, leaderEpoch)
  }
}
