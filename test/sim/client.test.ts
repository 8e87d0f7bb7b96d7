import type { Clock } from '@samsa/base'
import { Admin, type ClusterOptions, Consumer, Producer } from '@samsa/client'
import { type SimHost, Simulation } from '@samsa/testkit'
import { expect, test } from 'vitest'
import { formatHost, simulatedTools, startSimulatedNode } from './support/simulated-node.ts'

const TOPIC = 'story'
const PARTITIONS = 4
const RECORDS = 400

/** In virtual time a test that waits for what never comes still ends. */
const POLL_DEADLINE_MS = 120_000

interface Story {
  readonly hash: string
  readonly entries: number
  /** What the members of the group read, sorted. */
  readonly values: readonly number[]
  readonly committed: readonly number[]
  /** When the last record was read, virtual. */
  readonly endedAtMs: number
}

async function consumeAll(
  clock: Clock,
  members: readonly Consumer[],
  values: number[],
  isDone: () => boolean,
): Promise<void> {
  const deadline = clock.monotonicMs() + POLL_DEADLINE_MS
  while (!isDone()) {
    if (clock.monotonicMs() > deadline) throw new Error(`${values.length} records, then nothing`)
    const polled = await Promise.all(members.map((consumer) => consumer.poll(200)))
    for (const { value } of polled.flat()) values.push(Number(Buffer.from(value ?? []).toString()))
  }
}

function optionsOf(host: SimHost, node: SimHost): ClusterOptions {
  const { net, clock, random } = host.doors
  return { net, clock, random, bootstrap: [{ host: node.name, port: 9092 }], clientId: host.name }
}

/** A group of two reads while a producer writes and the node is stopped and started again. */
async function tell(seed: number): Promise<Story> {
  const simulation = new Simulation({ seed, keepsTrace: true })
  const host = simulation.host('node')
  const client = simulation.host('client')
  const tools = simulatedTools()
  const options = optionsOf(client, host)
  const { clock } = client.doors
  const told = await simulation.complete(async () => {
    await formatHost(host.doors)
    const overrides = [`advertised.listeners=PLAINTEXT://${host.name}:9092`]
    let node = await startSimulatedNode(host, overrides)
    const admin = new Admin(options)
    await admin.createTopic({ name: TOPIC, partitions: PARTITIONS, replicationFactor: 1 })
    const member = (): Consumer =>
      new Consumer({ ...options, tools, groupId: 'readers', offsetReset: 'earliest' })
    const members = [member(), member()]
    const producer = new Producer({ ...options, tools })
    const values: number[] = []
    for (const consumer of members) {
      consumer.subscribe([TOPIC], { onRevoked: () => consumer.commit() })
    }
    await consumeAll(clock, members, values, () =>
      members.every(({ assignment }) => assignment.length === PARTITIONS / 2),
    )
    const write = (from: number): Promise<unknown> =>
      Promise.all(
        Array.from({ length: RECORDS / 2 }, (_, index) => {
          const value = Buffer.from(String(from + index))
          return producer.send({ topic: TOPIC, partition: index % PARTITIONS, key: null, value })
        }),
      )
    await write(0)
    await consumeAll(clock, members, values, () => values.length >= RECORDS / 2)
    const writing = write(RECORDS / 2)
    await node.stop()
    node = await startSimulatedNode(host, overrides)
    await Promise.all([writing, consumeAll(clock, members, values, () => values.length >= RECORDS)])
    await Promise.all(members.map((consumer) => consumer.commit()))
    const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition)
    const committed = await members[0]!.committed(
      partitions.map((partition) => ({ topic: TOPIC, partition })),
    )
    const endedAtMs = clock.monotonicMs()
    await Promise.all([...members.map((consumer) => consumer.close()), producer.close()])
    admin.close()
    await node.stop()
    return { values: values.sort((one, other) => one - other), committed, endedAtMs }
  })
  return { ...told, hash: simulation.trace.hash, entries: simulation.trace.count }
}

test('a group reads each record once over a restart of the node, in virtual time, and a seed replays it', async () => {
  const once = await tell(3)
  expect(once.values).toEqual(Array.from({ length: RECORDS }, (_, index) => index))
  expect(once.committed).toEqual([100, 100, 100, 100])
  expect(await tell(3)).toEqual(once)
  const other = await tell(4)
  expect(other.values).toEqual(once.values)
  expect(other.hash).not.toBe(once.hash)
})
