import type { Clock } from '@samsa/base'
import type { CommittedBatch, LeaderAndEpoch, RaftListener, Snapshot } from '@samsa/raft'
import { deltaBetween } from './diff.ts'
import { emptyImage } from './empty-image.ts'
import type { MetadataImage } from './image.ts'
import { ListInterner } from './interner.ts'
import type { MetadataPublisher, MetadataReader } from './metadata-reader.ts'
import { MetadataReplay, type MetadataStep } from './replay.ts'

/** A slice of replaying ends after so many records or so much time, whatever comes first. */
const SLICE_RECORDS_MAX = 1000
const SLICE_MS_MAX = 5
/** The clock is asked once for so many records. */
const CLOCK_EVERY_RECORDS = 128

/** What waits to be replayed: a batch, or a snapshot that replaces everything. */
type Work =
  | { readonly kind: 'batch'; readonly batch: CommittedBatch }
  | { readonly kind: 'snapshot'; readonly slices: Generator<void, MetadataStep, void> }

export interface LoaderOptions {
  readonly clock: Clock
  /** A record cannot be applied, or a publisher threw: the image stays where it is for good. */
  onFailure(error: Error): void
}

/**
 * Follows the metadata log: replays what is committed in slices, makes the next image at the end of a
 * batch, swaps it whole and tells the publishers, in the order in which they subscribed. The first
 * slice runs at once, so a small change is in the image when `handleCommit` returns.
 */
export class MetadataLoader implements RaftListener, MetadataReader {
  readonly interner: ListInterner
  readonly #options: LoaderOptions
  readonly #replay: MetadataReplay
  readonly #publishers: MetadataPublisher[]
  #image: MetadataImage
  #queue: Work[]
  /** Records of the first batch in the queue that were replayed in earlier slices. */
  #replayedOfFirst: number
  #isScheduled: boolean
  #failure: Error | undefined
  #onIdle: (() => void)[]
  #onPublished: (image: MetadataImage) => void

  constructor(options: LoaderOptions) {
    this.interner = new ListInterner()
    this.#options = options
    this.#replay = new MetadataReplay(emptyImage, this.interner)
    this.#publishers = []
    this.#image = emptyImage
    this.#queue = []
    this.#replayedOfFirst = 0
    this.#isScheduled = false
    this.#failure = undefined
    this.#onIdle = []
    this.#onPublished = () => {}
  }

  image(): MetadataImage {
    return this.#image
  }

  /** Inside a metadata transaction whose end has not come. */
  get isInTransaction(): boolean {
    return this.#replay.isInTransaction
  }

  subscribe(publisher: MetadataPublisher): void {
    this.#publishers.push(publisher)
    publisher.publish(deltaBetween(emptyImage, this.#image), this.#image)
  }

  /** One listener, called after all publishers of a step: whoever waits for a change to be seen. */
  setOnPublished(onPublished: (image: MetadataImage) => void): void {
    this.#onPublished = onPublished
  }

  /** Resolves when all that came is replayed; rejects when it cannot be. */
  async whenIdle(): Promise<void> {
    if (this.#queue.length > 0 && this.#failure === undefined) {
      await new Promise<void>((resolve) => {
        this.#onIdle.push(resolve)
      })
    }
    if (this.#failure !== undefined) throw this.#failure
  }

  handleCommit(batches: readonly CommittedBatch[]): void {
    for (const batch of batches) this.#queue.push({ kind: 'batch', batch })
    if (!this.#isScheduled) this.#drain()
  }

  handleLoadSnapshot(snapshot: Snapshot): void {
    this.#queue.push({ kind: 'snapshot', slices: this.#replay.snapshot(snapshot) })
    if (!this.#isScheduled) this.#drain()
  }

  handleLeaderChange(_leader: LeaderAndEpoch): void {
    // Who leads is asked of the RaftClient; the image has only what records say.
  }

  #drain(): void {
    this.#isScheduled = false
    if (this.#failure !== undefined) return
    try {
      this.#runSlice()
    } catch (error) {
      this.#fail(error as Error)
    }
    if (this.#failure === undefined && this.#queue.length > 0) {
      this.#isScheduled = true
      this.#options.clock.afterIo(() => this.#drain())
      return
    }
    const waiting = this.#onIdle
    this.#onIdle = []
    for (const resolve of waiting) resolve()
  }

  #runSlice(): void {
    const budget = new SliceBudget(this.#options.clock)
    while (this.#queue.length > 0 && !budget.isSpent) {
      const work = this.#queue[0]!
      if (work.kind === 'batch') this.#runBatch(work.batch, budget)
      else this.#runSnapshot(work.slices, budget)
    }
    if (this.#replayedOfFirst === 0) for (const step of this.#replay.steps()) this.#publish(step)
  }

  #runBatch(batch: CommittedBatch, budget: SliceBudget): void {
    const { baseOffset, leaderEpoch, records, controlRecords } = batch
    let index = this.#replayedOfFirst
    while (index < records.length && !budget.isSpent) {
      this.#replay.record(records[index]!, baseOffset + index, leaderEpoch)
      index += 1
      budget.use()
    }
    if (index < records.length) {
      this.#replayedOfFirst = index
      return
    }
    for (const [number, record] of controlRecords.entries()) {
      this.#replay.control(record, baseOffset + number, leaderEpoch)
    }
    this.#replayedOfFirst = 0
    this.#queue.shift()
  }

  #runSnapshot(slices: Generator<void, MetadataStep, void>, budget: SliceBudget): void {
    const { done, value } = slices.next()
    budget.spend()
    if (done !== true) return
    this.#queue.shift()
    this.#publish(value)
  }

  #publish(step: MetadataStep): void {
    this.#image = step.image
    for (const publisher of this.#publishers) publisher.publish(step.delta, step.image)
    this.#onPublished(step.image)
  }

  #fail(error: Error): void {
    this.#failure = error
    if (this.#onIdle.length === 0) this.#options.onFailure(error)
  }
}

/** How much of a slice is left. */
class SliceBudget {
  readonly #clock: Clock
  readonly #endMs: number
  #records: number
  isSpent: boolean

  constructor(clock: Clock) {
    this.#clock = clock
    this.#endMs = clock.monotonicMs() + SLICE_MS_MAX
    this.#records = 0
    this.isSpent = false
  }

  use(): void {
    this.#records += 1
    if (this.#records >= SLICE_RECORDS_MAX) this.isSpent = true
    else if (this.#records % CLOCK_EVERY_RECORDS === 0) {
      this.isSpent = this.#clock.monotonicMs() >= this.#endMs
    }
  }

  spend(): void {
    this.isSpent = true
  }
}
