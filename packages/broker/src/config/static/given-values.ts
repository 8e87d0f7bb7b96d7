import { ConfigError } from './config-error.ts'
import { readEnvironment } from './environment.ts'
import { parseProperties } from './properties.ts'

/** Where a node's configuration comes from; a later one wins over an earlier one. */
export interface ConfigSources {
  /** Content of `server.properties`. */
  readonly propertiesText?: string | undefined
  /** Variables of the process; those that begin with `KAFKA_` count. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
  /** `key=value` each, as given with `-o`. */
  readonly overrides?: readonly string[] | undefined
}

export interface GivenValue {
  readonly value: string
  /** For people: `server.properties`, `environment variable KAFKA_X`, `-o`. */
  readonly source: string
}

export interface GivenValues {
  readonly values: ReadonlyMap<string, GivenValue>
  readonly errors: readonly ConfigError[]
}

/** `node.id` and `broker.id` are one thing: each stands in for the other. */
function fillIds(values: Map<string, GivenValue>): void {
  const node = values.get('node.id')
  const broker = values.get('broker.id')
  if (node === undefined && broker !== undefined) values.set('node.id', broker)
  if (broker === undefined && node !== undefined) values.set('broker.id', node)
}

/** All sources in one map: file, then environment, then overrides. */
export function gatherValues(sources: ConfigSources): GivenValues {
  const values = new Map<string, GivenValue>()
  const errors: ConfigError[] = []

  const properties = parseProperties(sources.propertiesText ?? '')
  if (properties.ok) {
    for (const [key, value] of properties.value) {
      values.set(key, { value, source: 'server.properties' })
    }
  } else {
    errors.push(new ConfigError('CONFIG_SYNTAX', '', `server.properties, ${properties.failure}.`))
  }

  for (const { variable, key, value } of readEnvironment(sources.environment ?? {})) {
    values.set(key, { value, source: `environment variable ${variable}` })
  }

  for (const override of sources.overrides ?? []) {
    const equals = override.indexOf('=')
    const key = override.slice(0, equals).trim()
    if (equals > 0 && key !== '')
      values.set(key, { value: override.slice(equals + 1), source: '-o' })
    else {
      const message = `-o ${override}: expected key=value, for example -o num.partitions=3.`
      errors.push(new ConfigError('CONFIG_SYNTAX', '', message))
    }
  }

  fillIds(values)
  return { values, errors }
}
