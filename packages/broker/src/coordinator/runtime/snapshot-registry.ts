import { assert } from '@samsa/base'

/** State that can be read as it was at an older epoch, and taken back to one. */
export interface Revertible {
  /** Undoes every change of `key` made after `epoch`. */
  revertKey(key: unknown, epoch: number): void
  /** Forgets how `key` was before `epoch` and earlier: nobody will ask. */
  forgetKey(key: unknown, epoch: number): void
}

/** What changed in an epoch: `owners[i]` has changed `keys[i]`, each pair once. */
interface Step {
  readonly epoch: number
  readonly owners: Revertible[]
  readonly keys: unknown[]
}

/**
 * The time line of a shard's durable state. Every change belongs to an epoch, the offset of the last
 * record that made it; what is committed is read at the committed epoch while later epochs are still
 * being written, and a failed write is undone.
 *
 * `committedEpoch ≤ epochs of the steps < latest`; a change is made in the epoch that `begin` set.
 */
export class SnapshotRegistry {
  #committedEpoch: number
  #writingEpoch: number
  #steps: Step[]

  constructor(committedEpoch: number = -1) {
    this.#committedEpoch = committedEpoch
    this.#writingEpoch = committedEpoch
    this.#steps = []
  }

  get committedEpoch(): number {
    return this.#committedEpoch
  }

  /** Epoch that changes made now belong to. */
  get writingEpoch(): number {
    return this.#writingEpoch
  }

  /** Changes from here on belong to `epoch`, which never goes back. */
  begin(epoch: number): void {
    assert(epoch >= this.#writingEpoch, `epoch ${epoch} is behind ${this.#writingEpoch}`)
    this.#writingEpoch = epoch
  }

  /** A map is about to change `key` in the writing epoch, for the first time in it. */
  touch(owner: Revertible, key: unknown): void {
    const last = this.#steps.at(-1)
    const step = last?.epoch === this.#writingEpoch ? last : this.#addStep()
    step.owners.push(owner)
    step.keys.push(key)
  }

  /** Everything up to `epoch` is committed: readers of the committed state see it now. */
  commit(epoch: number): void {
    assert(epoch >= this.#committedEpoch, `commit ${epoch} is behind ${this.#committedEpoch}`)
    assert(epoch <= this.#writingEpoch, `commit ${epoch} is beyond ${this.#writingEpoch}`)
    this.#committedEpoch = epoch
    let count = 0
    for (const { epoch: stepEpoch, owners, keys } of this.#steps) {
      if (stepEpoch > epoch) break
      for (const [index, owner] of owners.entries()) owner.forgetKey(keys[index], epoch)
      count++
    }
    this.#steps.splice(0, count)
  }

  /** Undoes everything after `epoch`, which is not below the committed one. */
  revert(epoch: number): void {
    assert(epoch >= this.#committedEpoch, `${epoch} is committed and stays`)
    for (;;) {
      const step = this.#steps.at(-1)
      if (step === undefined || step.epoch <= epoch) break
      const { owners, keys } = step
      for (const [index, owner] of owners.entries()) owner.revertKey(keys[index], epoch)
      this.#steps.pop()
    }
    this.#writingEpoch = epoch
  }

  #addStep(): Step {
    const step: Step = { epoch: this.#writingEpoch, owners: [], keys: [] }
    this.#steps.push(step)
    return step
  }
}
