import { failure, success, type Result } from '@samsa/base'
import type { MetadataImage } from '../../metadata/image.ts'
import { dynamicOnlyKeys, findBrokerKey, staticKeys } from '../keys/key-tables.ts'
import { layersOf, readAs } from '../layers/config-layers.ts'
import { CLUSTER_DEFAULT, resourceType } from '../layers/config-source.ts'
import { dynamicComplaint } from '../layers/dynamic-rules.ts'
import { crossCheck } from '../static/cross-checks.ts'
import type { StaticConfig } from '../static/static-config.ts'
import type { ConfigValue } from '../values/config-value.ts'
import { javaInteger } from '../values/java-text.ts'
import {
  applied,
  incrementalAlter,
  type ConfigChange,
  type ListRules,
  type NewValues,
} from './operations.ts'
import { invalidConfig, invalidRequest, type Refusal } from './refusal.ts'

const brokerLists: ListRules = {
  keyOf: (name) => staticKeys.get(name) ?? dynamicOnlyKeys.get(name),
  refuse(name, operation) {
    if (findBrokerKey(name) === undefined) return invalidConfig(`Unknown config name: ${name}`)
    const verb = operation.toLowerCase()
    return invalidConfig(`Config value ${verb} is not allowed for config key: ${name}`)
  },
}

/** Name under which a broker's values are stored: '' for all, else this node's own id. */
export function brokerResource(startup: StaticConfig, name: string): Result<string, Refusal> {
  if (name === CLUSTER_DEFAULT) return success(CLUSTER_DEFAULT)
  const id = javaInteger(name, 32)
  if (id === undefined) {
    return failure(invalidRequest(`Node id must be an integer, but it is: ${name}`))
  }
  if (Number(id) === startup.nodeId) return success(String(startup.nodeId))
  const message = `Unexpected broker id, expected ${startup.nodeId}, but received ${name}`
  return failure(invalidRequest(message))
}

function readAll(values: ReadonlyMap<string, string>): [string, ConfigValue][] {
  return [...values].flatMap(([name, text]) => {
    const value = readAs(name, text)
    return value === null ? [] : [[name, value]]
  })
}

/** With eligible leader replicas, min.insync.replicas lives at the cluster level alone (KIP-966). */
function eligibleReplicasComplaint(
  image: MetadataImage,
  resource: string,
  changes: NewValues,
): Refusal | null {
  const level = image.features.levels.get('eligible.leader.replicas.version') ?? 0
  const value = changes.get('min.insync.replicas')
  if (level === 0 || value === undefined) return null
  if (resource !== CLUSTER_DEFAULT) {
    return invalidConfig('Broker-level min.insync.replicas cannot be altered while ELR is enabled.')
  }
  if (value !== null) return null
  return invalidConfig('Cluster-level min.insync.replicas cannot be removed while ELR is enabled.')
}

/**
 * What the dynamic values of this broker, or of all, become. Kept even where nothing differs: brokers
 * read files anew when a value is set again.
 */
export function alterBroker(
  image: MetadataImage,
  startup: StaticConfig,
  name: string,
  changes: readonly ConfigChange[],
): Result<NewValues, Refusal> {
  const resource = brokerResource(startup, name)
  if (!resource.ok) return resource
  const isPerBroker = resource.value !== CLUSTER_DEFAULT
  const layers = layersOf(startup, image.configs)
  const holding = isPerBroker ? layers.perBroker : layers.clusterDefault

  const tried = incrementalAlter(holding, changes, brokerLists)
  if (!tried.ok) return tried
  const after = applied(holding, tried.value)
  const complaint = dynamicComplaint(after, isPerBroker)
  if (complaint !== undefined) return failure(invalidRequest(complaint))

  const clusterDefault = isPerBroker ? layers.clusterDefault : after
  const perBroker = isPerBroker ? after : layers.perBroker
  const together = [...startup.parsed, ...readAll(clusterDefault), ...readAll(perBroker)]
  const [conflict] = crossCheck(new Map(together))
  if (conflict !== undefined) return failure(invalidRequest(conflict.message))
  const refusal = eligibleReplicasComplaint(image, resource.value, tried.value)
  if (refusal !== null) return failure(refusal)

  const stored = image.configs.of(resourceType.broker, resource.value)
  return incrementalAlter(stored, changes, brokerLists)
}
