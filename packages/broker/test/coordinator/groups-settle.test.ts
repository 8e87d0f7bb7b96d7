import { ErrorCode } from '@samsa/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GroupBench } from './support/group-bench.ts'
import { GroupClient } from './support/group-client.ts'

const CLIENTS = 4
/** The first two clients are static members. */
const STATIC_CLIENTS = 2

type Step =
  | { readonly kind: 'step' | 'leave' | 'begin' | 'vanish'; readonly client: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'fault'; readonly errorCode: number }
  | { readonly kind: 'hold' | 'release' | 'crash' }

const client = fc.nat(CLIENTS - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('step' as const), client }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('leave' as const, 'begin' as const), client }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('vanish' as const), client }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.integer({ min: 1, max: 9000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      errorCode: fc.constantFrom(0, 0, ErrorCode.NOT_ENOUGH_REPLICAS, ErrorCode.MESSAGE_TOO_LARGE),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('hold' as const, 'release' as const, 'crash' as const),
    }),
  },
)

class World {
  readonly bench: GroupBench
  readonly clients: readonly GroupClient[]

  constructor(bench: GroupBench) {
    this.bench = bench
    this.clients = Array.from(
      { length: CLIENTS },
      (_, index) => new GroupClient(index < STATIC_CLIENTS ? `i${index}` : undefined),
    )
  }

  async run(given: Step): Promise<void> {
    const { bench } = this
    switch (given.kind) {
      case 'step':
        return this.clients[given.client]!.step(bench)
      case 'leave':
        return this.clients[given.client]!.leave(bench)
      case 'begin':
        return this.clients[given.client]!.begin()
      case 'vanish':
        this.clients[given.client]!.isGone = true
        return undefined
      case 'wait':
        return bench.clock.advance(given.ms)
      case 'fault':
        bench.partition.refusal = given.errorCode
        return undefined
      case 'hold':
        bench.partition.isHolding = true
        return undefined
      case 'release':
        return this.release()
      case 'crash': {
        for (const each of this.clients) each.disconnect()
        const { refusal } = bench.partition
        await bench.restart()
        bench.partition.refusal = refusal
      }
    }
  }

  release(): void {
    this.bench.partition.isHolding = false
    this.bench.partition.release()
  }

  /** Everything works again, and everybody does what they should, until nothing changes. */
  async heal(): Promise<void> {
    const { bench } = this
    bench.partition.refusal = 0
    this.release()
    for (let turns = 0; turns < 200; turns++) {
      for (const each of this.clients) each.step(bench)
      await bench.clock.advance(500)
    }
  }

  get alive(): readonly GroupClient[] {
    return this.clients.filter(({ isGone }) => !isGone)
  }
}

test('whatever fails on the way, the clients that are left end in one generation, and it is stored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const world = new World(await GroupBench.start({ 'group.initial.rebalance.delay.ms': 1000 }))
      const { bench } = world
      for (const given of steps) await world.run(given)
      await world.heal()
      const { alive } = world
      for (const each of alive) expect(each).toMatchObject({ isStable: true, isWaiting: false })
      const generations = new Set(alive.map(({ generation }) => generation))
      expect(generations.size).toBe(alive.length === 0 ? 0 : 1)
      const { members } = bench.coordinator.describeGroup('g', 5)
      expect(members.map(({ memberId }) => memberId).sort()).toEqual(
        alive.map(({ id }) => id).sort(),
      )
      await bench.restart()
      for (const { id, generation } of alive) expect(bench.heartbeat('g', id, generation)).toBe(0)
      bench.coordinator.close()
      expect(bench.wheel.count).toBe(0)
    }),
    { numRuns: 300 },
  )
}, 60_000)
