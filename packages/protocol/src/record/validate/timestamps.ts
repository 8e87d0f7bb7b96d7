import type { BatchView } from '../batch.ts'
import { CREATE_TIME, NO_TIMESTAMP } from '../layout.ts'
import type { RecordWalk } from '../walker.ts'
import {
  INVALID_RECORD,
  INVALID_TIMESTAMP,
  RECORD_ERRORS_MAX,
  type RecordError,
  rejected,
  type RejectedBatch,
} from './outcome.ts'
import type { AppendRules } from './rules.ts'

/** The batch's largest timestamp and who has it. */
export interface LargestTimestamp {
  /** A bigint where a number would not be exact. */
  readonly timestamp: number | bigint
  readonly index: number
}

/**
 * What the walk's numbers say: the largest timestamp when no record can be in error, undefined when
 * each has to be looked at (a record may be in error, or timestamps are beyond 2^53).
 */
export function judgeTogether(
  batch: BatchView,
  walk: RecordWalk,
  rules: AppendRules,
  nowMs: number,
): LargestTimestamp | undefined {
  if (rules.isCompacted && walk.nullKeys > 0) return undefined
  const base = batch.isLogAppendTime ? batch.maxTimestamp : batch.baseTimestamp
  const smallest = batch.isLogAppendTime ? base : base + walk.minTimestampDelta
  const largest = batch.isLogAppendTime ? base : base + walk.maxTimestampDelta
  if (walk.isWide || !Number.isSafeInteger(base)) return undefined
  if (!Number.isSafeInteger(smallest) || !Number.isSafeInteger(largest)) return undefined
  if (rules.timestampType === CREATE_TIME) {
    if (nowMs - smallest > rules.timestampBeforeMaxMs) return undefined
    if (largest - nowMs > rules.timestampAfterMaxMs) return undefined
    if (batch.isLogAppendTime && base === NO_TIMESTAMP) return undefined
  } else if (batch.isLogAppendTime) {
    return undefined
  }
  // Apache Kafka begins its search at −1, so smaller ones do not count.
  if (largest <= NO_TIMESTAMP) return { timestamp: NO_TIMESTAMP, index: -1 }
  return { timestamp: largest, index: batch.isLogAppendTime ? 0 : walk.maxTimestampIndex }
}

/** Looks at each record: exact over the whole range of int64, where sums wrap as Java's do. */
export class RecordJudge {
  readonly #rules: AppendRules
  readonly #base: bigint
  /** LogAppendTime set by the producer: every record has the batch's max timestamp. */
  readonly #fixed: bigint | undefined
  readonly #now: bigint
  readonly #beforeMax: bigint
  readonly #afterMax: bigint
  readonly #errors: RecordError[]
  #errorsCount: number
  #hasBadTimestamp: boolean
  #largest: bigint
  #largestIndex: number

  constructor(batch: BatchView, rules: AppendRules, nowMs: number) {
    this.#rules = rules
    this.#base = batch.baseTimestampWide
    this.#fixed = batch.isLogAppendTime ? batch.maxTimestampWide : undefined
    this.#now = BigInt(nowMs)
    this.#beforeMax = BigInt(rules.timestampBeforeMaxMs)
    this.#afterMax = BigInt(rules.timestampAfterMaxMs)
    this.#errors = []
    this.#errorsCount = 0
    this.#hasBadTimestamp = false
    this.#largest = -1n
    this.#largestIndex = -1
  }

  readonly visit = (index: number, timestampDelta: bigint, hasKey: boolean): void => {
    const timestamp = this.#fixed ?? BigInt.asIntN(64, this.#base + timestampDelta)
    if (this.#rules.isCompacted && !hasKey) {
      this.#refuse(index, 'A compacted topic needs a key in every record.')
    } else if (this.#rules.timestampType !== CREATE_TIME || timestamp === -1n) {
      if (this.#fixed !== undefined)
        this.#refuseTimestamp(index, "LogAppendTime is the broker's to set.")
    } else if (this.#isOutOfRange(timestamp)) {
      const from = this.#now - this.#beforeMax
      const to = this.#now + this.#afterMax
      this.#refuseTimestamp(index, `Timestamp ${timestamp} is not within ${from} and ${to}.`)
    }
    if (timestamp > this.#largest) {
      this.#largest = timestamp
      this.#largestIndex = index
    }
  }

  #isOutOfRange(timestamp: bigint): boolean {
    const difference = BigInt.asIntN(64, this.#now - timestamp)
    return difference > this.#beforeMax || BigInt.asIntN(64, -difference) > this.#afterMax
  }

  #refuseTimestamp(batchIndex: number, message: string): void {
    this.#hasBadTimestamp = true
    this.#refuse(batchIndex, message)
  }

  #refuse(batchIndex: number, message: string): void {
    this.#errorsCount++
    if (this.#errors.length < RECORD_ERRORS_MAX) this.#errors.push({ batchIndex, message })
  }

  verdict(): RejectedBatch | LargestTimestamp {
    if (this.#errorsCount === 0) {
      return { timestamp: this.#largest, index: this.#largestIndex }
    }
    const first = this.#errors[0]!
    const message = `${this.#rules.partitionName}: ${this.#errorsCount} records are refused, first record ${first.batchIndex}: ${first.message}`
    const errorCode = this.#hasBadTimestamp ? INVALID_TIMESTAMP : INVALID_RECORD
    return rejected(errorCode, message, this.#errors)
  }
}
