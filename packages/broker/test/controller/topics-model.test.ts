import { createPartitionsRequestTopic, createTopicsRequestTopic, ErrorCode } from '@samsa/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPartitions } from '../../src/controller/operations/create-partitions.ts'
import { createTopics } from '../../src/controller/operations/create-topics.ts'
import { deleteTopics } from '../../src/controller/operations/delete-topics.ts'
import { ControllerBench, plainRules } from './support/controller-bench.ts'

const BROKERS = 3

/** Topics as simply as can be: name and count of partitions. */
class Model {
  readonly topics: Map<string, number> = new Map()

  create(name: string, partitions: number, replicas: number): number {
    if (this.topics.has(name)) return ErrorCode.TOPIC_ALREADY_EXISTS
    const level = (text: string): string => text.replaceAll('.', '_')
    const isAlike =
      /[._]/.test(name) && [...this.topics.keys()].some((it) => level(it) === level(name))
    if (isAlike || !/^(?!\.\.?$)[\w.-]{1,249}$/.test(name)) return ErrorCode.INVALID_TOPIC_EXCEPTION
    if (replicas === 0 || replicas < -1) return ErrorCode.INVALID_REPLICATION_FACTOR
    if (partitions === 0 || partitions < -1) return ErrorCode.INVALID_PARTITIONS
    return replicas > BROKERS ? ErrorCode.INVALID_REPLICATION_FACTOR : ErrorCode.NONE
  }

  delete(name: string): number {
    return this.topics.delete(name) ? ErrorCode.NONE : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
  }

  grow(name: string, count: number): number {
    const before = this.topics.get(name)
    if (before === undefined) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
    if (count <= before) return ErrorCode.INVALID_PARTITIONS
    this.topics.set(name, count)
    return ErrorCode.NONE
  }
}

const names = ['a', 'b', 'c.d', 'c_d', 'x-1', '', '.', 'e/f', '__consumer_offsets', 'constructor']

const command = fc.record({
  kind: fc.constantFrom('create', 'create', 'delete', 'grow'),
  names: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
  partitions: fc.integer({ min: -2, max: 6 }),
  replicas: fc.integer({ min: -2, max: 4 }),
  validateOnly: fc.nat(5).map((number) => number === 0),
})

type Command = typeof command extends fc.Arbitrary<infer It> ? It : never

/** Runs a command against both; answers codes by topic, ours and the model's. */
function step(bench: ControllerBench, model: Model, given: Command) {
  const { kind, partitions, replicas, validateOnly } = given
  const expected = new Map<string, number>()
  if (kind === 'create') {
    // All topics of a request are judged by the state before it.
    for (const name of given.names) expected.set(name, model.create(name, partitions, replicas))
    if (!validateOnly) {
      for (const [name, code] of expected) {
        if (code === 0) model.topics.set(name, partitions === -1 ? 1 : partitions)
      }
    }
    const topics = given.names.map((name) =>
      createTopicsRequestTopic({ name, numPartitions: partitions, replicationFactor: replicas }),
    )
    const operation = createTopics({
      topics,
      validateOnly,
      rules: plainRules,
      mayDescribe: () => true,
      refused: [],
    })
    const ours = bench.run(operation).topics.map((it) => [it.name, it.errorCode] as const)
    return { expected, ours: new Map(ours) }
  }
  if (kind === 'delete') {
    for (const name of given.names) expected.set(name, model.delete(name))
    const operation = deleteTopics({
      topics: given.names.map((name) => ({ name, topicId: null })),
      repeatedIds: new Set(),
      accessRefusal: () => undefined,
      refused: [],
    })
    const ours = bench.run(operation).responses.map((it) => [it.name!, it.errorCode] as const)
    return { expected, ours: new Map(ours) }
  }
  for (const name of given.names) expected.set(name, model.grow(name, partitions))
  const topics = given.names.map((name) =>
    createPartitionsRequestTopic({ name, count: partitions, assignments: null }),
  )
  const operation = createPartitions({ topics, validateOnly: false, refused: [] })
  const ours = bench.run(operation).results.map((it) => [it.name, it.errorCode] as const)
  return { expected, ours: new Map(ours) }
}

test('whatever is asked in whatever order, answers and topics are those of a naive model', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (history) => {
      const bench = new ControllerBench().addBrokers(BROKERS)
      const model = new Model()
      for (const given of history) {
        const { expected, ours } = step(bench, model, given)
        expect(ours).toEqual(expected)
        const topics = [...bench.image.topics.values()]
        const found = new Map(topics.map(({ name, partitions }) => [name, partitions.length]))
        expect(found).toEqual(new Map([...model.topics].sort(([a], [b]) => (a < b ? -1 : 1))))
        for (const { id, name, partitions } of topics) {
          expect(bench.image.topics.byId(id)?.name).toBe(name)
          for (const { replicas, isr, leader, directories } of partitions) {
            expect([isr, leader, directories.length]).toEqual([
              replicas,
              replicas[0],
              replicas.length,
            ])
          }
        }
      }
    }),
    { numRuns: 100 },
  )
})
