import { topicNameProblem } from '@samsa/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alterOperation, applied, incrementalAlter } from '../../src/config/alter/operations.ts'
import { invalidConfig } from '../../src/config/alter/refusal.ts'
import { validateTopicConfigs } from '../../src/config/alter/validate-topic-configs.ts'
import { topicKeys } from '../../src/config/keys/key-tables.ts'
import { layersOf } from '../../src/config/layers/config-layers.ts'
import {
  incrementalAlterConfigs,
  refuseAlterConfigs,
} from '../../src/controller/operations/incremental-alter-configs.ts'
import { alterRequest, type AlterStep } from './support/apache.ts'
import { Cluster, startupWith } from './support/cluster.ts'

const { set, delete: remove, append, subtract } = alterOperation
const decision = {
  nowMs: 0,
  nextOffset: 0,
  randomInteger: () => 0,
  randomUuid: () => {
    throw new Error('no ids here')
  },
}

function decide(cluster: Cluster, alter: AlterStep['alter'], validateOnly: boolean = false) {
  const request = alterRequest(alter, validateOnly)
  const operation = incrementalAlterConfigs({ request, startup: startupWith(), refused: new Map() })
  return operation.decide(cluster.image, decision)
}

function clusterWithTopic(): Cluster {
  const cluster = new Cluster()
  cluster.createTopic('t')
  return cluster
}

const lists = {
  keyOf: (name: string) => topicKeys.get(name),
  refuse: (name: string, operation: string) => invalidConfig(`${operation} ${name}`),
}

function listAfter(current: string | undefined, operation: number, value: string): unknown {
  const before = new Map(current === undefined ? [] : [['cleanup.policy', current]])
  const change = { name: 'cleanup.policy', configOperation: operation, value }
  const result = incrementalAlter(before, [change], lists)
  return result.ok ? result.value.get('cleanup.policy') : result.failure.message
}

test.each<[string | undefined, number, string, string | null]>([
  [undefined, append, 'compact', 'delete,compact'],
  [undefined, append, 'delete', 'delete'],
  [undefined, subtract, 'delete', ''],
  ['', append, 'compact', 'compact'],
  ['a,b', append, 'c,b', 'a,b,c'],
  ['a,b,a', subtract, 'a', 'b,a'],
  ['a, b', subtract, 'b', 'a, b'],
  ['a,b', subtract, 'c,', 'a,b'],
  ['a,,b', append, 'c', 'a,b,c'],
  ['a', set, 'b', 'b'],
  ['a', remove, 'b', null],
])('%s after operation %d of "%s" is "%s"', (current, operation, value, after) => {
  expect(listAfter(current, operation, value)).toBe(after)
})

test('a list with an entry appended and subtracted again is as it was', () => {
  const entry = fc.stringMatching(/^[a-z]{1,4}$/)
  fc.assert(
    fc.property(fc.uniqueArray(entry, { maxLength: 8 }), entry, (entries, extra) => {
      fc.pre(!entries.includes(extra))
      const before = entries.join(',')
      const longer = String(listAfter(before, append, extra))
      expect(longer.split(',').at(-1)).toBe(extra)
      expect(listAfter(longer, subtract, extra)).toBe(before)
    }),
  )
})

test('long lists are altered in time that grows with their length alone', () => {
  const many = Array.from({ length: 50_000 }, (_, index) => `e${index}`).join(',')
  expect(listAfter(many, subtract, many)).toBe('')
  expect(String(listAfter(many, append, many)).length).toBe(many.length)
})

test('new values replace, add and remove, and leave the others', () => {
  const current = new Map([
    ['a', '1'],
    ['b', '2'],
    ['c', '3'],
  ])
  const after = applied(
    current,
    new Map([
      ['b', null],
      ['c', '4'],
      ['d', '5'],
      ['e', null],
    ]),
  )
  expect(after).toEqual(
    new Map([
      ['a', '1'],
      ['c', '4'],
      ['d', '5'],
    ]),
  )
})

test('a topic gets a record for each config whose value differs, and only for those', () => {
  const cluster = clusterWithTopic()
  cluster.configure(2, 't', { 'retention.ms': '5', 'segment.ms': '6' })
  const { records } = decide(cluster, [
    [
      2,
      't',
      [
        ['retention.ms', set, '5'],
        ['segment.ms', remove, null],
        ['flush.ms', remove, null],
        ['cleanup.policy', append, 'compact'],
      ],
    ],
  ])
  expect(records.map(({ type, version, message }) => [type, version, message])).toEqual([
    [
      4,
      0,
      expect.objectContaining({
        resourceType: 2,
        resourceName: 't',
        name: 'segment.ms',
        value: null,
      }),
    ],
    [4, 0, expect.objectContaining({ name: 'cleanup.policy', value: 'delete,compact' })],
  ])
})

test('a broker gets a record for every change, under the plain form of its id', () => {
  const cluster = new Cluster()
  cluster.configure(4, '1', { 'log.retention.ms': '5' })
  const { records, response } = decide(cluster, [[4, '01', [['log.retention.ms', set, '5']]]])
  expect(records.map(({ message }) => message)).toEqual([
    expect.objectContaining({
      resourceType: 4,
      resourceName: '1',
      name: 'log.retention.ms',
      value: '5',
    }),
  ])
  expect(response.responses[0]).toMatchObject({ resourceName: '01', errorCode: 0 })
})

test('one resource that is refused does not hold up the others', () => {
  const cluster = clusterWithTopic()
  const { records, response } = decide(cluster, [
    [2, 'gone', [['retention.ms', set, '5']]],
    [2, 't', [['retention.ms', set, '5']]],
    [4, '2', [['log.retention.ms', set, '5']]],
  ])
  expect(response.responses.map(({ errorCode }) => errorCode)).toEqual([3, 0, 42])
  expect(records).toHaveLength(1)
})

test('a request that would take more records than one operation may write changes nothing', () => {
  const changes = Array.from({ length: 10_001 }, (_, index) => [`k${index}`, set, 'x'] as const)
  const { records, response } = decide(clusterWithTopic(), [
    [4, '', changes],
    [2, 't', [['retention.ms', set, '5']]],
  ])
  expect(records).toEqual([])
  expect(response.responses.map(({ errorCode }) => errorCode)).toEqual([44, 44])
})

test('resources that somebody may not touch are refused, whatever is in them', () => {
  const request = alterRequest([
    [2, 't', [['retention.ms', set, 'x']]],
    [2, 't2', []],
  ])
  const [first] = request.resources
  const refused = new Map(first === undefined ? [] : [[first, { errorCode: 29, message: 'no' }]])
  const operation = incrementalAlterConfigs({ request, startup: startupWith(), refused })
  const { response } = operation.decide(clusterWithTopic().image, decision)
  expect(
    response.responses.map(({ errorCode, errorMessage }) => [errorCode, errorMessage]),
  ).toEqual([
    [29, 'no'],
    [3, `The topic 't2' does not exist.`],
  ])
})

test('a node that may not decide answers every resource with why', () => {
  const response = refuseAlterConfigs(
    alterRequest([
      [2, 'a', []],
      [4, '', []],
    ]),
    41,
  )
  expect(response.responses).toMatchObject([
    { errorCode: 41, resourceType: 2, resourceName: 'a' },
    { errorCode: 41, resourceType: 4, resourceName: '' },
  ])
})

test('with eligible leader replicas min.insync.replicas is set for the whole cluster or not at all', () => {
  const cluster = new Cluster()
  const answer = (name: string, operation: number): unknown =>
    decide(cluster, [[4, name, [['min.insync.replicas', operation, '2']]]]).response.responses.map(
      ({ errorCode, errorMessage }) => [errorCode, errorMessage],
    )
  expect([answer('1', set), answer('', remove)]).toEqual([[[0, null]], [[0, null]]])
  cluster.setFeature('eligible.leader.replicas.version', 1)
  expect(answer('1', set)).toEqual([
    [40, 'Broker-level min.insync.replicas cannot be altered while ELR is enabled.'],
  ])
  expect(answer('', remove)).toEqual([
    [40, 'Cluster-level min.insync.replicas cannot be removed while ELR is enabled.'],
  ])
  expect(answer('', set)).toEqual([[0, null]])
})

test('a stored value that would be refused today does not hinder a good one', () => {
  const cluster = new Cluster()
  cluster.configure(4, '', { 'message.max.bytes': 'x' })
  const { response } = decide(cluster, [[4, '', [['log.retention.ms', set, '5']]]])
  expect(response.responses[0]?.errorCode).toBe(0)
})

test('remote storage that Apache had switched on may go only with its data', () => {
  const layers = layersOf(startupWith(), new Cluster().image.configs)
  const existing = new Map([['remote.storage.enable', 'true']])
  const off = new Map([['remote.storage.enable', 'false']])
  expect(validateTopicConfigs(off, layers, existing)).toMatchObject({
    errorCode: 40,
    message: expect.stringContaining(
      'It is invalid to disable remote storage without deleting remote data.',
    ),
  })
  const cleanly = new Map([...off, ['remote.log.delete.on.disable', 'true']])
  expect(validateTopicConfigs(cleanly, layers, existing)).toBeNull()
})

test('a lag of compaction is checked against what the topic inherits', () => {
  const cluster = new Cluster()
  cluster.configure(4, '', { 'log.cleaner.max.compaction.lag.ms': '5' })
  const layers = layersOf(startupWith(), cluster.image.configs)
  expect(validateTopicConfigs(new Map([['min.compaction.lag.ms', '6']]), layers)).toEqual({
    errorCode: 40,
    message: 'conflict topic config setting min.compaction.lag.ms (6) > max.compaction.lag.ms (5)',
  })
})

test.each([
  ['', 'Topic name is invalid: the empty string is not allowed'],
  ['.', `Topic name is invalid: '.' is not allowed`],
  ['..', `Topic name is invalid: '..' is not allowed`],
  [
    'ä',
    `Topic name is invalid: 'ä' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`,
  ],
  [
    'x'.repeat(250),
    `Topic name is invalid: the length of '${'x'.repeat(250)}' is longer than the max allowed length 249`,
  ],
  ['a.b_c-D9', null],
  ['x'.repeat(249), null],
])('of the topic name "%s" is said: %s', (name, complaint) => {
  expect(topicNameProblem(name)).toBe(complaint)
})
