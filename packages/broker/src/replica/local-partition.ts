import { assert, NO_LEADER_EPOCH, NO_NODE_ID, offset } from '@samsa/base'
import type { BrokerError, Completion, LeaderEpoch, NodeId, Offset, Uuid } from '@samsa/base'
import type { LogListener, PartitionLog } from '@samsa/log'
import { ErrorCode } from '@samsa/protocol'
import type { PartitionImage } from '../metadata/image.ts'
import { type CommitWaiter, CommitWaiters } from '../purgatory/commit-waiters.ts'
import { WatchList } from '../purgatory/watch-list.ts'
import { AppendQueue, type AppendPlace } from './append-queue.ts'
import { AppendRulesCache } from './append-rules.ts'
import type { HostedTopic } from './hosted-topic.ts'
import { InternalAppendPlace } from './internal-append.ts'
import type { InternalAppend, Partition } from './partition.ts'

/** Told when a partition begins and ceases to be led here. */
export interface PartitionOwner {
  onLeading(partition: LocalPartition): void
  onResigned(partition: LocalPartition): void
}

/**
 * A replica on this node. `refusal` says what clients are told:
 *
 * | state   | refusal                    | becomes                                                   |
 * | ------- | -------------------------- | --------------------------------------------------------- |
 * | opening | NOT_LEADER_OR_FOLLOWER     | leads or follows, when its log is open; offline; stopped  |
 * | leads   | NONE                       | follows, by a new leader; offline; stopped                |
 * | follows | NOT_LEADER_OR_FOLLOWER     | leads, by a new leader epoch; offline; stopped            |
 * | offline | KAFKA_STORAGE_ERROR        | stopped                                                   |
 * | stopped | UNKNOWN_TOPIC_OR_PARTITION | –                                                         |
 *
 * The high watermark is the smallest log end of the in-sync replicas, and stays where it is while
 * there are fewer of them than `min.insync.replicas` (KIP-966). Those on other nodes are not known to
 * be further than it, so it moves only while this one is alone in sync.
 */
export class LocalPartition implements Partition, LogListener {
  readonly hosted: HostedTopic
  readonly partition: number
  /** `topic-partition`. */
  readonly name: string
  refusal: number
  isStopped: boolean
  /** −1 while there is none. */
  leader: NodeId
  leaderEpoch: LeaderEpoch
  /** Where the leader epoch began, once this node leads. */
  epochStartOffset: Offset
  inSyncCount: number
  replicaCount: number
  highWatermark: Offset
  /** Bytes of all appends of this node's life: two values tell how much came in between. */
  appendedBytes: number
  /** Of the last Produce that named it: tells a partition that is named twice. */
  produceTicket: number
  /** The same for Fetch, and where in it the partition stands. */
  fetchTicket: number
  fetchPlace: number
  readonly watchers: WatchList
  readonly rules: AppendRulesCache
  readonly #owner: PartitionOwner
  readonly #nodeId: NodeId
  readonly #commits: CommitWaiters
  readonly #appends: AppendQueue
  #log: PartitionLog | undefined
  #isOffline: boolean

  constructor(hosted: HostedTopic, partition: number, nodeId: NodeId, owner: PartitionOwner) {
    this.hosted = hosted
    this.partition = partition
    this.name = `${hosted.name}-${partition}`
    this.refusal = ErrorCode.NOT_LEADER_OR_FOLLOWER
    this.isStopped = false
    this.leader = NO_NODE_ID
    this.leaderEpoch = NO_LEADER_EPOCH
    this.epochStartOffset = offset(0)
    this.inSyncCount = 0
    this.replicaCount = 0
    this.highWatermark = offset(0)
    this.appendedBytes = 0
    this.produceTicket = -1
    this.fetchTicket = -1
    this.fetchPlace = -1
    this.watchers = new WatchList()
    this.rules = new AppendRulesCache(this.name)
    this.#owner = owner
    this.#nodeId = nodeId
    this.#commits = new CommitWaiters()
    this.#appends = new AppendQueue()
    this.#log = undefined
    this.#isOffline = false
  }

  get topic(): string {
    return this.hosted.name
  }

  get topicId(): Uuid {
    return this.hosted.id
  }

  get isLeader(): boolean {
    return this.leader === this.#nodeId
  }

  get isOpen(): boolean {
    return this.#log !== undefined
  }

  /** Asserts that it is open: whoever has no refusal knows it. */
  get log(): PartitionLog {
    const log = this.#log
    assert(log !== undefined, `${this.name} is used before its log is open`)
    return log
  }

  /** No transaction is ever open yet. */
  get lastStableOffset(): Offset {
    return this.highWatermark
  }

  /** Fewer replicas are in sync than acks=all asks for; a partition never needs more than it has. */
  get isUnderMinInSync(): boolean {
    return this.inSyncCount < Math.min(this.hosted.config.minInsyncReplicas, this.replicaCount)
  }

  /** What a client that believes in `currentLeaderEpoch` (−1: in none) is told; 0 when it is right. */
  epochRefusal(currentLeaderEpoch: number): number {
    if (currentLeaderEpoch === NO_LEADER_EPOCH || currentLeaderEpoch === this.leaderEpoch) {
      return ErrorCode.NONE
    }
    return currentLeaderEpoch < this.leaderEpoch
      ? ErrorCode.FENCED_LEADER_EPOCH
      : ErrorCode.UNKNOWN_LEADER_EPOCH
  }

  /** Committed metadata says how it stands. */
  apply(image: PartitionImage): void {
    const isNewEpoch = image.leaderEpoch > this.leaderEpoch
    this.leader = image.leader
    this.leaderEpoch = image.leaderEpoch
    this.inSyncCount = image.isr.length
    this.replicaCount = image.replicas.length
    this.#changed(isNewEpoch)
  }

  /** Its log is open; `checkpointed` is the high watermark it had when the node stopped, −1 for none. */
  opened(log: PartitionLog, checkpointed: Offset): void {
    this.#log = log
    this.highWatermark = offset(
      Math.min(Math.max(checkpointed, log.logStartOffset), log.logEndOffset),
    )
    log.setListener(this)
    this.#isOffline = log.isOffline
    this.#changed(true)
  }

  /** Its log could not be opened: the disk is at fault. */
  failed(): void {
    this.#isOffline = true
    this.#changed(false)
  }

  /** It is deleted, or hosted elsewhere from now on. */
  stop(): void {
    this.isStopped = true
    this.#log?.setListener(undefined)
    this.#changed(false)
  }

  onEndOffset(_log: PartitionLog): void {
    this.#advanceHighWatermark()
    this.watchers.wakeAll()
  }

  onStartOffset(log: PartitionLog): void {
    if (this.highWatermark < log.logStartOffset) this.highWatermark = log.logStartOffset
    this.watchers.wakeAll()
  }

  onOffline(_log: PartitionLog, _error: BrokerError): void {
    this.failed()
  }

  /** Puts an append into its place in the order; it enters the log at once when nothing is before it. */
  submit(place: AppendPlace): void {
    this.#appends.submit(place)
  }

  /** What had a place is ready for the log, or will not come. */
  placeReady(): void {
    this.#appends.drain()
  }

  /** `bytes` were written: to be called with the outcome of every append. */
  noteAppended(bytes: number): void {
    this.appendedBytes += bytes
  }

  /** Refused at once or later when the high watermark will not get to `waiter.awaitedOffset` here. */
  whenCommitted(waiter: CommitWaiter): void {
    if (this.highWatermark >= waiter.awaitedOffset) waiter.onCommitted()
    else if (this.refusal !== ErrorCode.NONE) waiter.onRefused(this.refusal)
    else this.#commits.add(waiter)
  }

  forgetCommit(waiter: CommitWaiter): void {
    this.#commits.remove(waiter)
  }

  /** What a client is told of an append that failed here: a log that is deleted answers as offline. */
  appendRefusal(errorCode: number): number {
    const isGone = this.isStopped && errorCode === ErrorCode.KAFKA_STORAGE_ERROR
    return isGone ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : errorCode
  }

  appendInternal(batch: Uint8Array, expectedLeaderEpoch: LeaderEpoch): Completion<InternalAppend> {
    const append = new InternalAppendPlace(this, batch, expectedLeaderEpoch)
    this.submit(append)
    return append.completion
  }

  #refusalNow(): number {
    if (this.isStopped) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
    if (this.#isOffline) return ErrorCode.KAFKA_STORAGE_ERROR
    if (this.#log === undefined || !this.isLeader) return ErrorCode.NOT_LEADER_OR_FOLLOWER
    return ErrorCode.NONE
  }

  /** The one place where the state of the table changes. */
  #changed(isNewEpoch: boolean): void {
    const wasLeading = this.refusal === ErrorCode.NONE
    this.refusal = this.#refusalNow()
    const isLeading = this.refusal === ErrorCode.NONE
    const begins = isLeading && (!wasLeading || isNewEpoch)
    if (begins) this.#beginEpoch()
    if (isLeading) this.#advanceHighWatermark()
    this.watchers.wakeAll()
    if (begins) this.#owner.onLeading(this)
    else if (wasLeading && !isLeading) {
      this.#commits.refuseAll(this.refusal)
      this.#owner.onResigned(this)
    }
  }

  #beginEpoch(): void {
    const { log } = this
    this.epochStartOffset = log.logEndOffset
    log.assignEpochStartOffset(this.leaderEpoch, log.logEndOffset)
  }

  #advanceHighWatermark(): void {
    if (this.refusal !== ErrorCode.NONE || this.inSyncCount > 1 || this.isUnderMinInSync) return
    const { logEndOffset } = this.log
    if (logEndOffset <= this.highWatermark) return
    this.highWatermark = logEndOffset
    this.#commits.advance(logEndOffset)
  }
}
