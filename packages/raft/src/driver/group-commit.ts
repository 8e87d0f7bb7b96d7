import { assert, type LeaderEpoch, type Offset, offset } from '@samsa/base'
import type { AppendOutcome, PartitionLog } from '@samsa/log'
import { RaftLogFailedError } from '../errors.ts'
import type { CommittedBatch } from '../raft-client.ts'

/** A batch on its way into the log. */
export interface PendingBatch {
  readonly bytes: Uint8Array
  readonly batch: CommittedBatch
}

/**
 * Writes batches and syncs them, one group at a time: what comes while a group is under way makes the
 * next one.
 *
 * | state | add | group is written and synced | a write or sync fails | closed |
 * | --- | --- | --- | --- | --- |
 * | idle | writing | – | – | closed |
 * | writing | waits | committed; writing if some wait, else idle | failed | closed once all is committed |
 * | failed | dropped | – | – | closed |
 *
 * A batch counts only after its own sync: `onCommitted` comes after it, never before.
 */
export class GroupCommit {
  readonly #log: PartitionLog
  readonly #epoch: LeaderEpoch
  readonly #onCommitted: (batches: readonly CommittedBatch[]) => void
  readonly #onFailed: (error: Error) => void
  #waiting: PendingBatch[]
  #isWriting: boolean
  #isFailed: boolean
  #onIdle: (() => void) | undefined

  constructor(
    log: PartitionLog,
    epoch: LeaderEpoch,
    onCommitted: (batches: readonly CommittedBatch[]) => void,
    onFailed: (error: Error) => void,
  ) {
    this.#log = log
    this.#epoch = epoch
    this.#onCommitted = onCommitted
    this.#onFailed = onFailed
    this.#waiting = []
    this.#isWriting = false
    this.#isFailed = false
    this.#onIdle = undefined
  }

  get isFailed(): boolean {
    return this.#isFailed
  }

  add(pending: PendingBatch): void {
    if (this.#isFailed) return
    this.#waiting.push(pending)
    if (!this.#isWriting) this.#writeGroup()
  }

  /** Resolves when nothing is under way and nothing waits. */
  whenIdle(): Promise<void> {
    if (!this.#isWriting) return Promise.resolve()
    return new Promise((resolve) => {
      this.#onIdle = resolve
    })
  }

  #writeGroup(): void {
    const group = this.#waiting
    this.#waiting = []
    this.#isWriting = true
    let written = 0
    for (const { bytes, batch } of group) {
      this.#log.append({ origin: 'raft', leaderEpoch: this.#epoch, bytes }, (outcome) => {
        if (this.#isFailed || !this.#isWrittenAt(batch.baseOffset, outcome)) return
        written += 1
        if (written === group.length) this.#sync(group)
      })
    }
  }

  #isWrittenAt(baseOffset: Offset, outcome: AppendOutcome): boolean {
    if (outcome.errorCode !== 0) {
      this.#fail(new RaftLogFailedError(this.#log.path, `append error ${outcome.errorCode}`))
      return false
    }
    assert(
      outcome.baseOffset === baseOffset,
      'metadata batches get the offsets they were built for',
    )
    return true
  }

  #sync(group: readonly PendingBatch[]): void {
    this.#log.flush('quorum').then(
      (recoveryPoint) => this.#synced(group, recoveryPoint),
      (error: unknown) => {
        const why = (error as Error).message
        this.#fail(new RaftLogFailedError(this.#log.path, why, { cause: error }))
      },
    )
  }

  #synced(group: readonly PendingBatch[], recoveryPoint: Offset): void {
    if (this.#isFailed) return
    const batches = group.map(({ batch }) => batch)
    const end = offset(batches.at(-1)!.lastOffset + 1)
    assert(recoveryPoint >= end, 'a sync covers what was appended before it')
    try {
      this.#onCommitted(batches)
    } catch (error) {
      return this.#fail(error as Error)
    }
    if (this.#waiting.length > 0) this.#writeGroup()
    else this.#idle()
  }

  #fail(error: Error): void {
    if (this.#isFailed) return
    this.#isFailed = true
    this.#waiting = []
    this.#onFailed(error)
    this.#idle()
  }

  #idle(): void {
    this.#isWriting = false
    const onIdle = this.#onIdle
    this.#onIdle = undefined
    onIdle?.()
  }
}
