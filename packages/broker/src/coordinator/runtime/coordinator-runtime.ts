import type { Clock, Completion, Logger, Wheel } from '@samsa/base'
import { ErrorCode, type BatchTools } from '@samsa/protocol'
import type { Partition } from '../../replica/partition.ts'
import type { ShardFactory, ShardState, WriteOperation } from './operation.ts'
import { PartitionShardLog } from './partition-shard-log.ts'
import { Shard } from './shard.ts'
import { ShardLoader, type LoadOutcome } from './shard-loader.ts'

export interface CoordinatorRuntimeOptions<State extends ShardState> {
  /** `__consumer_offsets` and the like, for logs. */
  readonly topic: string
  readonly clock: Clock
  readonly wheel: Wheel
  readonly logger: Logger
  readonly tools: BatchTools
  /** `offsets.load.buffer.size`: bytes a read asks for; a larger batch is read whole all the same. */
  readonly loadReadBytesMax: number
  /** `offsets.topic.compression.codec`, as the batch header has it. */
  readonly codec: number
  /** `offsets.commit.timeout.ms`, as it is now. */
  readonly commitTimeoutMsNow: () => number
  /** `max.message.bytes` of the topic, as it is now. */
  readonly batchBytesMaxNow: () => number
  readonly factory: ShardFactory<State>
}

/**
 * The shards of a coordinator on this node: one for each partition of its topic that the node leads.
 * Groups, transactions and shares differ only in their state.
 */
export class CoordinatorRuntime<State extends ShardState> {
  readonly #options: CoordinatorRuntimeOptions<State>
  readonly #shards: Map<number, Shard<State>>

  constructor(options: CoordinatorRuntimeOptions<State>) {
    this.#options = options
    this.#shards = new Map()
  }

  /** This node leads the partition from now on: its shard loads, and then serves. */
  onLeader(partition: Partition): void {
    const { topic, clock, wheel, logger, tools, codec, factory } = this.#options
    const index = partition.partition
    const current = this.#shards.get(index)
    if (current !== undefined) {
      if (current.leaderEpoch >= partition.leaderEpoch) return
      this.onResigned(index)
    }
    const shard = new Shard<State>(index, partition.leaderEpoch, factory, {
      log: new PartitionShardLog(partition, tools, codec, this.#options.batchBytesMaxNow),
      clock,
      wheel,
      logger,
      commitTimeoutMs: this.#options.commitTimeoutMsNow,
    })
    this.#shards.set(index, shard)
    const startMs = clock.monotonicMs()
    const isWanted = (): boolean => this.#shards.get(index) === shard
    const loader = new ShardLoader(partition, {
      tools,
      clock,
      readBytesMax: this.#options.loadReadBytesMax,
      replay: (record, place) => shard.replayLoaded(record, place),
      replayMarker: (producerId, isCommitted) => shard.replayLoadedMarker(producerId, isCommitted),
      isWanted,
    })
    loader.run((outcome) => {
      logger.log('debug', 'coordinator partition loaded', {
        partition: `${topic}-${index}`,
        outcome: outcome.kind,
        ms: Math.round(clock.monotonicMs() - startMs),
      })
      this.#loaded(shard, outcome)
    })
  }

  /** Another node leads it, or it is gone. */
  onResigned(partition: number): void {
    const shard = this.#shards.get(partition)
    if (shard === undefined) return
    this.#shards.delete(partition)
    shard.close()
  }

  close(): void {
    for (const partition of [...this.#shards.keys()]) this.onResigned(partition)
  }

  /** The shard of a partition, loading or active; undefined when this node does not lead it. */
  shard(partition: number): Shard<State> | undefined {
    return this.#shards.get(partition)
  }

  /** A copy: operations on one may close others. */
  activeShards(): readonly Shard<State>[] {
    return [...this.#shards.values()].filter((shard) => shard.isActive)
  }

  /** True while at least one shard still loads: lists are incomplete then. */
  get isLoading(): boolean {
    return [...this.#shards.values()].some(
      ({ errorCode }) => errorCode === ErrorCode.COORDINATOR_LOAD_IN_PROGRESS,
    )
  }

  write<Response>(
    partition: number,
    operation: WriteOperation<State, Response>,
  ): Response | Completion<Response> {
    const shard = this.#shards.get(partition)
    if (shard === undefined) return operation.refused(ErrorCode.NOT_COORDINATOR)
    return shard.write(operation)
  }

  /** Reads what is committed; `refused` when the shard is not here or still loads. */
  read<Response>(
    partition: number,
    look: (state: State, committedEpoch: number) => Response,
    refused: (errorCode: number) => Response,
  ): Response {
    const shard = this.#shards.get(partition)
    if (shard === undefined) return refused(ErrorCode.NOT_COORDINATOR)
    if (!shard.isActive) return refused(shard.errorCode)
    return look(shard.state, shard.registry.committedEpoch)
  }

  #loaded(shard: Shard<State>, outcome: LoadOutcome): void {
    if (outcome.kind === 'abandoned') return
    if (outcome.kind === 'failed') {
      this.#options.logger.log('error', 'a coordinator partition cannot be loaded', {
        partition: `${this.#options.topic}-${shard.partition}`,
        error: outcome.error.message,
      })
      this.onResigned(shard.partition)
      return
    }
    this.#start(shard, shard.start())
  }

  #start(shard: Shard<State>, steps: Iterator<void>): void {
    if (this.#shards.get(shard.partition) !== shard || steps.next().done === true) return
    this.#options.clock.afterIo(() => this.#start(shard, steps))
  }
}
