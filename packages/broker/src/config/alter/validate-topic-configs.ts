import { topicKeys } from '../keys/key-tables.ts'
import { inheritedValue, type ConfigLayers } from '../layers/config-layers.ts'
import type { ConfigValue } from '../values/config-value.ts'
import { parseValue } from '../values/parse-value.ts'
import { invalidConfig, type Refusal } from './refusal.ts'

/** A topic's value, its own or the inherited one. */
type ValueOf = (name: string) => ConfigValue | null

function compactionLagComplaint(valueOf: ValueOf): string | null {
  const min = valueOf('min.compaction.lag.ms')
  const max = valueOf('max.compaction.lag.ms')
  if (min === null || max === null || min.number <= max.number) return null
  return `conflict topic config setting min.compaction.lag.ms (${min.text}) > max.compaction.lag.ms (${max.text})`
}

/** Tiered storage is not built, which is to Kafka a node on which it is switched off. */
function remoteStorageComplaint(
  valueOf: ValueOf,
  existing: ReadonlyMap<string, string>,
): string | null {
  if (valueOf('remote.storage.enable')?.flag === true) {
    return 'Tiered Storage functionality is disabled in the broker. Topic cannot be configured with remote log storage.'
  }
  const wasEnabled = existing.get('remote.storage.enable')?.toLowerCase() === 'true'
  if (!wasEnabled || valueOf('remote.log.delete.on.disable')?.flag === true) return null
  return (
    'It is invalid to disable remote storage without deleting remote data. ' +
    'To keep the remote data read-only, set `remote.storage.enable=true,remote.log.copy.disable=true`. ' +
    'To disable remote storage and delete all remote data, set `remote.storage.enable=false,remote.log.delete.on.disable=true`.'
  )
}

const nothing: ReadonlyMap<string, string> = new Map()

/**
 * All that a topic is to set itself (CreateTopics, or what an alteration comes to), against what it
 * inherits from `layers` and what it had before. Null when it is fine, else INVALID_CONFIG and
 * Kafka's sentence about the first thing that is wrong.
 */
export function validateTopicConfigs(
  configs: ReadonlyMap<string, string | null>,
  layers: ConfigLayers,
  existing: ReadonlyMap<string, string> = nothing,
): Refusal | null {
  const nulls = [...configs].filter(([, text]) => text === null).map(([name]) => name)
  if (nulls.length > 0) {
    return invalidConfig(`Null value not supported for topic configs: ${nulls.join(',')}`)
  }
  const own = new Map<string, ConfigValue>()
  const unknown = [...configs.keys()].find((name) => !topicKeys.has(name))
  if (unknown !== undefined) return invalidConfig(`Unknown topic config name: ${unknown}`)
  for (const [name, text] of configs) {
    const key = topicKeys.get(name)
    if (key === undefined || text === null) continue
    const parsed = parseValue(key, text)
    if (!parsed.ok) return invalidConfig(parsed.failure)
    own.set(name, parsed.value)
  }
  const valueOf = (name: string): ConfigValue | null => {
    const key = topicKeys.get(name)
    return own.get(name) ?? (key === undefined ? null : inheritedValue(layers, key))
  }
  const complaint = compactionLagComplaint(valueOf) ?? remoteStorageComplaint(valueOf, existing)
  return complaint === null ? null : invalidConfig(complaint)
}
