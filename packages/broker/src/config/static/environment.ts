/** Variables of Kafka's images that are settings of the JVM or of logging, not of the broker. */
const notProperties: ReadonlySet<string> = new Set([
  'KAFKA_VERSION',
  'KAFKA_HEAP_OPTS',
  'KAFKA_LOG4J_OPTS',
  'KAFKA_OPTS',
  'KAFKA_JMX_OPTS',
  'KAFKA_JVM_PERFORMANCE_OPTS',
  'KAFKA_GC_LOG_OPTS',
  'KAFKA_LOG4J_ROOT_LOGLEVEL',
  'KAFKA_LOG4J_LOGGERS',
  'KAFKA_TOOLS_LOG4J_LOGLEVEL',
  'KAFKA_JMX_HOSTNAME',
])

const PREFIX = 'KAFKA_'

/** `KAFKA_LOG_RETENTION_MS` → `log.retention.ms`; `__` stands for `_`, `___` for `-`. */
export function keyOfVariable(variable: string): string {
  return variable
    .slice(PREFIX.length)
    .toLowerCase()
    .replaceAll('_', '.')
    .replaceAll('...', '-')
    .replaceAll('..', '_')
}

export interface EnvironmentValue {
  readonly variable: string
  readonly key: string
  readonly value: string
}

/**
 * What the environment sets, as Kafka's container images read it. Much that begins with `KAFKA_` was
 * put there by a platform and means nothing: it comes out as a key that nobody knows.
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): EnvironmentValue[] {
  return Object.keys(environment)
    .sort()
    .flatMap((variable) => {
      const value = environment[variable]
      if (value === undefined || !variable.startsWith(PREFIX)) return []
      if (variable === PREFIX || notProperties.has(variable)) return []
      return [{ variable, key: keyOfVariable(variable), value }]
    })
}
