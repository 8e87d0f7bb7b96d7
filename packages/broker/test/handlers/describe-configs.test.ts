import { describeConfigsRequest, describeConfigsRequestResource } from '@samsa/protocol'
import { expect, test } from 'vitest'
import { describeConfigsHandler } from '../../src/handlers/032-describe-configs.ts'
import { alterRequest } from '../config/support/apache.ts'
import { ConfigClient } from '../config/support/config-client.ts'

function request(...asked: readonly (readonly [type: number, name: string, keys?: string[]])[]) {
  return describeConfigsRequest({
    includeSynonyms: true,
    resources: asked.map(([resourceType, resourceName, keys]) =>
      describeConfigsRequestResource({
        resourceType,
        resourceName,
        configurationKeys: keys ?? null,
      }),
    ),
  })
}

test('it serves the versions that Apache Kafka 4.3.1 serves', () => {
  expect(describeConfigsHandler.versions).toEqual([1, 4])
})

test.each([1, 2, 3, 4])(
  'v%i tells of a topic, a broker and the values for all brokers',
  (version) => {
    const client = new ConfigClient()
    client.cluster.createTopic('t')
    client.cluster.configure(2, 't', { 'retention.ms': '5' })
    client.cluster.configure(4, '', { 'log.retention.ms': '7' })
    const response = client.describe(
      request([2, 't', ['retention.ms']], [4, '1', ['log.retention.ms']], [4, '']),
      version,
    )
    const type = version >= 3 ? 5 : 0
    const documentation = version >= 3 ? null : ''
    expect(response.throttleTimeMs).toBe(0)
    expect(response.results).toMatchObject([
      {
        errorCode: 0,
        resourceType: 2,
        resourceName: 't',
        configs: [
          {
            name: 'retention.ms',
            value: '5',
            configSource: 1,
            configType: type,
            documentation,
            synonyms: [
              { name: 'retention.ms', value: '5', source: 1 },
              { name: 'log.retention.ms', value: '7', source: 3 },
              { name: 'log.retention.hours', value: '168', source: 5 },
            ],
          },
        ],
      },
      { resourceName: '1', configs: [{ name: 'log.retention.ms', value: '7', configSource: 3 }] },
      { resourceName: '', configs: [{ name: 'log.retention.ms', value: '7', configSource: 3 }] },
    ])
  },
)

test('a value of this broker goes before one for all brokers', () => {
  const client = new ConfigClient()
  client.cluster.configure(4, '', { 'log.retention.ms': '7' })
  client.alter(alterRequest([[4, '1', [['log.retention.ms', 0, '8']]]]), 1)
  const response = client.describe(request([4, '1', ['log.retention.ms']]), 4)
  const [config] = response.results[0]?.configs ?? []
  expect([config?.value, config?.configSource]).toEqual(['8', 2])
  expect(config?.synonyms.map(({ source }) => source)).toEqual([2, 3, 5])
})

test('each resource has its own error, and a topic that does not exist has no sentence', () => {
  const client = new ConfigClient()
  const response = client.describe(
    request([2, 'gone'], [2, 'a b'], [4, '7'], [4, 'x'], [16, 'm'], [4, '1', ['node.id']]),
    4,
  )
  expect(response.results.map(({ errorCode, errorMessage }) => [errorCode, errorMessage])).toEqual([
    [3, ''],
    [
      17,
      `Topic name is invalid: 'a b' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`,
    ],
    [42, 'Unexpected broker id, expected 1 or empty string, but received 7'],
    [42, 'Broker id must be an integer, but it is: x'],
    [42, 'Unsupported resource type: 16'],
    [0, ''],
  ])
})

test('whoever may not describe a resource is told so, and of nothing else', () => {
  const client = new ConfigClient({
    isEnabled: true,
    allows: (_principal, host, operation, { type, name }) =>
      host === '10.0.0.9' && operation === 'describeConfigs' && type === 'topic' && name === 'mine',
  })
  for (const name of ['mine', 'theirs']) client.cluster.createTopic(name)
  const response = client.describe(request([2, 'theirs'], [2, 'mine'], [4, '1'], [32, 'g']), 4)
  expect(response.results.map(({ errorCode, errorMessage }) => [errorCode, errorMessage])).toEqual([
    [29, 'Topic authorization failed.'],
    [0, ''],
    [31, 'Cluster authorization failed.'],
    [30, 'Group authorization failed.'],
  ])
  expect(response.results.map(({ configs }) => configs.length)).toEqual([0, 33, 0, 0])
})
