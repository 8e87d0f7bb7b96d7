import type { Uuid } from '@samsa/base'
import type { RunningNode } from '@samsa/broker'
import type { ClientConnection } from '@samsa/client'
import { readMetaProperties } from '@samsa/log'
import {
  createPartitionsApi,
  createPartitionsRequest,
  createPartitionsRequestTopic,
  createTopicsApi,
  createTopicsRequest,
  createTopicsRequestTopic,
  deleteTopicsApi,
  deleteTopicsRequest,
  deleteTopicsRequestTopic,
  ErrorCode,
  initProducerIdApi,
  initProducerIdRequest,
  metadataApi,
  metadataRequest,
} from '@samsa/protocol'
import { type KillMode, type Prng, type SimHost, Simulation } from '@samsa/testkit'
import { connectFrom, DATA, formatHost, startSimulatedNode } from './simulated-node.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e']

/** A topic as clients know it; null when there is none. */
type Known = { readonly id: Uuid | undefined; readonly partitions: number } | null

interface Topic {
  /** What it may be: one thing, or two while a request is on its way or was when the node died. */
  may: readonly Known[]
  isAsked: boolean
  /** Highest leader epoch that was told of this id, by partition. */
  readonly epochs: Map<string, number>
}

export interface MetadataWorldOptions {
  readonly seed: number
  /** Rounds of up to three requests in one life of the node. */
  readonly rounds: number
}

/**
 * A node on a simulated disk, a client that makes and deletes topics and takes producer ids, and all
 * that the client was told. A node that was killed and started again must not contradict it.
 */
export class MetadataWorld {
  readonly simulation: Simulation
  readonly host: SimHost
  /** Dies with the node, so that nothing of an earlier life is told later. */
  readonly #client: SimHost
  readonly #random: Prng
  readonly #rounds: number
  readonly #topics: Map<string, Topic>
  readonly #producerIds: Set<number>
  #isFinished: boolean

  constructor({ seed, rounds }: MetadataWorldOptions) {
    this.simulation = new Simulation({ seed })
    this.host = this.simulation.host('node')
    this.#client = this.simulation.host('client')
    this.#random = this.simulation.random('script')
    this.#rounds = rounds
    this.#topics = new Map(
      NAMES.map((name) => [name, { may: [null], isAsked: false, epochs: new Map() }]),
    )
    this.#producerIds = new Set()
    this.#isFinished = false
  }

  format(): Promise<void> {
    return this.simulation.complete(() => formatHost(this.host.doors))
  }

  /** Formats for so many events; says whether it was told that it is done. */
  async formatFor(eventsMax: number): Promise<boolean> {
    let isDone = false
    const work = formatHost(this.host.doors).then(() => (isDone = true))
    work.catch((error: unknown) => this.simulation.fail(error))
    await this.simulation.run({ until: () => isDone, eventsMax })
    return isDone
  }

  isFormatted(): Promise<boolean> {
    const { disk } = this.host.doors
    return this.simulation.complete(
      async () => (await readMetaProperties(disk, DATA)) !== undefined,
    )
  }

  /** A life of the node, for so many events or to its clean stop. Returns the events run. */
  async live(eventsMax: number = 10_000_000): Promise<number> {
    this.#isFinished = false
    for (const topic of this.#topics.values()) topic.isAsked = false
    this.#script().catch((error: unknown) => this.simulation.fail(error))
    const { events, reason } = await this.simulation.run({
      until: () => this.#isFinished,
      eventsMax,
    })
    if (reason === 'idle') throw this.#broken('nothing happens any more')
    return events
  }

  /** What was asked for and not answered may have been done or not. */
  kill(mode: KillMode): void {
    for (const [host, how] of [
      [this.host, mode],
      [this.#client, 'process'],
    ] as const) {
      host.kill(how)
      host.restart()
    }
  }

  async #script(): Promise<void> {
    const node = await startSimulatedNode(this.host)
    void node.failed.then((error) => this.simulation.fail(error))
    const connection = await connectFrom(this.#client, this.host)
    await this.#look(connection)
    for (let round = 0; round < this.#rounds; round++) await this.#round(connection)
    await this.#stop(node, connection)
  }

  async #stop(node: RunningNode, connection: ClientConnection): Promise<void> {
    connection.close()
    await node.stop()
    this.#isFinished = true
  }

  /** One request for each of some topics, a look at all of them, and a producer id. */
  async #round(connection: ClientConnection): Promise<void> {
    const first = this.#random.integer(NAMES.length)
    const count = 1 + this.#random.integer(3)
    const names = NAMES.map((_, index) => NAMES[(first + index) % NAMES.length]!).slice(0, count)
    const requests = names.map((name) => this.#request(connection, name))
    if (this.#random.integer(2) === 0) requests.push(this.#look(connection))
    if (this.#random.integer(3) === 0) requests.push(this.#takeProducerId(connection))
    await Promise.all(requests)
  }

  #request(connection: ClientConnection, name: string): Promise<void> {
    switch (this.#random.integer(4)) {
      case 0:
        return this.#delete(connection, name)
      case 1:
        return this.#grow(connection, name)
      default:
        return this.#create(connection, name)
    }
  }

  async #create(connection: ClientConnection, name: string): Promise<void> {
    const numPartitions = 1 + this.#random.integer(3)
    const topic = createTopicsRequestTopic({ name, numPartitions, replicationFactor: 1 })
    const known = this.#known(name)
    const made = { id: undefined, partitions: numPartitions }
    this.#asked(name, known ?? made)
    const request = createTopicsRequest({ topics: [topic], timeoutMs: 60_000 })
    const { topics } = await connection.send(createTopicsApi, 7, request)
    const { errorCode, topicId } = topics[0]!
    const expected = known === null ? ErrorCode.NONE : ErrorCode.TOPIC_ALREADY_EXISTS
    this.#expectCode(`create ${name}`, errorCode, expected)
    this.#answered(name, known ?? { ...made, id: topicId })
  }

  async #delete(connection: ClientConnection, name: string): Promise<void> {
    const known = this.#known(name)
    this.#asked(name, null)
    const request = deleteTopicsRequest({
      topics: [deleteTopicsRequestTopic({ name })],
      timeoutMs: 60_000,
    })
    const { responses } = await connection.send(deleteTopicsApi, 6, request)
    const expected = known === null ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.NONE
    this.#expectCode(`delete ${name}`, responses[0]!.errorCode, expected)
    this.#answered(name, null)
  }

  async #grow(connection: ClientConnection, name: string): Promise<void> {
    const known = this.#known(name)
    const count = (known?.partitions ?? 0) + 1
    const grown = known === null ? null : { ...known, partitions: count }
    this.#asked(name, grown)
    const topic = createPartitionsRequestTopic({ name, count, assignments: null })
    const request = createPartitionsRequest({ topics: [topic], timeoutMs: 60_000 })
    const { results } = await connection.send(createPartitionsApi, 3, request)
    const expected = known === null ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.NONE
    this.#expectCode(`grow ${name}`, results[0]!.errorCode, expected)
    this.#answered(name, grown)
  }

  async #takeProducerId(connection: ClientConnection): Promise<void> {
    const request = initProducerIdRequest({ transactionalId: null, transactionTimeoutMs: 60_000 })
    const { errorCode, producerId } = await connection.send(initProducerIdApi, 4, request)
    if (errorCode === ErrorCode.COORDINATOR_LOAD_IN_PROGRESS) return
    this.#expectCode('a producer id', errorCode, ErrorCode.NONE)
    if (this.#producerIds.has(producerId)) throw this.#broken(`producer id ${producerId} again`)
    this.#producerIds.add(producerId)
  }

  /** Every topic is one of the things it may be, and is that one from now on. */
  async #look(connection: ClientConnection): Promise<void> {
    const before = new Map([...this.#topics].map(([name, { may }]) => [name, may]))
    const response = await connection.send(metadataApi, 12, metadataRequest({ topics: null }))
    const told = new Map(response.topics.map((topic) => [topic.name, topic]))
    for (const [name, topic] of this.#topics) {
      const found = told.get(name)
      const known =
        found === undefined ? null : { id: found.topicId, partitions: found.partitions.length }
      const may = [...(before.get(name) ?? []), ...topic.may]
      if (!may.some((one) => isSame(one, known))) {
        throw this.#broken(`${name} is ${inWords(known)}, may be ${may.map(inWords).join(' or ')}`)
      }
      seen(topic, known)
      for (const { partitionIndex, leaderEpoch } of found?.partitions ?? []) {
        this.#seenEpoch(topic, `${found!.topicId}-${partitionIndex}`, leaderEpoch)
      }
    }
  }

  #seenEpoch({ epochs }: Topic, partition: string, leaderEpoch: number): void {
    const before = epochs.get(partition) ?? -1
    if (leaderEpoch < before) throw this.#broken(`${partition}: epoch ${leaderEpoch} < ${before}`)
    epochs.set(partition, leaderEpoch)
  }

  #known(name: string): Known {
    const { may } = this.#topics.get(name)!
    if (may.length > 1) throw this.#broken(`nobody looked at ${name}`)
    return may[0]!
  }

  #asked(name: string, after: Known): void {
    const topic = this.#topics.get(name)!
    topic.isAsked = true
    if (!isSame(topic.may[0]!, after)) topic.may = [...topic.may, after]
  }

  #answered(name: string, known: Known): void {
    const topic = this.#topics.get(name)!
    topic.isAsked = false
    topic.may = [known]
  }

  #expectCode(what: string, errorCode: number, expected: number): void {
    if (errorCode !== expected) throw this.#broken(`${what}: ${errorCode}, not ${expected}`)
  }

  #broken(what: string): Error {
    return this.simulation.error(`promise broken: ${what}`)
  }
}

/** An id that no answer has told yet is any. */
function isSame(a: Known, b: Known): boolean {
  if (a === null || b === null) return a === b
  const isSameId = a.id === undefined || b.id === undefined || a.id === b.id
  return isSameId && a.partitions === b.partitions
}

/** What was seen is so from now on, but for what a request on its way may still do to it. */
function seen(topic: Topic, known: Known): void {
  if (!topic.isAsked) {
    if (topic.may.some((one) => isSame(one, known))) topic.may = [known]
  } else if (!isSame(topic.may[0]!, known)) topic.may = [known]
}

function inWords(known: Known): string {
  return known === null ? 'absent' : `${known.id ?? 'new'} with ${known.partitions} partitions`
}
