import {
  describeConfigsRequest,
  describeConfigsRequestResource,
  type DescribeConfigsResponseResultConfig,
} from '@samsa/protocol'
import { expect, test } from 'vitest'
import { validateTopicConfigs } from '../../src/config/alter/validate-topic-configs.ts'
import { createdTopicConfigs } from '../../src/config/describe/describe-topic.ts'
import { describeResources } from '../../src/config/describe/describe-resources.ts'
import { layersOf } from '../../src/config/layers/config-layers.ts'
import { loadStaticConfig } from '../../src/config/static/load-static-config.ts'
import type { StaticConfig } from '../../src/config/static/static-config.ts'
import { incrementalAlterConfigs } from '../../src/controller/operations/incremental-alter-configs.ts'
import {
  alterRequest,
  apacheSession,
  type AlterStep,
  type CreateStep,
  type DescribeStep,
  type ToldConfig,
} from './support/apache.ts'
import { Cluster } from './support/cluster.ts'

const session = apacheSession()

function startup(): StaticConfig {
  const loaded = loadStaticConfig({ propertiesText: session.properties })
  if (!loaded.ok) throw new AggregateError(loaded.failure)
  return loaded.value
}

const context = {
  nowMs: 0,
  nextOffset: 0,
  randomInteger: () => 0,
  randomUuid: () => {
    throw new Error('no ids here')
  },
}

function alter(cluster: Cluster, config: StaticConfig, step: AlterStep): AlterStep['result'] {
  const request = alterRequest(step.alter, step.validateOnly)
  const operation = incrementalAlterConfigs({ request, startup: config, refused: new Map() })
  const { records, response } = operation.decide(cluster.image, context)
  cluster.commit(records)
  return response.responses.map(({ errorCode, errorMessage }) => [errorCode, errorMessage])
}

const told = (config: DescribeConfigsResponseResultConfig): ToldConfig => [
  config.name,
  config.value,
  config.configSource,
  config.readOnly,
  config.isSensitive,
  config.configType,
  config.synonyms.map(({ name, value, source }) => [name, value, source]),
]

function describe(
  cluster: Cluster,
  config: StaticConfig,
  step: DescribeStep,
): DescribeStep['result'] {
  const request = describeConfigsRequest({
    includeSynonyms: step.synonyms,
    resources: step.describe.map(([resourceType, resourceName, configurationKeys]) =>
      describeConfigsRequestResource({ resourceType, resourceName, configurationKeys }),
    ),
  })
  return describeResources(request, cluster.image, config, () => null).map(
    ({ errorCode, errorMessage, configs }) => [errorCode, errorMessage ?? '', configs.map(told)],
  )
}

function create(cluster: Cluster, config: StaticConfig, step: CreateStep): CreateStep['result'] {
  return step.create.map(([topic, configs]) => {
    const layers = layersOf(config, cluster.image.configs)
    const refusal = validateTopicConfigs(new Map(configs), layers)
    if (refusal !== null) return [refusal.errorCode, refusal.message, []]
    const overrides = new Map(configs.map(([name, value]) => [name, value ?? '']))
    if (!step.validateOnly) {
      cluster.createTopic(topic)
      cluster.configure(2, topic, Object.fromEntries(overrides))
    }
    return [
      0,
      null,
      createdTopicConfigs(layers, overrides).map((one) => [
        one.name,
        one.value,
        one.configSource,
        one.readOnly,
        one.isSensitive,
      ]),
    ]
  })
}

/** Apache's answer as ours would be: what we say otherwise, on purpose. */
function adapted(config: ToldConfig): ToldConfig {
  const [name, value, source, isReadOnly, ...rest] = config
  // Listeners do not change while a node of ours runs.
  const isFixedHere = name === 'listeners' || name === 'listener.security.protocol.map'
  // Apache forgets a static value once a better synonym is set dynamically, and tells of it as a source.
  const isForgotten = name === 'log.retention.hours' && value === '168' && source === 4
  return [name, isForgotten ? '100' : value, source, isReadOnly || isFixedHere, ...rest]
}

const withoutScala = (message: string | null): string | null =>
  message?.replace(/^requirement failed: /, '') ?? null

const fixed = (name: string): [number, string] => [
  42,
  `Cannot update these configs dynamically: [${name}]`,
]

/** What we answer where Apache refuses in another way, or refuses what we take: by `changeId`. */
const otherAnswers: ReadonlyMap<string, readonly [number, string | null]> = new Map<
  string,
  [number, string | null]
>([
  // Of several unknown names Apache complains of the first in the order of a Java hash table.
  ['2 t1 0:foo=10,0:bar=5', [40, 'Unknown topic config name: foo']],
  // A null pointer there.
  ['2 t1 7:retention.ms=1', [42, 'Unknown operations type 7']],
  // Threads that we do not have may be doubled at will.
  ['4 1 0:num.io.threads=100', [0, null]],
  ['4  0:num.io.threads=100', [0, null]],
  ['4 1 0:listeners=PLAINTEXT://:1', fixed('listeners')],
  ['4  0:listeners=PLAINTEXT://:1', fixed('listeners')],
  [
    '4 1 0:listener.security.protocol.map=PLAINTEXT:PLAINTEXT',
    fixed('listener.security.protocol.map'),
  ],
  [
    '4  0:listener.security.protocol.map=PLAINTEXT:PLAINTEXT',
    fixed('listener.security.protocol.map'),
  ],
])

function changeId([type, name, changes]: AlterStep['alter'][number]): string {
  const told = changes.map(([key, operation, value]) => `${operation}:${key}=${value}`)
  return `${type} ${name} ${told.join(',')}`
}

const notBuilt: ReadonlySet<number> = new Set([8, 16, 32])

function isBuilt(step: AlterStep | DescribeStep): boolean {
  const resources = 'alter' in step ? step.alter : step.describe
  return resources.every(([type]) => !notBuilt.has(type))
}

function expectedAnswers(step: AlterStep): AlterStep['result'] {
  return step.result.map(([code, message], index) => {
    const resource = step.alter[index]
    const other = resource === undefined ? undefined : otherAnswers.get(changeId(resource))
    return other ?? [code, withoutScala(message)]
  })
}

const alters = session.steps.filter((step) => 'alter' in step)
const describes = session.steps.filter((step) => 'describe' in step)

test('a session of altering and describing is answered as Apache Kafka answered it', () => {
  const cluster = new Cluster()
  const config = startup()
  for (const step of session.steps) {
    if ('alter' in step) {
      if (!isBuilt(step)) continue
      const said = alter(cluster, config, step)
      expect.soft(said, JSON.stringify(step.alter)).toEqual(expectedAnswers(step))
    } else if ('create' in step) {
      expect.soft(create(cluster, config, step), JSON.stringify(step.create)).toEqual(step.result)
    } else if (isBuilt(step) && step.describe.every(([type]) => type === 2 || type === 4)) {
      const theirs = step.result.map(([code, message, configs]) => [
        code,
        message,
        configs.map(adapted),
      ])
      expect.soft(describe(cluster, config, step), JSON.stringify(step.describe)).toEqual(theirs)
    }
  }
})

test('configs of groups, client metrics and loggers are refused as an unknown kind of resource', () => {
  const cluster = new Cluster()
  const config = startup()
  const others = alters.filter((step) => !isBuilt(step))
  expect(others.length).toBeGreaterThan(10)
  for (const step of others) {
    const said = [42, `Unknown resource type ${step.alter[0]?.[0]}`]
    expect(alter(cluster, config, { ...step, validateOnly: false })).toEqual([said])
  }
  for (const step of describes.filter((one) => !isBuilt(one))) {
    const said = [42, `Unsupported resource type: ${step.describe[0]?.[0]}`, []]
    expect(describe(cluster, config, step)).toEqual([said])
  }
})

test('one resource of a type that Kafka does not have fails a whole DescribeConfigs request', () => {
  const cluster = new Cluster()
  const config = startup()
  const strangers = describes.filter((step) =>
    step.describe.some(([type]) => [0, 1, 3, 99].includes(type)),
  )
  expect(strangers).toHaveLength(4)
  for (const step of strangers) {
    expect(step.result).toEqual([[42, expect.anything(), []]])
    const both = { ...step, describe: [[4, '1', null] as const, ...step.describe] }
    expect(describe(cluster, config, both).map(([code, , configs]) => [code, configs])).toEqual([
      [42, []],
      [42, []],
    ])
  }
})

test('a request that only validates writes no record, and says the same', () => {
  const cluster = new Cluster()
  const config = startup()
  cluster.createTopic('t1')
  const step: AlterStep = {
    alter: [[2, 't1', [['retention.ms', 0, '5']]]],
    validateOnly: true,
    result: [],
  }
  const before = cluster.image
  expect(alter(cluster, config, step)).toEqual([[0, null]])
  expect(cluster.image).toBe(before)
  expect(alter(cluster, config, { ...step, validateOnly: false })).toEqual([[0, null]])
  expect(cluster.image.configs.of(2, 't1')).toEqual(new Map([['retention.ms', '5']]))
})
