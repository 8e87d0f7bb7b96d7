import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FetchResponse } from '@samsa/protocol'
import { batch, values } from './support/batches.ts'
import { NaiveBroker, type NaiveAsk, type NaiveTold } from './support/naive-fetch.ts'
import { fetch, produceAll, type FetchOptions } from './support/requests.ts'
import type { TestClient } from './support/test-client.ts'
import { TestNode } from './support/test-node.ts'

const TOPICS = ['a', 'b', 'c'] as const
const PARTITIONS = 3

type Step =
  | { kind: 'append'; topic: string; index: number; count: number; size: number }
  | { kind: 'deleteRecords'; topic: string; index: number; part: number }
  | { kind: 'deleteTopic' | 'createTopic' | 'resign' | 'lead'; topic: string }
  | { kind: 'full'; asks: AskPlan[]; maxBytes: number }
  | { kind: 'incremental'; asks: AskPlan[]; forget: [string, number][]; maxBytes: number }

/** Where in the log, from before its start to behind its end; limits; whether to name an epoch. */
interface AskPlan {
  readonly topic: string
  readonly index: number
  readonly part: number
  readonly maxBytes: number
  readonly epoch: 'none' | 'right' | 'old'
}

const topic = fc.constantFrom(...TOPICS)
const index = fc.nat(PARTITIONS)
const limit = fc.constantFrom(0, 1, 150, 400, 1000, 1 << 20)
// Mostly the end: that is where consumers are.
const part = fc.oneof(
  { weight: 3, arbitrary: fc.constant(1) },
  fc.double({ min: -0.1, max: 1.1, noNaN: true }),
)
const ask: fc.Arbitrary<AskPlan> = fc.record({
  topic,
  index,
  part,
  maxBytes: limit,
  epoch: fc.constantFrom('none', 'none', 'right', 'old'),
})
const asks = fc.array(ask, { maxLength: 6 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      topic,
      index,
      count: fc.integer({ min: 1, max: 3 }),
      size: fc.constantFrom(1, 50, 300),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('deleteRecords' as const), topic, index, part }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('deleteTopic', 'createTopic', 'resign', 'lead'),
      topic,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('full' as const), asks, maxBytes: limit }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('incremental' as const),
      asks,
      forget: fc.array(fc.tuple(topic, index), { maxLength: 1 }),
      maxBytes: limit,
    }),
  },
)

/** The node and the naive one, walked through the same history. */
class Pair {
  readonly #node: TestNode
  readonly #client: TestClient
  readonly #naive: NaiveBroker
  #sessionId = 0
  #sessionEpoch = 0
  #written = 0
  /** What either said, poll by poll. */
  readonly answers: { readonly said: unknown; readonly expected: unknown }[] = []

  constructor(node: TestNode, client: TestClient) {
    this.#node = node
    this.#client = client
    this.#naive = new NaiveBroker()
  }

  async start(): Promise<void> {
    for (const name of TOPICS) await this.#create(name)
  }

  async walk(steps: readonly Step[]): Promise<void> {
    for (const one of steps) await this.#step(one)
  }

  async #step(one: Step): Promise<void> {
    switch (one.kind) {
      case 'append':
        return this.#append(one.topic, one.index, one.count, one.size)
      case 'deleteRecords':
        return this.#deleteRecords(one.topic, one.index, one.part)
      case 'deleteTopic':
        if (!this.#naive.has(one.topic)) return undefined
        this.#naive.delete(one.topic)
        this.#node.deleteTopic(one.topic)
        return this.#node.replicas.whenSettled()
      case 'createTopic':
        return this.#naive.has(one.topic) ? undefined : this.#create(one.topic)
      case 'resign':
      case 'lead':
        return this.#elect(one.topic, one.kind === 'lead')
      case 'full':
        return this.#full(one.asks, one.maxBytes)
      case 'incremental':
        return this.#naive.hasSession
          ? this.#incremental(one.asks, one.forget, one.maxBytes)
          : this.#full(one.asks, one.maxBytes)
    }
  }

  async #create(name: string): Promise<void> {
    this.#naive.create(name, PARTITIONS)
    await this.#node.createTopic(name, { partitions: PARTITIONS })
  }

  async #append(name: string, at: number, count: number, size: number): Promise<void> {
    const texts = Array.from({ length: count }, () => `${this.#written++}`.padEnd(size, '.'))
    const bytes = batch(texts)
    this.#naive.append(name, at, texts, bytes.length)
    await produceAll(this.#client, [[name, at, bytes]])
  }

  async #deleteRecords(name: string, at: number, where: number): Promise<void> {
    const log = this.#naive.log(name, at)
    if (log === undefined || !log.isLed) return
    const upTo = Math.floor(log.logEndOffset * Math.min(1, Math.max(0, where)))
    if (upTo <= log.logStartOffset) return
    log.logStartOffset = upTo
    await this.#node.partition(name, at).log.deleteRecordsBefore(upTo as never)
  }

  #elect(name: string, isLed: boolean): void {
    if (!this.#naive.has(name)) return
    for (let at = 0; at < PARTITIONS; at++) {
      const log = this.#naive.log(name, at)!
      log.isLed = isLed
      log.leaderEpoch++
    }
    this.#node.alterTopic(name, ({ leaderEpoch }) => ({
      leader: (isLed ? 1 : 2) as never,
      leaderEpoch: (leaderEpoch + 1) as never,
    }))
  }

  #asked(plans: readonly AskPlan[]): NaiveAsk[] {
    return plans.map(({ topic: name, index: at, part: where, maxBytes, epoch }) => {
      const log = this.#naive.log(name, at)
      const leaderEpoch = log?.leaderEpoch ?? 0
      return {
        topic: name,
        index: at,
        fetchOffset: Math.round((log?.logEndOffset ?? 0) * where),
        maxBytes,
        currentLeaderEpoch:
          epoch === 'none' ? -1 : epoch === 'right' ? leaderEpoch : leaderEpoch - 1,
      }
    })
  }

  async #full(plans: readonly AskPlan[], maxBytes: number): Promise<void> {
    const asked = this.#asked(plans)
    const expected = this.#naive.full(asked, maxBytes)
    const options = { sessionId: this.#sessionId, sessionEpoch: 0, maxBytes }
    const response = await this.#fetch(asked, options)
    this.#sessionId = response.sessionId
    this.#sessionEpoch = 1
    this.answers.push({ said: tellOf(response), expected })
  }

  async #incremental(
    plans: readonly AskPlan[],
    forget: readonly (readonly [string, number])[],
    maxBytes: number,
  ): Promise<void> {
    const asked = this.#asked(plans)
    const expected = this.#naive.incremental(asked, forget, maxBytes)
    const response = await this.#fetch(asked, {
      sessionId: this.#sessionId,
      sessionEpoch: this.#sessionEpoch++,
      maxBytes,
      forget: forget.map(([name, at]) => [name, [at]] as const),
    })
    // Without a session left the two are not the same kind of fetch.
    const isOver = expected === undefined
    const said = isOver ? response.sessionId : tellOf(response)
    this.answers.push({ said, expected: expected ?? 0 })
  }

  #fetch(asked: readonly NaiveAsk[], options: FetchOptions): Promise<FetchResponse> {
    const parts = asked.map(
      ({ topic: name, index: at, fetchOffset, maxBytes, currentLeaderEpoch }) =>
        [name, at, fetchOffset, { partitionMaxBytes: maxBytes, currentLeaderEpoch }] as const,
    )
    return fetch(this.#client, parts, options)
  }
}

function tellOf(response: FetchResponse): NaiveTold[] {
  return response.responses.flatMap(({ topic: name, partitions }) =>
    partitions.map(
      (partition) =>
        [
          `${name}-${partition.partitionIndex}`,
          partition.errorCode,
          partition.highWatermark,
          partition.logStartOffset,
          values(partition.records),
        ] as const,
    ),
  )
}

test('incremental sessions answer as if they looked at every partition in every poll', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      await using node = await TestNode.start()
      using client = node.client()
      const pair = new Pair(node, client)
      await pair.start()
      await pair.walk(steps)
      for (const { said, expected } of pair.answers) expect(said).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})
