import { assert, type NodeId } from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import { hasUncordonedDirectory } from '../../metadata/directory-ids.ts'
import type { BrokerRegistrationImage, ClusterImage } from '../../metadata/image.ts'
import type { Refusal } from '../refusal.ts'

/** Draws an integer in `0 … below − 1`. */
export type Draw = (below: number) => number

/**
 * Spreads replicas as Kafka does (KIP-631's striped placement): over racks first, in turn, each
 * partition beginning one rack further; within a rack over its brokers in turn, the unfenced before
 * the fenced. The first replica is unfenced, since it leads. Where to begin is drawn.
 */
export class StripedPlacer {
  readonly #racks: Rack[]
  readonly #brokerCount: number
  readonly #unfencedCount: number
  readonly #draw: Draw
  #firstRack: number
  /** Partitions placed; each is a round of its own. */
  #round: number
  #roundsSinceShuffle: number

  constructor(cluster: ClusterImage, draw: Draw) {
    const usable = [...cluster.brokers.values()].filter(
      (broker) => !broker.inControlledShutdown && hasUncordonedDirectory(broker),
    )
    this.#racks = racksOf(usable, draw)
    this.#brokerCount = usable.length
    this.#unfencedCount = usable.filter((broker) => !broker.isFenced).length
    this.#draw = draw
    this.#firstRack = this.#racks.length === 0 ? 0 : draw(this.#racks.length)
    this.#round = 0
    this.#roundsSinceShuffle = 0
  }

  /** Why so many replicas cannot be placed; undefined when they can. */
  refusal(replicationFactor: number): Refusal | undefined {
    if (replicationFactor <= 0) {
      const what = `Invalid replication factor ${replicationFactor}`
      return refused(`${what}: the replication factor must be positive.`)
    }
    if (replicationFactor > this.#brokerCount) {
      return refused(
        `The target replication factor of ${replicationFactor} cannot be reached because only ` +
          `${this.#brokerCount} broker(s) are registered or some brokers have all their log ` +
          'directories cordoned.',
      )
    }
    if (this.#unfencedCount > 0) return undefined
    return refused('All brokers are currently fenced, or have all their log directories cordoned.')
  }

  /** Replicas of the next partition, the leader first. Asserts that `refusal` has none. */
  place(replicationFactor: number): NodeId[] {
    assert(this.refusal(replicationFactor) === undefined, 'what is placed was found possible')
    // As many partitions as brokers: the same lists of replicas would come again.
    if (this.#roundsSinceShuffle === this.#unfencedCount) this.#shuffle()
    const first = this.#firstRack % this.#racks.length
    const leaderRack = this.#leaderRack(first)
    const replicas = [this.#racks[leaderRack]!.nextUnfenced(this.#round)!]
    let isLeaderRackPassed = false
    for (let rack = first; replicas.length < replicationFactor; rack++) {
      const index = rack % this.#racks.length
      if (index === leaderRack && !isLeaderRackPassed) {
        isLeaderRackPassed = true
        continue
      }
      const replica = this.#racks[index]!.next(this.#round)
      if (replica !== undefined) replicas.push(replica)
    }
    this.#round += 1
    this.#roundsSinceShuffle += 1
    this.#firstRack = first + 1
    return replicas
  }

  /** The first rack from `first` on that has an unfenced broker. */
  #leaderRack(first: number): number {
    let rack = first
    while (!this.#racks[rack]!.hasUnfenced) rack = (rack + 1) % this.#racks.length
    return rack
  }

  #shuffle(): void {
    shuffle(this.#racks, this.#draw)
    for (const rack of this.#racks) rack.shuffle(this.#draw)
    this.#roundsSinceShuffle = 0
  }
}

function refused(message: string): Refusal {
  return { errorCode: ErrorCode.INVALID_REPLICATION_FACTOR, message }
}

/** Brokers of a rack, in turn: each round begins one further. */
class BrokerRing {
  readonly #brokers: NodeId[]
  #start: number
  #taken: number
  #round: number

  constructor(brokers: readonly NodeId[], draw: Draw) {
    this.#brokers = [...brokers].sort((a, b) => a - b)
    this.#start = brokers.length === 0 ? 0 : draw(brokers.length)
    this.#taken = 0
    this.#round = 0
  }

  get isEmpty(): boolean {
    return this.#brokers.length === 0
  }

  /** Undefined when all were taken in this round. */
  next(round: number): NodeId | undefined {
    const count = this.#brokers.length
    if (count === 0) return undefined
    if (round !== this.#round) {
      this.#round = round
      this.#taken = 0
      this.#start = (this.#start + 1) % count
    }
    if (this.#taken >= count) return undefined
    const broker = this.#brokers[(this.#start + this.#taken) % count]
    this.#taken += 1
    return broker
  }

  shuffle(draw: Draw): void {
    shuffle(this.#brokers, draw)
  }
}

class Rack {
  readonly #unfenced: BrokerRing
  readonly #fenced: BrokerRing

  constructor(brokers: readonly BrokerRegistrationImage[], draw: Draw) {
    const idsOf = (isFenced: boolean): NodeId[] =>
      brokers.filter((broker) => broker.isFenced === isFenced).map(({ id }) => id)
    this.#fenced = new BrokerRing(idsOf(true), draw)
    this.#unfenced = new BrokerRing(idsOf(false), draw)
  }

  get hasUnfenced(): boolean {
    return !this.#unfenced.isEmpty
  }

  nextUnfenced(round: number): NodeId | undefined {
    return this.#unfenced.next(round)
  }

  next(round: number): NodeId | undefined {
    return this.#unfenced.next(round) ?? this.#fenced.next(round)
  }

  shuffle(draw: Draw): void {
    this.#fenced.shuffle(draw)
    this.#unfenced.shuffle(draw)
  }
}

/** By name of the rack, brokers without one together and first. */
function racksOf(brokers: readonly BrokerRegistrationImage[], draw: Draw): Rack[] {
  const byName = Map.groupBy(brokers, ({ rack }) => rack)
  const names = [...byName.keys()].sort(compareRacks)
  return names.map((name) => new Rack(byName.get(name)!, draw))
}

function compareRacks(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a < b ? -1 : 1
}

function shuffle<Item>(items: Item[], draw: Draw): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = draw(last + 1)
    const item = items[last]!
    items[last] = items[other]!
    items[other] = item
  }
}
