import type { TopicPartition } from '@samsa/base'
import { Cluster } from '../cluster/cluster.ts'
import { ClientError } from '../errors.ts'
import { CoordinatorLink } from '../group/coordinator-link.ts'
import { GroupOffsets, type OffsetToCommit } from '../group/group-offsets.ts'
import { Membership } from '../group/membership.ts'
import type { ConsumedRecord } from './fetched-records.ts'
import { Fetcher } from './fetcher.ts'
import { EARLIEST, LATEST } from './list-offsets.ts'
import { type ConsumerOptions, type ConsumerSettings, consumerSettings } from './options.ts'
import { PartitionState } from './partition-state.ts'

/** Called within `poll`, before it goes on. */
export interface RebalanceListener {
  /** Still this consumer's: the moment to commit. */
  onRevoked?(partitions: readonly TopicPartition[]): Promise<void> | void
  onAssigned?(partitions: readonly TopicPartition[]): Promise<void> | void
}

interface Group {
  readonly membership: Membership
  readonly offsets: GroupOffsets
}

/**
 * Reads partitions, either those it is told (`assign`) or its share of a group's (`subscribe`: classic
 * protocol, eager, range assignor). One call of `poll` at a time; heartbeats go on between polls.
 */
export class Consumer {
  readonly #cluster: Cluster
  readonly #settings: ConsumerSettings
  readonly #group: Group | undefined
  readonly #fetcher: Fetcher
  #topics: readonly string[]
  #listener: RebalanceListener
  #states: readonly PartitionState[]
  #wake: (() => void) | undefined
  #isClosed: boolean

  constructor(options: ConsumerOptions) {
    this.#cluster = new Cluster(options)
    this.#settings = consumerSettings(options)
    const wake = (): void => this.#wake?.()
    this.#fetcher = new Fetcher(this.#cluster, this.#settings, wake)
    this.#group = groupOf(this.#cluster, this.#settings, wake)
    this.#topics = []
    this.#listener = {}
    this.#states = []
    this.#wake = undefined
    this.#isClosed = false
  }

  get assignment(): readonly TopicPartition[] {
    return this.#states.map(({ topic, partition }) => ({ topic, partition }))
  }

  /**
   * Reads these and no others, each from its committed offset where there is a group and one is
   * committed, else as `offsetReset` says.
   */
  async assign(partitions: readonly TopicPartition[]): Promise<void> {
    this.#topics = []
    await this.#replaceStates(partitions)
  }

  /** Takes part in the group from the next `poll` on. */
  subscribe(topics: readonly string[], listener: RebalanceListener = {}): void {
    this.#groupOrThrow()
    this.#topics = topics
    this.#listener = listener
  }

  seek(partition: TopicPartition, offset: number): void {
    this.#stateOf(partition).seek(offset)
  }

  seekToBeginning(partition: TopicPartition): void {
    this.#stateOf(partition).reset(EARLIEST)
  }

  seekToEnd(partition: TopicPartition): void {
    this.#stateOf(partition).reset(LATEST)
  }

  /** Offset of the next record that `poll` will give; −1 while it is not known. */
  position(partition: TopicPartition): number {
    return this.#stateOf(partition).position
  }

  /**
   * Up to `pollRecordsMax` records, as soon as there are some; none when nothing comes in `waitMsMax`.
   * Joins the group first where that is due. Rejects with what went wrong; the next call goes on.
   */
  async poll(waitMsMax: number): Promise<readonly ConsumedRecord[]> {
    const { clock } = this.#cluster.settings
    const deadlineMs = clock.monotonicMs() + waitMsMax
    for (;;) {
      this.#ensureOpen()
      if (this.#topics.length > 0) await this.#rejoinIfDue()
      this.#fetcher.pump()
      const records = this.#take()
      const leftMs = deadlineMs - clock.monotonicMs()
      if (records.length > 0 || leftMs <= 0) return records
      await this.#changed(leftMs)
    }
  }

  /** Commits these; by default what `poll` has given so far. Rejects with CLIENT_REFUSED, …. */
  async commit(offsets: readonly OffsetToCommit[] = this.#positions()): Promise<void> {
    const { membership, offsets: committed } = this.#groupOrThrow()
    if (offsets.length > 0) await committed.commit(offsets, membership.identity)
  }

  /** −1 where nothing is committed. */
  committed(partitions: readonly TopicPartition[]): Promise<readonly number[]> {
    return this.#groupOrThrow().offsets.committed(partitions)
  }

  /** Leaves the group and ends the connections. Commits nothing. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#fetcher.close()
    await this.#group?.membership.leave()
    this.#cluster.close()
    this.#wake?.()
  }

  /** Ends at once, as a crash would: the group learns of it when the session times out. */
  abort(): void {
    this.#isClosed = true
    this.#fetcher.close()
    this.#group?.membership.abandon()
    this.#cluster.close()
    this.#wake?.()
  }

  async #rejoinIfDue(): Promise<void> {
    const { membership } = this.#groupOrThrow()
    if (membership.isStable) return
    if (this.#states.length > 0) await this.#listener.onRevoked?.(this.assignment)
    this.#dropStates()
    const assigned = await membership.join(this.#topics)
    await this.#replaceStates(assigned)
    await this.#listener.onAssigned?.(this.assignment)
  }

  #dropStates(): void {
    for (const state of this.#states) state.isAssigned = false
    this.#states = []
    this.#fetcher.states = []
  }

  async #replaceStates(partitions: readonly TopicPartition[]): Promise<void> {
    this.#dropStates()
    const states = partitions.map(({ topic, partition }) => new PartitionState(topic, partition))
    for (const name of new Set(partitions.map(({ topic }) => topic))) {
      await this.#cluster.topic(name)
    }
    const offsets = (await this.#group?.offsets.committed(partitions)) ?? []
    states.forEach((state, index) => {
      const offset = offsets[index] ?? -1
      if (offset >= 0) state.seek(offset)
      else this.#beginWithout(state)
    })
    this.#states = states
    this.#fetcher.states = states
  }

  #beginWithout(state: PartitionState): void {
    switch (this.#settings.offsetReset) {
      case 'earliest':
        return state.reset(EARLIEST)
      case 'latest':
        return state.reset(LATEST)
      case 'none':
        // Left without a position until somebody seeks.
        return
    }
  }

  #take(): readonly ConsumedRecord[] {
    const records: ConsumedRecord[] = []
    while (records.length < this.#settings.pollRecordsMax) {
      const fetched = this.#fetcher.first()
      if (fetched === undefined) break
      if (!fetched.takeInto(records, this.#settings.pollRecordsMax)) this.#fetcher.dropFirst()
    }
    return records
  }

  /** Until something came, or the time is over. */
  #changed(waitMsMax: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#cluster.settings.clock.setTimer(Math.ceil(waitMsMax), () =>
        this.#wake?.(),
      )
      this.#wake = () => {
        this.#wake = undefined
        timer.cancel()
        resolve()
      }
    })
  }

  #positions(): readonly OffsetToCommit[] {
    return this.#states
      .filter(({ position }) => position >= 0)
      .map(({ topic, partition, position }) => ({ topic, partition, offset: position }))
  }

  #stateOf({ topic, partition }: TopicPartition): PartitionState {
    const state = this.#states.find((one) => one.topic === topic && one.partition === partition)
    if (state !== undefined) return state
    throw new ClientError('CLIENT_REFUSED', `${topic}-${partition} is not assigned here.`)
  }

  #groupOrThrow(): Group {
    if (this.#group !== undefined) return this.#group
    throw new ClientError(
      'CLIENT_UNSUPPORTED',
      'groups and offsets need a consumer with a groupId.',
    )
  }

  #ensureOpen(): void {
    if (!this.#isClosed) return
    throw new ClientError('CLIENT_DISCONNECTED', 'the consumer is closed.')
  }
}

function groupOf(
  cluster: Cluster,
  settings: ConsumerSettings,
  onOut: () => void,
): Group | undefined {
  const { groupId } = settings
  if (groupId === undefined) return undefined
  const link = new CoordinatorLink(cluster, groupId)
  return {
    membership: new Membership(cluster, settings, groupId, link, onOut),
    offsets: new GroupOffsets(cluster, groupId, link),
  }
}
