import { describeConfigsRequest, describeConfigsRequestResource } from '@samsa/protocol'
import { expect, test } from 'vitest'
import { incrementalAlterConfigsHandler } from '../../src/handlers/044-incremental-alter-configs.ts'
import { alterRequest, type AlterStep } from '../config/support/apache.ts'
import { ConfigClient } from '../config/support/config-client.ts'

const SET = 0
const DELETE = 1

function answers(client: ConfigClient, alter: AlterStep['alter'], version: number = 1): unknown {
  const { responses } = client.alter(alterRequest(alter), version)
  return responses.map(({ errorCode, errorMessage }) => [errorCode, errorMessage])
}

test('it serves the versions that Apache Kafka 4.3.1 serves', () => {
  expect(incrementalAlterConfigsHandler.versions).toEqual([0, 1])
})

test.each([0, 1])('v%i changes what the node goes by', (version) => {
  const client = new ConfigClient()
  client.cluster.createTopic('t')
  const alter: AlterStep['alter'] = [
    [2, 't', [['retention.ms', SET, '5']]],
    [4, '', [['message.max.bytes', SET, '77']]],
  ]
  expect(answers(client, alter, version)).toEqual([
    [0, null],
    [0, null],
  ])
  expect(client.config.topics.of('t')).toMatchObject({
    log: { retentionMs: 5 },
    maxMessageBytes: 77,
  })
  expect(answers(client, [[2, 't', [['retention.ms', DELETE, null]]]], version)).toEqual([
    [0, null],
  ])
  expect(client.config.topics.of('t').log.retentionMs).toBe(604_800_000)
})

test('F11: keys that a change does not name stay as they are, with their source', () => {
  const client = new ConfigClient()
  client.cluster.createTopic('t')
  client.cluster.configure(2, 't', {
    'retention.ms': '5',
    'flush.ms': '6',
    'cleanup.policy': 'compact',
  })
  answers(client, [
    [
      2,
      't',
      [
        ['retention.ms', SET, '7'],
        ['flush.ms', DELETE, null],
      ],
    ],
  ])
  const keys = ['retention.ms', 'flush.ms', 'cleanup.policy']
  const { results } = client.describe(
    describeConfigsRequest({
      resources: [
        describeConfigsRequestResource({
          resourceType: 2,
          resourceName: 't',
          configurationKeys: keys,
        }),
      ],
    }),
    1,
  )
  expect(
    results[0]?.configs.map(({ name, value, configSource }) => [name, value, configSource]),
  ).toEqual([
    ['cleanup.policy', 'compact', 1],
    ['flush.ms', '9223372036854775807', 5],
    ['retention.ms', '7', 1],
  ])
})

test('a request that only validates changes nothing and says what would be said', () => {
  const client = new ConfigClient()
  client.cluster.createTopic('t')
  const request = alterRequest(
    [
      [2, 't', [['retention.ms', SET, '5']]],
      [2, 't2', []],
      [2, 't', []],
    ],
    true,
  )
  expect(client.alter(request, 1).responses.map(({ errorCode }) => errorCode)).toEqual([42, 3, 42])
  const single = alterRequest([[2, 't', [['retention.ms', SET, '5']]]], true)
  expect(client.alter(single, 1).responses.map(({ errorCode }) => errorCode)).toEqual([0])
  expect(client.config.topics.of('t').log.retentionMs).toBe(604_800_000)
})

test('each resource has its own error', () => {
  const client = new ConfigClient()
  client.cluster.createTopic('t')
  expect(
    answers(client, [
      [2, 't', [['no.such.config', SET, '5']]],
      [2, 'gone', [['retention.ms', SET, '5']]],
      [4, '7', [['log.retention.ms', SET, '5']]],
      [4, '1', [['node.id', SET, '5']]],
      [2, 'x', [['retention.ms', SET, null]]],
      [0, 'x', []],
    ]),
  ).toEqual([
    [40, 'Unknown topic config name: no.such.config'],
    [3, `The topic 'gone' does not exist.`],
    [42, 'Unexpected broker id, expected 1, but received 7'],
    [42, 'Cannot update these configs dynamically: [node.id]'],
    [42, 'Null value not supported for : retention.ms'],
    [42, 'Unknown resource type 0'],
  ])
})

test('whoever may not alter a resource is told so, and it stays as it is', () => {
  const client = new ConfigClient({
    isEnabled: true,
    allows: (_principal, _host, operation, { type, name }) =>
      operation === 'alterConfigs' && type === 'topic' && name === 'mine',
  })
  for (const name of ['mine', 'theirs']) client.cluster.createTopic(name)
  const alter: AlterStep['alter'] = [
    [2, 'theirs', [['retention.ms', SET, '5']]],
    [2, 'mine', [['retention.ms', SET, '5']]],
    [4, '', [['log.retention.ms', SET, '5']]],
  ]
  expect(answers(client, alter)).toEqual([
    [29, 'Topic authorization failed.'],
    [0, null],
    [31, 'Cluster authorization failed.'],
  ])
  expect(client.config.topics.of('theirs').log.retentionMs).toBe(604_800_000)
  expect(client.config.topics.of('mine').log.retentionMs).toBe(5)
})

test('a node that is not the active controller answers NOT_CONTROLLER for every resource', () => {
  const client = new ConfigClient()
  client.isActiveController = false
  expect(
    answers(client, [
      [2, 't', []],
      [4, '', []],
    ]),
  ).toEqual([
    [41, ''],
    [41, ''],
  ])
})
