import { dynamicOnlyKeys, findBrokerKey, listenerBaseName, staticKeys } from '../keys/key-tables.ts'
import { parseValue } from '../values/parse-value.ts'

/** Listener keys that may be set for all brokers at once. */
const clusterListenerKeys: readonly string[] = [
  'max.connections',
  'max.connection.creation.rate',
  'num.network.threads',
]

/** Kafka takes these for one listener only: `listener.name.NAME.ssl.keystore.type`. */
const listenerOnlyKeys: readonly string[] = [
  'ssl.key.password',
  'ssl.keystore.certificate.chain',
  'ssl.keystore.key',
  'ssl.keystore.location',
  'ssl.keystore.password',
  'ssl.keystore.type',
  'ssl.truststore.certificates',
  'ssl.truststore.location',
  'ssl.truststore.password',
  'ssl.truststore.type',
]

/** Whether a key never changes while a node runs. Names that nobody knows may be set. */
export function isFixed(name: string): boolean {
  return staticKeys.get(name)?.update === 'read-only'
}

/** Whether Kafka tells of a key as one that may change: one of the tables, by its own name. */
export function isChangeable(name: string): boolean {
  const key = staticKeys.get(name) ?? dynamicOnlyKeys.get(name)
  return key !== undefined && key.update !== 'read-only'
}

function isForOneBroker(name: string): boolean {
  const base = listenerBaseName(name)
  if (base !== undefined) return !clusterListenerKeys.includes(base)
  return findBrokerKey(name)?.update === 'per-broker'
}

function refusal(names: readonly string[], why: string): string | undefined {
  return names.length === 0 ? undefined : `${why}: [${names.join(', ')}]`
}

function valueComplaint([name, text]: readonly [string, string]): string | undefined {
  const key = findBrokerKey(name)
  if (key === undefined) return undefined
  const result = parseValue(key, text)
  return result.ok ? undefined : result.failure
}

/**
 * What is wrong with dynamic values of one broker, or of all (`isPerBroker` false), each for itself:
 * Kafka's sentence, or undefined.
 */
export function dynamicComplaint(
  values: ReadonlyMap<string, string>,
  isPerBroker: boolean,
): string | undefined {
  const names = [...values.keys()]
  const listenerOnly = names.filter((name) => listenerOnlyKeys.includes(name))
  const misplaced = isPerBroker ? [] : names.filter(isForOneBroker)
  return (
    refusal(names.filter(isFixed), 'Cannot update these configs dynamically') ??
    refusal(
      listenerOnly,
      'These security configs can be dynamically updated only per-listener using the listener prefix',
    ) ??
    [...values].map(valueComplaint).find((complaint) => complaint !== undefined) ??
    refusal(
      misplaced,
      'Cannot update these configs at default cluster level, broker id must be specified',
    )
  )
}

/** The values that hold; what is stored and would be refused today has no effect. */
export function effectiveDynamic(
  values: ReadonlyMap<string, string>,
  isPerBroker: boolean,
): ReadonlyMap<string, string> {
  return new Map(
    [...values].filter((entry) => dynamicComplaint(new Map([entry]), isPerBroker) === undefined),
  )
}
