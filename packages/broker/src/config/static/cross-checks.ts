import type { ConfigValue } from '../values/config-value.ts'
import { ConfigError } from './config-error.ts'
import { logDirectories, scaledNumber, valueOrDefault } from './read-values.ts'

type Parsed = ReadonlyMap<string, ConfigValue>

/** One rule between keys, or a bound that a key's own row does not state. */
interface Rule {
  readonly key: string
  readonly holds: (number: (name: string) => number) => boolean
  readonly message: string
}

const rules: readonly Rule[] = [
  {
    key: 'log.retention.ms',
    holds: (number) => number('log.retention.ms') !== 0,
    message: 'log.retention.ms must be unlimited (-1) or, greater than or equal to 1',
  },
  {
    key: 'log.roll.ms',
    holds: (number) => number('log.roll.ms') >= 1,
    message: 'log.roll.ms must be greater than or equal to 1',
  },
  {
    key: 'log.roll.jitter.ms',
    holds: (number) => number('log.roll.jitter.ms') >= 0,
    message: 'log.roll.jitter.ms must be greater than or equal to 0',
  },
  {
    key: 'log.cleaner.dedupe.buffer.size',
    holds: (number) =>
      Math.floor(number('log.cleaner.dedupe.buffer.size') / number('log.cleaner.threads')) >
      1_048_576,
    message: 'log.cleaner.dedupe.buffer.size must be at least 1MB per cleaner thread.',
  },
  {
    key: 'replica.socket.timeout.ms',
    holds: (number) => number('replica.fetch.wait.max.ms') <= number('replica.socket.timeout.ms'),
    message:
      'replica.socket.timeout.ms should always be at least replica.fetch.wait.max.ms to prevent unnecessary socket timeouts',
  },
  {
    key: 'replica.fetch.wait.max.ms',
    holds: (number) => number('replica.fetch.wait.max.ms') <= number('replica.lag.time.max.ms'),
    message:
      'replica.fetch.wait.max.ms should always be less than or equal to replica.lag.time.max.ms to prevent frequent changes in ISR',
  },
  {
    key: 'queued.max.request.bytes',
    holds: (number) =>
      number('queued.max.request.bytes') <= 0 ||
      number('queued.max.request.bytes') >= number('socket.request.max.bytes'),
    message: 'queued.max.request.bytes must be larger or equal to socket.request.max.bytes',
  },
  {
    key: 'offsets.topic.compression.codec',
    holds: (number) => [0, 1, 2, 3, 4].includes(number('offsets.topic.compression.codec')),
    message:
      'offsets.topic.compression.codec must be 0 (none), 1 (gzip), 2 (snappy), 3 (lz4) or 4 (zstd)',
  },
]

function perIpComplaint(parsed: Parsed): ConfigError[] {
  const isZero = valueOrDefault(parsed, 'max.connections.per.ip')?.number === 0
  const overrides = valueOrDefault(parsed, 'max.connections.per.ip.overrides')?.text ?? ''
  if (!isZero || overrides !== '') return []
  const message =
    'max.connections.per.ip can be set to zero only if max.connections.per.ip.overrides property is set.'
  return [new ConfigError('CONFIG_CONFLICT', 'max.connections.per.ip', message)]
}

/** Cordoned directories (KIP-1066) are some of those that there are. */
function cordonedComplaint(parsed: Parsed): ConfigError[] {
  const key = 'cordoned.log.dirs'
  const cordoned = parsed.get(key)?.list ?? []
  const missing = cordoned.filter((path) => path !== '*' && !logDirectories(parsed).includes(path))
  if (missing.length === 0) return []
  const message = `All entries in ${key} must be present in log.dirs or log.dir. Missing entries : ${missing.join(', ')}`
  return [new ConfigError('CONFIG_CONFLICT', key, message)]
}

function memoryComplaint(parsed: Parsed): ConfigError[] {
  const key = 'samsa.request.memory.bytes.max'
  const bytes = parsed.get(key)?.number
  const frame = valueOrDefault(parsed, 'socket.request.max.bytes')?.number ?? 0
  if (bytes === undefined || bytes >= 2 * frame) return []
  const message = `${key} (${bytes}) must be at least twice socket.request.max.bytes (${frame}), or such a request never finds room.`
  return [new ConfigError('CONFIG_CONFLICT', key, message)]
}

/**
 * What must hold between values that are each fine alone, whoever set them: checked at start, and on
 * every change of a dynamic value. The sentences are those that Kafka answers.
 */
export function crossCheck(parsed: Parsed): ConfigError[] {
  const number = (name: string): number => scaledNumber(parsed, name) ?? Number.NaN
  const broken = rules.filter(({ holds }) => !holds(number))
  return [
    ...broken.map(({ key, message }) => new ConfigError('CONFIG_CONFLICT', key, message)),
    ...perIpComplaint(parsed),
    ...cordonedComplaint(parsed),
    ...memoryComplaint(parsed),
  ]
}
