import { NO_OFFSET } from '@samsa/base'
import type { LeaderEpoch, Offset } from '@samsa/base'
import type { AppendDone, AppendEntry, AppendOutcome } from '@samsa/log'
import {
  ErrorCode,
  type DeferredValidation,
  type ProduceResponseTopicPartition,
  type RecordsVerdict,
  type RejectedBatch,
  type ValidationOutcome,
} from '@samsa/protocol'
import type { CommitWaiter } from '../../purgatory/commit-waiters.ts'
import type { AppendPlace } from '../append-queue.ts'
import type { LocalPartition } from '../local-partition.ts'
import type { ClientAppends } from './client-appends.ts'

/** The request that a partition's part belongs to. */
export interface ProduceParts {
  /** acks=all: answered once it is committed. */
  readonly awaitsCommit: boolean
  /** The part's append has been written or refused: it changes nothing more. */
  partAppended(): void
  /** Told in place of nothing: the part will be told of its commit later. */
  partWaits(part: PartitionProduce): void
  partCommitted(part: PartitionProduce): void
}

/** One partition's batch of a Produce request: validation, its place in the order, append, commit. */
export class PartitionProduce implements AppendEntry, AppendPlace, CommitWaiter {
  readonly origin = 'client'
  readonly partition: LocalPartition
  /** Filled in as it becomes known. */
  readonly response: ProduceResponseTopicPartition
  isReady: boolean
  leaderEpoch: LeaderEpoch
  bytes: Uint8Array
  awaitedOffset: Offset
  readonly #parts: ProduceParts
  readonly #done: AppendDone
  /** The batch was refused while others had places behind it. */
  #isRefused: boolean

  constructor(
    parts: ProduceParts,
    partition: LocalPartition,
    response: ProduceResponseTopicPartition,
    bytes: Uint8Array,
  ) {
    this.partition = partition
    this.response = response
    this.isReady = true
    this.leaderEpoch = partition.leaderEpoch
    this.bytes = bytes
    this.awaitedOffset = NO_OFFSET
    this.#parts = parts
    this.#done = (outcome) => this.#appended(outcome)
    this.#isRefused = false
  }

  /** Everything may be over when this returns. */
  begin(appends: ClientAppends, apiVersion: number, nowMs: number): void {
    const { partition } = this
    if (this.#parts.awaitsCommit && partition.isUnderMinInSync) {
      this.response.errorCode = ErrorCode.NOT_ENOUGH_REPLICAS
      return this.#parts.partAppended()
    }
    const rules = partition.rules.of(partition.hosted.config, apiVersion)
    const outcome = appends.validator.begin(this.bytes, rules, nowMs)
    if (outcome.kind === 'deferred') return this.#defer(appends, outcome)
    if (outcome.kind === 'rejected') {
      this.#reject(outcome)
      return this.#parts.partAppended()
    }
    this.bytes = outcome.bytes
    partition.submit(this)
  }

  /** Takes the place in the order first: what comes later to this partition waits behind it. */
  #defer(appends: ClientAppends, { input }: DeferredValidation): void {
    this.isReady = false
    this.partition.submit(this)
    appends.judgeElsewhere(
      input,
      (verdict: RecordsVerdict) =>
        this.#judged(appends.validator.finish(this.bytes, input, verdict)),
      (error) => this.#notJudged(appends, error),
    )
  }

  #judged(outcome: ValidationOutcome): void {
    if (outcome.kind === 'rejected') {
      this.#reject(outcome)
      this.#isRefused = true
    } else this.bytes = outcome.bytes
    this.#ready()
  }

  /** The node stops, or no thread has time for it: the client sends it again. */
  #notJudged(appends: ClientAppends, error: Error): void {
    appends.logger.log('warn', 'a batch could not be validated', {
      partition: this.partition.name,
      error,
    })
    this.response.errorCode = ErrorCode.REQUEST_TIMED_OUT
    this.#isRefused = true
    this.#ready()
  }

  #ready(): void {
    this.isReady = true
    this.partition.placeReady()
  }

  enter(): void {
    const { partition } = this
    if (!this.#isRefused) {
      // The leader may have changed while another thread had the batch.
      const isStale = partition.leaderEpoch !== this.leaderEpoch
      const refusal = isStale ? ErrorCode.NOT_LEADER_OR_FOLLOWER : partition.refusal
      if (refusal === ErrorCode.NONE) {
        partition.log.append(this, this.#done)
        return
      }
      this.response.errorCode = refusal
    }
    this.#parts.partAppended()
  }

  #appended(outcome: AppendOutcome): void {
    const { partition, response } = this
    const { errorCode, lastOffset } = outcome
    response.logStartOffset = outcome.logStartOffset
    if (errorCode !== ErrorCode.NONE) {
      this.#fail(partition.appendRefusal(errorCode))
      return this.#parts.partAppended()
    }
    response.baseOffset = outcome.baseOffset
    response.logAppendTimeMs = outcome.logAppendTimeMs
    if (!outcome.isDuplicate) partition.noteAppended(this.bytes.length)
    if (this.#parts.awaitsCommit && partition.highWatermark <= lastOffset) {
      this.awaitedOffset = (lastOffset + 1) as Offset
      this.#parts.partWaits(this)
    }
    this.#parts.partAppended()
  }

  onCommitted(): void {
    this.#parts.partCommitted(this)
  }

  onRefused(errorCode: number): void {
    this.#fail(errorCode)
    this.#parts.partCommitted(this)
  }

  /** It is written, and not committed in time: whether it will be, nobody knows. */
  expire(): void {
    this.partition.forgetCommit(this)
    this.#fail(ErrorCode.REQUEST_TIMED_OUT)
  }

  #reject(refused: RejectedBatch): void {
    const { response } = this
    response.errorMessage = refused.message
    if (refused.recordErrors.length > 0) {
      response.recordErrors = refused.recordErrors.map(({ batchIndex, message }) => ({
        batchIndex,
        batchIndexErrorMessage: message,
        unknownTaggedFields: null,
      }))
    }
    response.logStartOffset = this.partition.log.logStartOffset
    this.#fail(refused.errorCode)
  }

  #fail(errorCode: number): void {
    const { response } = this
    response.errorCode = errorCode
    response.baseOffset = NO_OFFSET
    response.logAppendTimeMs = -1
    if (hasNoLogStart(errorCode)) response.logStartOffset = NO_OFFSET
  }
}

/** Errors that Apache Kafka answers without having looked at the log. */
function hasNoLogStart(errorCode: number): boolean {
  return (
    errorCode === ErrorCode.CORRUPT_MESSAGE ||
    errorCode === ErrorCode.MESSAGE_TOO_LARGE ||
    errorCode === ErrorCode.RECORD_LIST_TOO_LARGE ||
    errorCode === ErrorCode.UNSUPPORTED_COMPRESSION_TYPE ||
    errorCode === ErrorCode.KAFKA_STORAGE_ERROR
  )
}
