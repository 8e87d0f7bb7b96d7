import { type NodeId, nodeId } from '@samsa/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StripedPlacer } from '../../src/controller/placement/striped-placer.ts'
import type { BrokerRegistrationImage, ClusterImage } from '../../src/metadata/image.ts'
import { testUuid } from '../metadata/support/fixed-doors.ts'

interface Broker {
  readonly rack: string | null
  readonly isFenced: boolean
}

function clusterOf(brokers: readonly Broker[]): ClusterImage {
  const images = brokers.map(({ rack, isFenced }, index): BrokerRegistrationImage => ({
    id: nodeId(index),
    epoch: 0,
    incarnationId: testUuid(index + 1),
    endpoints: [],
    features: [],
    rack,
    isFenced,
    inControlledShutdown: false,
    directories: [testUuid(100 + index)],
    cordonedDirectories: [],
  }))
  return { brokers: new Map(images.map((broker) => [broker.id, broker])), controllers: new Map() }
}

const broker = fc.record({
  rack: fc.constantFrom(null, 'r1', 'r2', 'r3'),
  isFenced: fc.nat(3).map((number) => number === 0),
})

/** Draws from a list of numbers, round and round. */
function drawFrom(numbers: readonly number[]): (below: number) => number {
  let next = 0
  return (below) => numbers[next++ % numbers.length]! % below
}

const draws = fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 })

describe('wherever replicas can be placed', () => {
  const placements = fc
    .tuple(fc.array(broker, { minLength: 1, maxLength: 9 }), draws, fc.integer({ min: 1, max: 40 }))
    .filter(([brokers]) => brokers.some(({ isFenced }) => !isFenced))
    .chain(([brokers, numbers, partitions]) =>
      fc.integer({ min: 1, max: brokers.length }).map((factor) => ({
        brokers,
        factor,
        replicas: placed(brokers, numbers, partitions, factor),
      })),
    )

  function placed(
    brokers: readonly Broker[],
    numbers: readonly number[],
    partitions: number,
    factor: number,
  ): NodeId[][] {
    const placer = new StripedPlacer(clusterOf(brokers), drawFrom(numbers))
    expect(placer.refusal(factor)).toBeUndefined()
    return Array.from({ length: partitions }, () => placer.place(factor))
  }

  test('a partition has as many replicas as asked for, no broker twice, an unfenced one first', () => {
    fc.assert(
      fc.property(placements, ({ brokers, factor, replicas }) => {
        for (const ids of replicas) {
          expect(ids).toHaveLength(factor)
          expect(new Set(ids).size).toBe(factor)
          expect(brokers[ids[0]!]!.isFenced).toBe(false)
        }
      }),
    )
  })

  test('a partition lies in as many racks as it can', () => {
    fc.assert(
      fc.property(placements, ({ brokers, factor, replicas }) => {
        const rackCount = new Set(brokers.map(({ rack }) => rack)).size
        for (const ids of replicas) {
          const racks = new Set(ids.map((id) => brokers[id]!.rack))
          expect(racks.size).toBe(Math.min(rackCount, factor))
        }
      }),
    )
  })

  test('without racks, leaders are spread evenly over the unfenced brokers', () => {
    const even = fc.tuple(fc.integer({ min: 1, max: 8 }), draws)
    fc.assert(
      fc.property(even, ([count, numbers]) => {
        const brokers = Array.from({ length: count }, () => ({ rack: null, isFenced: false }))
        const leaders = placed(brokers, numbers, count * 5, 1).map(([leader]) => leader!)
        const counts = Map.groupBy(leaders, (leader) => leader)
        expect([...counts.values()].map((list) => list.length)).toEqual(
          Array.from({ length: count }, () => 5),
        )
      }),
    )
  })
})

test('one broker takes every partition', () => {
  const placer = new StripedPlacer(clusterOf([{ rack: 'r', isFenced: false }]), () => 0)
  expect([placer.place(1), placer.place(1), placer.place(1)]).toEqual([[0], [0], [0]])
})

test('what cannot be placed is refused in the words of Apache Kafka', () => {
  const one = new StripedPlacer(clusterOf([{ rack: null, isFenced: false }]), () => 0)
  expect(one.refusal(2)).toEqual({
    errorCode: 38,
    message:
      'The target replication factor of 2 cannot be reached because only 1 broker(s) are registered ' +
      'or some brokers have all their log directories cordoned.',
  })
  expect(one.refusal(0)?.message).toBe(
    'Invalid replication factor 0: the replication factor must be positive.',
  )
  const fenced = new StripedPlacer(clusterOf([{ rack: null, isFenced: true }]), () => 0)
  expect(fenced.refusal(1)?.message).toBe(
    'All brokers are currently fenced, or have all their log directories cordoned.',
  )
  expect(new StripedPlacer(clusterOf([]), () => 0).refusal(1)?.errorCode).toBe(38)
})

test('brokers on their way down, or with all directories cordoned, get nothing', () => {
  const { brokers } = clusterOf([
    { rack: null, isFenced: false },
    { rack: null, isFenced: false },
    { rack: null, isFenced: false },
  ])
  const [a, b, c] = [...brokers.values()]
  const changed = [
    { ...a!, inControlledShutdown: true },
    { ...b!, cordonedDirectories: b!.directories },
    c!,
  ]
  const cluster = { brokers: new Map(changed.map((it) => [it.id, it])), controllers: new Map() }
  const placer = new StripedPlacer(cluster, () => 0)
  expect(placer.place(1)).toEqual([2])
  expect(placer.refusal(2)?.errorCode).toBe(38)
})
