import { assert, offset } from '@samsa/base'
import type { Offset } from '@samsa/base'
import type { LogRead, ReadOptions } from '@samsa/log'
import { ErrorCode } from '@samsa/protocol'
import type { FetchPartition } from './fetch-partition.ts'
import { type FetchTerms, lookAt } from './look.ts'

/** Of one read at a time: the log keeps it until the read is done. */
class SweepRead implements ReadOptions {
  maxBytes = 0
  upTo: Offset = offset(0)
  minOneBatch = false
}

/**
 * One pass over a fetch's partitions: looks at each and reads, in order, as long as there is room
 * (KIP-74: the first that has data gives one batch at least). Reads that complete at once cost no
 * promise and no callback of their own; one that has to wait suspends the pass.
 */
export class FetchSweep {
  /** Bytes that count for `minBytes`: a partition that has more than fits counts in full. */
  countedBytes: number
  /** Refused without a look at their logs. */
  erroneousCount: number
  /** A log was asked and answered with an error, or with where it diverged. */
  mustAnswer: boolean
  readonly #onSwept: () => void
  readonly #onRead: (read: LogRead) => void
  readonly #options: SweepRead
  #partitions: FetchPartition[]
  #terms: FetchTerms | undefined
  #at: number
  #bytesLeft: number
  #hasData: boolean
  #isRunning: boolean
  #isReadOut: boolean
  #isSuspended: boolean

  constructor(onSwept: () => void) {
    this.countedBytes = 0
    this.erroneousCount = 0
    this.mustAnswer = false
    this.#onSwept = onSwept
    this.#onRead = (read) => this.#received(read)
    this.#options = new SweepRead()
    this.#partitions = []
    this.#terms = undefined
    this.#at = 0
    this.#bytesLeft = 0
    this.#hasData = false
    this.#isRunning = false
    this.#isReadOut = false
    this.#isSuspended = false
  }

  /** False while a read is under way, also one of a sweep that was stopped. */
  get isIdle(): boolean {
    return !this.#isRunning && !this.#isReadOut
  }

  /** `onSwept` is called in here, unless a read has to wait. What is added meanwhile is looked at too. */
  start(partitions: FetchPartition[], terms: FetchTerms, bytesMax: number): void {
    assert(this.isIdle, 'a sweep begins when the one before has ended')
    this.countedBytes = 0
    this.erroneousCount = 0
    this.mustAnswer = false
    this.#partitions = partitions
    this.#terms = terms
    this.#at = 0
    this.#bytesLeft = bytesMax
    this.#hasData = false
    this.#isRunning = true
    this.#go()
  }

  /** Nobody wants the result any more. */
  stop(): void {
    this.#isRunning = false
    this.#isSuspended = false
    this.#forget()
  }

  #go(): void {
    const terms = this.#terms!
    for (; this.#at < this.#partitions.length; this.#at++) {
      const partition = this.#partitions[this.#at]!
      partition.dropRead()
      if (partition.isForgotten) continue
      const hasData = lookAt(partition, terms)
      if (hasData && this.#mayReadFrom(partition) && !this.#read(partition)) return
      this.#note(partition)
      // As in Apache Kafka a limit below 0 hits one partition only.
      if (this.#bytesLeft < 0) this.#bytesLeft = 0
    }
    this.#isRunning = false
    this.#forget()
    this.#onSwept()
  }

  #forget(): void {
    this.#partitions = NOTHING
    this.#terms = undefined
  }

  #mayReadFrom(partition: FetchPartition): boolean {
    const maxBytes = Math.min(partition.maxBytes, this.#bytesLeft)
    // Apache Kafka fails on a negative size, and gives nothing for 0 once something was given.
    if (maxBytes < 0) partition.fail(ErrorCode.UNKNOWN_SERVER_ERROR)
    return maxBytes > 0 || (maxBytes === 0 && !this.#hasData)
  }

  /** False when the read has to wait. */
  #read(partition: FetchPartition): boolean {
    const options = this.#options
    options.maxBytes = Math.min(partition.maxBytes, this.#bytesLeft)
    options.upTo = partition.upTo
    options.minOneBatch = !this.#hasData
    this.#isReadOut = true
    partition.replica!.log.read(partition.fetchOffset, options, this.#onRead)
    this.#isSuspended = this.#isReadOut
    return !this.#isReadOut
  }

  #received(read: LogRead): void {
    this.#isReadOut = false
    if (!this.#isRunning) return read.release()
    const partition = this.#partitions[this.#at]!
    this.#take(partition, read)
    if (!this.#isSuspended) return
    this.#isSuspended = false
    this.#note(partition)
    this.#at++
    this.#go()
  }

  #take(partition: FetchPartition, read: LogRead): void {
    const { errorCode, sizeBytes } = read
    const isCut = read.nextOffset < partition.upTo
    if (errorCode !== ErrorCode.NONE) partition.fail(errorCode)
    else if (isCut) partition.availableBytes = Math.max(sizeBytes, this.#options.maxBytes)
    else partition.availableBytes = sizeBytes
    if (errorCode !== ErrorCode.NONE || sizeBytes === 0) return read.release()
    partition.read = read
    this.#hasData = true
    this.#bytesLeft = Math.max(0, this.#bytesLeft - sizeBytes)
  }

  #note(partition: FetchPartition): void {
    this.countedBytes += partition.availableBytes
    if (partition.isErroneous) this.erroneousCount++
    else if (partition.errorCode !== ErrorCode.NONE || partition.divergingEpoch !== undefined) {
      this.mustAnswer = true
    }
  }
}

const NOTHING: FetchPartition[] = []
