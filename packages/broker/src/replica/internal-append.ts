import { Completion, NO_OFFSET } from '@samsa/base'
import type { LeaderEpoch, Offset } from '@samsa/base'
import type { AppendEntry, AppendOutcome } from '@samsa/log'
import { ErrorCode } from '@samsa/protocol'
import type { CommitWaiter } from '../purgatory/commit-waiters.ts'
import type { AppendPlace } from './append-queue.ts'
import type { LocalPartition } from './local-partition.ts'
import type { InternalAppend } from './partition.ts'

/** One batch of a coordinator on its way into the log and past the high watermark. */
export class InternalAppendPlace implements AppendEntry, AppendPlace, CommitWaiter {
  readonly origin = 'coordinator'
  readonly isReady = true
  readonly leaderEpoch: LeaderEpoch
  readonly bytes: Uint8Array
  readonly completion: Completion<InternalAppend>
  awaitedOffset: Offset
  readonly #partition: LocalPartition
  #outcome: AppendOutcome | undefined

  constructor(partition: LocalPartition, bytes: Uint8Array, leaderEpoch: LeaderEpoch) {
    this.leaderEpoch = leaderEpoch
    this.bytes = bytes
    this.completion = new Completion()
    this.awaitedOffset = NO_OFFSET
    this.#partition = partition
    this.#outcome = undefined
  }

  enter(): void {
    const { refusal, leaderEpoch } = this.#partition
    if (refusal !== ErrorCode.NONE) return this.onRefused(refusal)
    if (leaderEpoch !== this.leaderEpoch) return this.onRefused(ErrorCode.NOT_LEADER_OR_FOLLOWER)
    this.#partition.log.append(this, (outcome) => this.#appended(outcome))
  }

  #appended(outcome: AppendOutcome): void {
    if (outcome.errorCode !== ErrorCode.NONE) {
      return this.onRefused(this.#partition.appendRefusal(outcome.errorCode))
    }
    this.#outcome = outcome
    this.awaitedOffset = (outcome.lastOffset + 1) as Offset
    this.#partition.noteAppended(this.bytes.length)
    this.#partition.whenCommitted(this)
  }

  onCommitted(): void {
    const { baseOffset, lastOffset } = this.#outcome!
    this.completion.resolve({ errorCode: ErrorCode.NONE, baseOffset, lastOffset })
  }

  onRefused(errorCode: number): void {
    this.completion.resolve({ errorCode, baseOffset: NO_OFFSET, lastOffset: NO_OFFSET })
  }
}
