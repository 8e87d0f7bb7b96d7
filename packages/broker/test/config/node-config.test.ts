import { AssertionError, silentLogger } from '@samsa/base'
import { defaultLogConfig } from '@samsa/log'
import { expect, test } from 'vitest'
import { frameBudgetOf, logIntervalsOf, logLimitsOf, netLimitsOf } from '../../src/config/limits.ts'
import { LayeredNodeConfig } from '../../src/config/layered-node-config.ts'
import { defaultNetLimits } from '../../src/net/net-limits.ts'
import { Cluster, startupWith } from './support/cluster.ts'

const TOPIC = 2
const BROKER = 4

function nodeWith(changes: Readonly<Record<string, string | undefined>> = {}): {
  config: LayeredNodeConfig
  cluster: Cluster
} {
  const cluster = new Cluster()
  const config = new LayeredNodeConfig(startupWith(changes), silentLogger)
  cluster.subscribe(config)
  return { config, cluster }
}

test('a value is that of this broker, else of all brokers, else the static one, else the default', () => {
  const { config, cluster } = nodeWith({ 'message.max.bytes': ' 2000000 ' })
  expect(config.number('message.max.bytes')).toBe(2_000_000)
  cluster.configure(BROKER, '', { 'message.max.bytes': '3000000' })
  expect(config.number('message.max.bytes')).toBe(3_000_000)
  cluster.configure(BROKER, '1', { 'message.max.bytes': '4000000' })
  cluster.configure(BROKER, '2', { 'message.max.bytes': '5000000' })
  expect(config.number('message.max.bytes')).toBe(4_000_000)
  cluster.configure(BROKER, '1', { 'message.max.bytes': null })
  expect(config.number('message.max.bytes')).toBe(3_000_000)
  cluster.configure(BROKER, '', { 'message.max.bytes': null })
  expect(config.number('message.max.bytes')).toBe(2_000_000)
  expect(nodeWith().config.number('message.max.bytes')).toBe(1_048_588)
})

test('a setting in several units counts in its best one, in the unit of that one', () => {
  const { config, cluster } = nodeWith({ 'log.retention.hours': '2' })
  expect(config.number('log.retention.ms')).toBe(7_200_000)
  cluster.configure(BROKER, '', { 'log.retention.ms': '5' })
  expect(config.number('log.retention.ms')).toBe(5)
  const minutes = nodeWith({ 'log.retention.hours': '2', 'log.retention.minutes': '3' })
  expect(minutes.config.number('log.retention.ms')).toBe(180_000)
  expect(minutes.config.number('log.roll.ms')).toBe(604_800_000)
  expect(minutes.config.number('log.flush.interval.ms')).toBe(Number.MAX_SAFE_INTEGER)
})

test('values come with the type of their key', () => {
  const { config } = nodeWith({ 'auto.create.topics.enable': ' FALSE ' })
  expect(config.flag('auto.create.topics.enable')).toBe(false)
  expect(config.flag('delete.topic.enable')).toBe(true)
  expect(config.list('process.roles')).toEqual(['broker', 'controller'])
  expect(config.list('log.cleanup.policy')).toEqual(['delete'])
  expect(config.text('compression.type')).toBe('producer')
  expect(config.number('log.cleaner.min.cleanable.ratio')).toBe(0.5)
  expect(config.number('leader.replication.throttled.rate')).toBe(Number.MAX_SAFE_INTEGER)
  expect([config.text('broker.rack'), config.optionalText('broker.rack')]).toEqual(['', null])
  expect(config.list('advertised.listeners')).toEqual([])
})

test.each<[string, (config: LayeredNodeConfig) => unknown]>([
  ['an unknown key', (config) => config.number('no.such.key')],
  ['a text as a number', (config) => config.number('compression.type')],
  ['a number as a flag', (config) => config.flag('num.partitions')],
  ['a text as a list', (config) => config.list('compression.type')],
  ['a number without a value', (config) => config.number('num.replica.alter.log.dirs.threads')],
])('asking for %s is a bug of ours', (_, ask) => {
  expect(() => ask(nodeWith().config)).toThrow(AssertionError)
})

test('dynamic values that would be refused have no effect', () => {
  const { config, cluster } = nodeWith()
  cluster.configure(BROKER, '', {
    'message.max.bytes': 'x',
    'num.partitions': '7',
    'log.retention.ms': '5',
  })
  expect(config.number('message.max.bytes')).toBe(1_048_588)
  expect(config.number('num.partitions')).toBe(1)
  expect(config.number('log.retention.ms')).toBe(5)
})

test('a listener of keys is called when a value in force changes, and only then', () => {
  const { config, cluster } = nodeWith({ 'message.max.bytes': '5' })
  const seen: number[] = []
  const stop = config.onChange(['message.max.bytes', 'log.retention.ms'], () => {
    seen.push(config.number('message.max.bytes'))
  })
  cluster.configure(BROKER, '', { 'message.max.bytes': '5' })
  expect(seen).toEqual([])
  cluster.configure(BROKER, '1', { 'message.max.bytes': '6', 'log.retention.ms': '9' })
  expect(seen).toEqual([6])
  cluster.configure(BROKER, '', { 'message.max.bytes': '7' })
  cluster.configure(BROKER, '', { 'min.insync.replicas': '2' })
  cluster.configure(BROKER, '2', { 'message.max.bytes': '8' })
  cluster.configure(TOPIC, 't', { 'max.message.bytes': '8' })
  expect(seen).toEqual([6])
  cluster.configure(BROKER, '1', { 'message.max.bytes': null })
  expect(seen).toEqual([6, 7])
  stop()
  cluster.configure(BROKER, '', { 'message.max.bytes': '8' })
  expect(seen).toEqual([6, 7])
})

test('a listener of log.retention.hours hears of log.retention.ms, whose kin it is', () => {
  const { config, cluster } = nodeWith()
  let calls = 0
  config.onChange(['log.retention.hours'], () => calls++)
  cluster.configure(BROKER, '', { 'log.retention.ms': '5' })
  expect(calls).toBe(1)
})

test('unknown dynamic keys change nothing and disturb nobody', () => {
  const { config, cluster } = nodeWith()
  let calls = 0
  config.onChange(['message.max.bytes'], () => calls++)
  cluster.configure(BROKER, '', { foo: 'bar' })
  expect(calls).toBe(0)
  expect(config.layers.clusterDefault.get('foo')).toBe('bar')
})

test('the defaults of a topic are those of Kafka', () => {
  const { config } = nodeWith()
  expect(config.topics.of('t')).toEqual({
    log: defaultLogConfig,
    maxMessageBytes: 1_048_588,
    compressionType: 'producer',
    compressionLevel: null,
    timestampType: 'CreateTime',
    timestampBeforeMaxMs: Number.MAX_SAFE_INTEGER,
    timestampAfterMaxMs: 3_600_000,
    isCompacted: false,
    minInsyncReplicas: 1,
    uncleanLeaderElectionEnabled: false,
  })
})

test('what a topic sets itself wins over the broker, and topics that set nothing share one object', () => {
  const { config, cluster } = nodeWith({
    'log.retention.hours': '1',
    'log.segment.bytes': '2000000',
  })
  cluster.configure(TOPIC, 'own', {
    'retention.ms': '5',
    'cleanup.policy': 'compact,delete',
    'compression.type': 'zstd',
    'compression.zstd.level': '7',
    'message.timestamp.type': 'LogAppendTime',
    'internal.segment.bytes': '1000',
  })
  const { topics } = config
  expect(topics.of('a')).toBe(topics.of('b'))
  expect(topics.of('a').log).toMatchObject({ retentionMs: 3_600_000, segmentBytes: 2_000_000 })
  expect(topics.of('own')).toBe(topics.of('own'))
  expect(topics.of('own')).toMatchObject({
    log: { retentionMs: 5, segmentBytes: 1000, isCompacted: true, isDeleted: true },
    compressionType: 'zstd',
    compressionLevel: 7,
    timestampType: 'LogAppendTime',
    isCompacted: true,
  })
})

test.each([
  [{ 'compression.type': 'gzip' }, null],
  [{ 'compression.type': 'gzip', 'compression.gzip.level': '4' }, 4],
  [{ 'compression.type': 'lz4' }, 9],
  [{ 'compression.type': 'snappy' }, null],
  [{ 'compression.type': 'uncompressed' }, null],
])('the effort of %j is %s', (overrides, level) => {
  const { config, cluster } = nodeWith()
  cluster.configure(TOPIC, 't', overrides)
  expect(config.topics.of('t').compressionLevel).toBe(level)
})

test('retention without bound is -1, however it is said', () => {
  const { config } = nodeWith({ 'log.retention.hours': '-5', 'log.retention.bytes': '-7' })
  expect(config.topics.of('t').log).toMatchObject({ retentionMs: -1, retentionBytes: -1 })
})

test('a topic value that cannot be read leaves the inherited one', () => {
  const { config, cluster } = nodeWith()
  cluster.configure(TOPIC, 't', { 'retention.ms': 'x', 'no.such.config': '1', 'segment.ms': '9' })
  expect(config.topics.of('t').log).toMatchObject({ retentionMs: 604_800_000, segmentMs: 9 })
})

test('subscribers hear of each topic that changed, or of all where a broker value did', () => {
  const { config, cluster } = nodeWith()
  const heard: (readonly [string | null, number])[] = []
  const stop = config.topics.subscribe((topic) => {
    heard.push([topic, config.topics.of(topic ?? 'other').log.retentionMs])
  })
  cluster.configure(TOPIC, 'a', { 'retention.ms': '5' })
  cluster.configure(TOPIC, 'a', { 'retention.ms': null })
  cluster.configure(BROKER, '', { 'log.retention.ms': '7' })
  cluster.configure(BROKER, '', { 'producer.id.expiration.ms': '99' })
  cluster.configure(BROKER, '', { 'max.connections': '8' })
  cluster.configure(BROKER, '2', { 'log.retention.ms': '8' })
  expect(heard).toEqual([
    ['a', 5],
    ['a', 604_800_000],
    [null, 7],
    [null, 7],
  ])
  expect(config.topics.of('x').log.producerIdExpirationMs).toBe(99)
  stop()
  cluster.configure(TOPIC, 'a', { 'retention.ms': '6' })
  expect(heard).toHaveLength(4)
})

test('a topic with values of its own follows the broker in the others', () => {
  const { config, cluster } = nodeWith()
  cluster.configure(TOPIC, 'a', { 'retention.ms': '5' })
  expect(config.topics.of('a').log.segmentMs).toBe(604_800_000)
  cluster.configure(BROKER, '', { 'log.roll.ms': '77' })
  expect(config.topics.of('a').log).toMatchObject({ retentionMs: 5, segmentMs: 77 })
})

test('a topic that is deleted and made again begins without the old values', () => {
  const { config, cluster } = nodeWith()
  cluster.createTopic('a')
  cluster.configure(TOPIC, 'a', { 'retention.ms': '5' })
  cluster.removeTopic('a')
  expect(config.topics.of('a')).toBe(config.topics.of('never'))
})

test('a listener already sees every value of the change that it is told of', () => {
  const { config, cluster } = nodeWith()
  let seen: unknown
  config.onChange(['log.retention.ms'], () => {
    seen = [config.number('log.roll.ms'), config.topics.of('t').log.segmentMs]
  })
  cluster.configure(BROKER, '', { 'log.retention.ms': '1', 'log.roll.ms': '2' })
  expect(seen).toEqual([2, 2])
})

test('limits of network and log come from the keys, and their defaults are the parts’ own', () => {
  const { config } = nodeWith()
  expect(netLimitsOf(config)).toEqual(defaultNetLimits)
  expect(logLimitsOf(config)).toMatchObject({
    tailCacheBytesMax: 33_554_432,
    writeNowBytesMax: 65_536,
  })
  expect(logIntervalsOf(config)).toMatchObject({ retentionCheckMs: 300_000 })
  const never = nodeWith({ 'connections.max.idle.ms': '-1' }).config
  expect(netLimitsOf(never).connectionIdleMsMax).toBe(Number.MAX_SAFE_INTEGER)
})

test('request memory has room for the largest request, unless somebody says how much there is', () => {
  const frame = { 'socket.request.max.bytes': '400000000' }
  expect(frameBudgetOf(nodeWith().config).largeFramesBytesMax).toBe(268_435_456)
  expect(frameBudgetOf(nodeWith(frame).config).largeFramesBytesMax).toBe(800_000_000)
  const set = nodeWith({ 'samsa.request.memory.bytes.max': '300000000' }).config
  expect(frameBudgetOf(set).largeFramesBytesMax).toBe(300_000_000)
})
