import type { BrokerKey, Fallback, TopicKey } from './config-key.ts'
import { brokerAbout, topicAbout, topicKeysWithoutEffect } from './about.table.ts'
import { brokerKeyRows, dynamicOnlyKeyRows } from './broker-keys.table.ts'
import { parseBrokerRows, parseTopicRows } from './parse-rows.ts'
import { clientMetricsKeyRows, groupKeyRows, quotaKeyRows } from './resource-keys.table.ts'
import { samsaKeyRows } from './samsa-keys.table.ts'
import { topicKeyRows } from './topic-keys.table.ts'

function byName<Key extends { readonly name: string }>(
  keys: readonly Key[],
): ReadonlyMap<string, Key> {
  return new Map(keys.map((key) => [key.name, key]))
}

/** Every config of a topic. */
export const topicKeys: ReadonlyMap<string, TopicKey> = byName(
  parseTopicRows(topicKeyRows, topicAbout),
)

/** Texts of the broker keys behind topic configs, made from those of the topic configs. */
function fallbackAbout(): Record<string, string> {
  const about: Record<string, string> = {}
  for (const key of topicKeys.values()) {
    if (topicKeysWithoutEffect.includes(key.name)) continue
    for (const { name } of key.fallbacks) {
      about[name] = `For topics that do not set ${key.name} themselves. ${key.about ?? ''}`
    }
  }
  return about
}

const about: Readonly<Record<string, string>> = { ...fallbackAbout(), ...brokerAbout }

/** Every key that `server.properties` may hold: Kafka's, and then our own. */
export const staticKeys: ReadonlyMap<string, BrokerKey> = byName([
  ...parseBrokerRows(brokerKeyRows, about),
  ...parseBrokerRows(samsaKeyRows, about),
])

/** Keys of a broker that exist as dynamic values only. */
export const dynamicOnlyKeys: ReadonlyMap<string, BrokerKey> = byName(
  parseBrokerRows(dynamicOnlyKeyRows, about),
)

/** Every config of a group. */
export const groupKeys: ReadonlyMap<string, TopicKey> = byName(parseTopicRows(groupKeyRows, {}))

/** Every config of a client metrics subscription. */
export const clientMetricsKeys: ReadonlyMap<string, TopicKey> = byName(
  parseTopicRows(clientMetricsKeyRows, {}),
)

/** Every quota of users, clients and addresses. */
export const quotaKeys: ReadonlyMap<string, TopicKey> = byName(parseTopicRows(quotaKeyRows, {}))

const listenerOverride = /^listener\.name\.[^.]*\.(.*)$/

/** Keys that are set per SASL mechanism too: `listener.name.NAME.MECHANISM.KEY`. */
const mechanismKeys: readonly string[] = [
  'sasl.jaas.config',
  'sasl.login.callback.handler.class',
  'sasl.login.class',
  'sasl.server.callback.handler.class',
  'connections.max.reauth.ms',
]

/** `listener.name.internal.ssl.keystore.type` → `ssl.keystore.type`; undefined for other names. */
export function listenerBaseName(name: string): string | undefined {
  const base = listenerOverride.exec(name)?.[1]
  if (base === undefined) return undefined
  return mechanismKeys.find((key) => base.endsWith(key)) ?? base
}

/** The key of that name, dynamic ones and those of one listener included. */
export function findBrokerKey(name: string): BrokerKey | undefined {
  const key = staticKeys.get(name) ?? dynamicOnlyKeys.get(name)
  if (key !== undefined) return key
  const base = listenerBaseName(name)
  return base === undefined ? undefined : staticKeys.get(base)
}

/** Names under which the value of one setting may be found, best first, with their units. */
function groupOf(names: readonly Fallback[]): [string, readonly Fallback[]][] {
  return names.map(({ name }) => [name, names])
}

/**
 * Broker keys that share a setting: `log.retention.ms`, then minutes, then hours. The scheduler's
 * interval is a fallback of `log.flush.interval.ms`, and is nobody's synonym itself.
 */
const sharedSettings: ReadonlyMap<string, readonly Fallback[]> = new Map(
  [...topicKeys.values()]
    .filter(({ fallbacks }) => fallbacks.length > 1)
    .flatMap(({ fallbacks }) => groupOf(fallbacks))
    .filter(([name]) => name !== 'log.flush.scheduler.interval.ms'),
)

/** All names of the setting behind a key, best first (KIP-226 synonyms). */
export function synonymsOf(name: string): readonly Fallback[] {
  const shared = sharedSettings.get(name)
  if (shared !== undefined) return shared
  const base = listenerBaseName(name)
  if (base === undefined) return [{ name, times: 1 }]
  return [
    { name, times: 1 },
    { name: base, times: 1 },
  ]
}
