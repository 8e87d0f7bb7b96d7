import { NO_LEADER_EPOCH, NO_OFFSET } from '@samsa/base'
import type { Offset, Uuid } from '@samsa/base'
import type { EpochEndOffset, LogRead } from '@samsa/log'
import { ErrorCode, type FetchRequestTopicPartition } from '@samsa/protocol'
import { Watcher } from '../../purgatory/watch-list.ts'
import type { LocalPartition } from '../local-partition.ts'

/** The session, or the fetch without one, that a partition is fetched by. */
export interface FetchOwner {
  /** Inside the partition's change: note it, act later. */
  onPartitionChange(partition: FetchPartition): void
}

/**
 * One partition as somebody fetches it. In a session it lives from poll to poll: what was asked, what
 * the client was told last, and whether anything may have changed since (`isDirty`). One that is not
 * dirty watches its partition; so a poll looks only at what changed.
 */
export class FetchPartition extends Watcher {
  owner: FetchOwner
  /** '' until the id is known here; then it stays, even when the topic is deleted. */
  topic: string
  /** Zero when the client named the topic. */
  readonly topicId: Uuid
  readonly index: number
  replica: LocalPartition | undefined

  /** As the client asked last; epochs are −1 for none. */
  fetchOffset: Offset
  maxBytes: number
  currentLeaderEpoch: number
  lastFetchedEpoch: number

  /** As the client was told last; −1 for never, or in an error. */
  toldHighWatermark: Offset
  toldLogStart: Offset
  /** Place in the session's order, which begins with the smallest. */
  order: number
  isDirty: boolean
  isForgotten: boolean

  /** What the latest look found. */
  errorCode: number
  /** Refused before its log was asked: unknown, or not for this client. */
  isErroneous: boolean
  divergingEpoch: EpochEndOffset | undefined
  highWatermark: Offset
  lastStableOffset: Offset
  logStartOffset: Offset
  /** First offset that may not be given. */
  upTo: Offset
  read: LogRead | undefined
  /** Bytes that lay there for it at the latest look, and `LocalPartition.appendedBytes` then. */
  availableBytes: number
  appendedBytesThen: number
  /** Records lay beyond what might be given: nobody counted their bytes. */
  hadUncommitted: boolean

  constructor(owner: FetchOwner, topic: string, topicId: Uuid, asked: FetchRequestTopicPartition) {
    super()
    this.owner = owner
    this.topic = topic
    this.topicId = topicId
    this.index = asked.partition
    this.replica = undefined
    this.fetchOffset = NO_OFFSET
    this.maxBytes = 0
    this.currentLeaderEpoch = NO_LEADER_EPOCH
    this.lastFetchedEpoch = NO_LEADER_EPOCH
    this.toldHighWatermark = NO_OFFSET
    this.toldLogStart = NO_OFFSET
    this.order = 0
    this.isDirty = true
    this.isForgotten = false
    this.errorCode = ErrorCode.NONE
    this.isErroneous = false
    this.divergingEpoch = undefined
    this.highWatermark = NO_OFFSET
    this.lastStableOffset = NO_OFFSET
    this.logStartOffset = NO_OFFSET
    this.upTo = NO_OFFSET
    this.read = undefined
    this.availableBytes = 0
    this.appendedBytesThen = 0
    this.hadUncommitted = false
    this.ask(asked)
  }

  ask(asked: FetchRequestTopicPartition): void {
    this.fetchOffset = asked.fetchOffset as Offset
    this.maxBytes = asked.partitionMaxBytes
    this.currentLeaderEpoch = Math.max(asked.currentLeaderEpoch, NO_LEADER_EPOCH)
    this.lastFetchedEpoch = Math.max(asked.lastFetchedEpoch, NO_LEADER_EPOCH)
  }

  override onChange(): void {
    this.owner.onPartitionChange(this)
  }

  /** Forgets what an earlier look found. */
  beginLook(): void {
    this.errorCode = ErrorCode.NONE
    this.isErroneous = false
    this.divergingEpoch = undefined
    this.highWatermark = NO_OFFSET
    this.lastStableOffset = NO_OFFSET
    this.logStartOffset = NO_OFFSET
    this.availableBytes = 0
  }

  /** Errors tell nothing else. */
  fail(errorCode: number): void {
    this.errorCode = errorCode
    this.divergingEpoch = undefined
    this.highWatermark = NO_OFFSET
    this.lastStableOffset = NO_OFFSET
    this.logStartOffset = NO_OFFSET
  }

  dropRead(): void {
    const { read } = this
    if (read === undefined) return
    this.read = undefined
    read.release()
  }

  watch(): void {
    this.replica?.watchers.add(this)
  }

  /** Bytes that lie there by now, without reading; −1 when that cannot be told. */
  bytesNow(replica: LocalPartition): number {
    const { highWatermark } = replica
    if (highWatermark <= this.fetchOffset) return 0
    if (this.hadUncommitted && highWatermark > this.highWatermark) return -1
    const bytes = this.availableBytes + replica.appendedBytes - this.appendedBytesThen
    return Math.min(bytes, Math.max(0, this.maxBytes))
  }

  /** Whether an incremental answer has to name it. */
  get hasNews(): boolean {
    return (
      this.read !== undefined ||
      this.errorCode !== ErrorCode.NONE ||
      this.divergingEpoch !== undefined ||
      this.toldHighWatermark !== this.highWatermark ||
      this.toldLogStart !== this.logStartOffset
    )
  }

  /** The client is told what the latest look found. */
  tell(): void {
    const isError = this.errorCode !== ErrorCode.NONE
    this.toldHighWatermark = isError ? NO_OFFSET : this.highWatermark
    this.toldLogStart = this.logStartOffset
  }

  /**
   * Whether the client knows all that `replica` has: nothing to give, nothing to tell. Judged by the
   * high watermark whatever the isolation level, which may change from poll to poll.
   */
  isUpToDate(replica: LocalPartition): boolean {
    return (
      this.errorCode === ErrorCode.NONE &&
      this.divergingEpoch === undefined &&
      replica.refusal === ErrorCode.NONE &&
      this.fetchOffset >= replica.highWatermark &&
      this.toldHighWatermark === replica.highWatermark &&
      this.toldLogStart === replica.log.logStartOffset
    )
  }

  /** Nothing lies there now; what comes from here on counts. */
  rest(replica: LocalPartition): void {
    this.isDirty = false
    this.availableBytes = 0
    this.noteLog(replica)
    replica.watchers.add(this)
  }

  /** What later counting begins with. */
  noteLog(replica: LocalPartition): void {
    this.highWatermark = replica.highWatermark
    this.appendedBytesThen = replica.appendedBytes
    this.hadUncommitted = replica.log.logEndOffset > replica.highWatermark
  }
}
