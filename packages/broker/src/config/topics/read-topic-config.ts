import { assert } from '@samsa/base'
import type { LogConfig } from '@samsa/log'
import { topicKeys } from '../keys/key-tables.ts'
import { brokerValue, inheritedValue, type ConfigLayers } from '../layers/config-layers.ts'
import type { ConfigValue } from '../values/config-value.ts'
import { parseValue } from '../values/parse-value.ts'
import type { CompressionSetting, TopicConfig } from './topic-config.ts'

export type TopicValues = ReadonlyMap<string, ConfigValue>

/** What a topic that sets nothing gets, by config; configs without any value are absent. */
export function inheritedValues(layers: ConfigLayers): TopicValues {
  const values = new Map<string, ConfigValue>()
  for (const key of topicKeys.values()) {
    const value = inheritedValue(layers, key)
    if (value !== null) values.set(key.name, value)
  }
  return values
}

/** Inherited values with a topic's own on top; own ones that cannot be read have no effect. */
export function withOverrides(
  inherited: TopicValues,
  overrides: ReadonlyMap<string, string>,
): TopicValues {
  if (overrides.size === 0) return inherited
  const values = new Map(inherited)
  for (const [name, text] of overrides) {
    const key = topicKeys.get(name)
    const result = key === undefined ? undefined : parseValue(key, text)
    if (result?.ok === true) values.set(name, result.value)
  }
  return values
}

function valueOf(values: TopicValues, name: string): ConfigValue {
  const value = values.get(name)
  assert(value !== undefined, `topic config ${name} has no value`)
  return value
}

/** −1, or any other negative number, is no bound. */
const orUnbounded = (limit: number): number => (limit < 0 ? -1 : limit)

function logConfigOf(values: TopicValues, producerIdExpirationMs: number): LogConfig {
  const number = (name: string): number => valueOf(values, name).number
  const policy = valueOf(values, 'cleanup.policy').list
  return {
    segmentBytes: values.get('internal.segment.bytes')?.number ?? number('segment.bytes'),
    segmentMs: number('segment.ms'),
    segmentIndexBytes: number('segment.index.bytes'),
    indexIntervalBytes: number('index.interval.bytes'),
    retentionMs: orUnbounded(number('retention.ms')),
    retentionBytes: orUnbounded(number('retention.bytes')),
    isDeleted: policy.includes('delete'),
    isCompacted: policy.includes('compact'),
    flushMessages: number('flush.messages'),
    flushMs: number('flush.ms'),
    fileDeleteDelayMs: number('file.delete.delay.ms'),
    producerIdExpirationMs,
  }
}

function compressionLevelOf(values: TopicValues, type: CompressionSetting): number | null {
  if (type !== 'gzip' && type !== 'lz4' && type !== 'zstd') return null
  const level = valueOf(values, `compression.${type}.level`).number
  return type === 'gzip' && level === -1 ? null : level
}

/** The values of a topic in the shape in which the data path uses them. */
export function readTopicConfig(values: TopicValues, layers: ConfigLayers): TopicConfig {
  const number = (name: string): number => valueOf(values, name).number
  const expiration = brokerValue(layers, 'producer.id.expiration.ms')
  assert(expiration !== null, 'producer.id.expiration.ms has a default')
  const log = logConfigOf(values, expiration.number)
  const compressionType = valueOf(values, 'compression.type').text as CompressionSetting
  const isLogAppendTime = valueOf(values, 'message.timestamp.type').text === 'LogAppendTime'
  return {
    log,
    maxMessageBytes: number('max.message.bytes'),
    compressionType,
    compressionLevel: compressionLevelOf(values, compressionType),
    timestampType: isLogAppendTime ? 'LogAppendTime' : 'CreateTime',
    timestampBeforeMaxMs: number('message.timestamp.before.max.ms'),
    timestampAfterMaxMs: number('message.timestamp.after.max.ms'),
    isCompacted: log.isCompacted,
    minInsyncReplicas: number('min.insync.replicas'),
    uncleanLeaderElectionEnabled: valueOf(values, 'unclean.leader.election.enable').flag,
  }
}
