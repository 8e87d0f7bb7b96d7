import { leaderEpoch, type LeaderEpoch, offset, type Offset } from '@samsa/base'
import {
  abortTransactionRecordSchema,
  beginTransactionRecordSchema,
  endTransactionRecordSchema,
} from '@samsa/protocol'
import type { ControlRecord, MetadataRecord, Snapshot } from '@samsa/raft'
import { MetadataDeltaBuilder } from './delta/delta-builder.ts'
import type { MetadataDelta } from './delta.ts'
import { deltaBetween } from './diff.ts'
import { emptyImage } from './empty-image.ts'
import { MetadataReplayError } from './errors.ts'
import type { MetadataImage } from './image.ts'
import type { ListInterner } from './interner.ts'

const SNAPSHOT_SLICE_RECORDS = 512

/** One step from image to image. */
export interface MetadataStep {
  readonly image: MetadataImage
  readonly delta: MetadataDelta
}

/**
 * From records to images, the same for committed records and for those that the controller has just
 * decided on. Metadata transactions (KIP-868):
 *
 * | state | Begin | End | Abort | any other record |
 * | --- | --- | --- | --- | --- |
 * | outside | inside; what came before is a step of its own | error | error | replayed |
 * | inside | error | outside, all of it in the next step | outside, all of it dropped | replayed |
 *
 * Inside a transaction `step` answers undefined: nobody sees half of one.
 */
export class MetadataReplay {
  readonly #interner: ListInterner
  #image: MetadataImage
  #builder: MetadataDeltaBuilder | undefined
  #offset: Offset
  #leaderEpoch: LeaderEpoch
  #isInTransaction: boolean
  /** Steps that ended inside a batch, where a transaction began. */
  #earlierSteps: MetadataStep[]

  /** `isInTransaction`: records up to `image` end inside a transaction that is not in it. */
  constructor(image: MetadataImage, interner: ListInterner, isInTransaction: boolean = false) {
    this.#interner = interner
    this.#image = image
    this.#builder = undefined
    this.#offset = image.offset
    this.#leaderEpoch = image.leaderEpoch
    this.#isInTransaction = isInTransaction
    this.#earlierSteps = []
  }

  /** The image after the last step. */
  get image(): MetadataImage {
    return this.#image
  }

  get isInTransaction(): boolean {
    return this.#isInTransaction
  }

  /** Throws `MetadataReplayError` when the record contradicts those before it. */
  record(record: MetadataRecord, recordOffset: number, epoch: number): void {
    switch (record.type) {
      case beginTransactionRecordSchema.type:
        this.#begin(recordOffset)
        break
      case endTransactionRecordSchema.type:
        this.#expectTransaction('end', recordOffset)
        this.#isInTransaction = false
        break
      case abortTransactionRecordSchema.type:
        this.#expectTransaction('abort', recordOffset)
        this.#isInTransaction = false
        this.#builder = undefined
        break
      default:
        this.#build().replay(record, recordOffset)
    }
    this.#offset = offset(recordOffset)
    this.#leaderEpoch = leaderEpoch(epoch)
  }

  control(record: ControlRecord, recordOffset: number, epoch: number): void {
    if (record.kind === 'kraftVersion') this.#build().setKraftVersion(record.message.kRaftVersion)
    this.#offset = offset(recordOffset)
    this.#leaderEpoch = leaderEpoch(epoch)
  }

  /** All that was replayed since the last step; empty inside a transaction and when there is nothing. */
  steps(): readonly MetadataStep[] {
    const steps = this.#earlierSteps
    this.#earlierSteps = []
    if (this.#isInTransaction || this.#offset === this.#image.offset) return steps
    steps.push(this.#step())
    return steps
  }

  /**
   * Drops all and takes the snapshot's state, in slices of `SNAPSHOT_SLICE_RECORDS`; the step tells
   * the difference to the last image. Nothing else is called before it is done.
   */
  *snapshot(snapshot: Snapshot): Generator<void, MetadataStep, void> {
    const before = this.#image
    const builder = new MetadataDeltaBuilder(emptyImage, this.#interner)
    const last = offset(snapshot.id.offset - 1)
    for (const [index, record] of snapshot.records.entries()) {
      builder.replay(record, last)
      if (index % SNAPSHOT_SLICE_RECORDS === SNAPSHOT_SLICE_RECORDS - 1) yield
    }
    builder.setKraftVersion(snapshot.kraftVersion)
    const { image } = builder.build(last, snapshot.id.epoch)
    this.#image = image
    this.#builder = undefined
    this.#offset = last
    this.#leaderEpoch = snapshot.id.epoch
    this.#isInTransaction = false
    this.#earlierSteps = []
    return { image, delta: deltaBetween(before, image) }
  }

  #begin(recordOffset: number): void {
    if (this.#isInTransaction) {
      throw new MetadataReplayError(recordOffset, 'a transaction begins inside another')
    }
    if (this.#builder !== undefined) this.#earlierSteps.push(this.#step())
    this.#isInTransaction = true
  }

  #expectTransaction(what: string, recordOffset: number): void {
    if (this.#isInTransaction) return
    throw new MetadataReplayError(recordOffset, `the ${what} of a transaction that did not begin`)
  }

  #build(): MetadataDeltaBuilder {
    this.#builder ??= new MetadataDeltaBuilder(this.#image, this.#interner)
    return this.#builder
  }

  #step(): MetadataStep {
    const step = this.#build().build(this.#offset, this.#leaderEpoch)
    this.#image = step.image
    this.#builder = undefined
    return step
  }
}
