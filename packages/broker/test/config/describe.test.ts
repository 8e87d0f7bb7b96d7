import { describeConfigsRequest, describeConfigsRequestResource } from '@samsa/protocol'
import { expect, test } from 'vitest'
import { describeResources } from '../../src/config/describe/describe-resources.ts'
import { Cluster, startupWith } from './support/cluster.ts'

type Asked = readonly [type: number, name: string, keys: string[] | null]

function ask(asked: readonly Asked[], documentation: boolean, cluster: Cluster = new Cluster()) {
  const request = describeConfigsRequest({
    includeSynonyms: true,
    includeDocumentation: documentation,
    resources: asked.map(([resourceType, resourceName, configurationKeys]) =>
      describeConfigsRequestResource({ resourceType, resourceName, configurationKeys }),
    ),
  })
  const startup = startupWith({ 'samsa.tail.cache.bytes': '5', 'num.io.threads': '9' })
  return describeResources(request, cluster.image, startup, () => null)
}

test('keys of our own are told of only when they are asked for by name', () => {
  const [all, named] = ask(
    [
      [4, '1', null],
      [4, '1', ['samsa.tail.cache.bytes', 'samsa.frame.deadline.ms']],
    ],
    false,
  )
  expect(all?.configs.filter(({ name }) => name.startsWith('samsa.'))).toEqual([])
  expect(named?.configs).toMatchObject([
    { name: 'samsa.frame.deadline.ms', value: '30000', configSource: 5, readOnly: true },
    { name: 'samsa.tail.cache.bytes', value: '5', configSource: 4, readOnly: true },
  ])
})

test('documentation says what a key means, or that it does nothing here', () => {
  const [broker] = ask(
    [[4, '1', ['num.io.threads', 'num.partitions', 'log.retention.hours']]],
    true,
  )
  expect(broker?.configs.map(({ documentation }) => documentation)).toEqual([
    expect.stringMatching(/^For topics that do not set retention\.ms themselves\./),
    'Accepted for compatibility with Kafka; this node does not use it.',
    'Partitions of a topic that is made without saying how many.',
  ])
})

test('every config of a topic is documented when that is asked for, and not otherwise', () => {
  const cluster = new Cluster()
  cluster.createTopic('t')
  for (const isAsked of [true, false]) {
    const [topic] = ask([[2, 't', null]], isAsked, cluster)
    expect(topic?.configs).toHaveLength(33)
    for (const { documentation } of topic?.configs ?? []) {
      expect(documentation === null).toBe(!isAsked)
    }
  }
})

test('topics that set nothing themselves share the entries of one answer', () => {
  const cluster = new Cluster()
  for (const name of ['a', 'b', 'c']) cluster.createTopic(name)
  cluster.configure(2, 'c', { 'retention.ms': '5' })
  const [a, b, c] = ask(
    [
      [2, 'a', null],
      [2, 'b', []],
      [2, 'c', null],
    ],
    false,
    cluster,
  )
  expect(a?.configs).toBe(b?.configs)
  expect(c?.configs.find(({ name }) => name === 'retention.ms')).toMatchObject({
    value: '5',
    configSource: 1,
  })
})

test('a request for more than a response may carry is refused from there on', () => {
  const cluster = new Cluster()
  cluster.createTopic('t')
  const many = Array.from({ length: 100_000 }, (): Asked => [2, 't', null])
  const results = ask(many, true, cluster)
  const answered = results.filter(({ errorCode }) => errorCode === 0)
  expect(answered.length).toBeGreaterThan(10_000)
  expect(results.at(-1)).toMatchObject({
    errorCode: 42,
    errorMessage:
      'The answer would be larger than 268435456 bytes: ask for fewer resources at a time.',
    configs: [],
  })
})

test('a value that a newer release stored for a topic is told of as secret, since nobody knows it', () => {
  const cluster = new Cluster()
  cluster.createTopic('t')
  cluster.configure(2, 't', { 'from.the.future': 'x' })
  const [topic] = ask([[2, 't', ['from.the.future']]], true, cluster)
  expect(topic?.configs).toMatchObject([
    { name: 'from.the.future', value: null, isSensitive: true, configType: 0, documentation: null },
  ])
})
