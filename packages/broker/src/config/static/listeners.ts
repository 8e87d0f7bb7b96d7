import { failure, success, type Result } from '@samsa/base'
import type { SecurityProtocol } from '../../net/listener-definition.ts'
import { ConfigError } from './config-error.ts'
import type { Endpoint } from './static-config.ts'

const protocols: readonly SecurityProtocol[] = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL']
const secured: readonly string[] = ['SSL', 'SASL_PLAINTEXT', 'SASL_SSL']

const ENDPOINT = /^(.*):\/\/\[?([0-9a-zA-Z\-%._:]*)\]?:(-?[0-9]+)$/
const PORT_MAX = 65_535

/** Security protocol by listener name, upper case. */
export type ProtocolMap = ReadonlyMap<string, SecurityProtocol>

/** Of `NAME://host:port`, upper case; '' when there is no `://`. */
export function listenerNameOf(entry: string): string {
  return entry.slice(0, Math.max(entry.indexOf('://'), 0)).toUpperCase()
}

const MAP = 'listener.security.protocol.map'

function parseMapEntry(entry: string): Result<[string, SecurityProtocol], string> {
  const colon = entry.lastIndexOf(':')
  const name = entry.slice(0, Math.max(colon, 0)).trim().toUpperCase()
  const wanted = entry
    .slice(colon + 1)
    .trim()
    .toUpperCase()
  if (name === '') {
    return failure(`Error parsing configuration property '${MAP}': ${entry} is not NAME:PROTOCOL`)
  }
  const protocol = protocols.find((candidate) => candidate === wanted)
  if (protocol !== undefined) return success([name, protocol])
  return failure(
    `Invalid security protocol \`${wanted}\` defined in ${MAP}: it must be one of ${protocols.join(', ')}`,
  )
}

/**
 * The protocol of each listener name. Where nobody set the map, controller listeners count as
 * PLAINTEXT, unless something that is secured is in sight.
 */
export function parseProtocolMap(
  mapText: string,
  isGiven: boolean,
  controllerNames: readonly string[],
  listenerEntries: readonly string[],
): Result<ProtocolMap, string> {
  const map = new Map<string, SecurityProtocol>()
  for (const entry of mapText.split(',')) {
    if (entry.trim() === '') continue
    const parsed = parseMapEntry(entry)
    if (!parsed.ok) return parsed
    map.set(...parsed.value)
  }
  const names = [...controllerNames, ...listenerEntries.map(listenerNameOf)]
  if (!isGiven && !names.some((name) => secured.includes(name))) {
    for (const name of controllerNames) {
      if (name !== 'PLAINTEXT') map.set(name, 'PLAINTEXT')
    }
  }
  return success(map)
}

function parseEndpoint(
  key: string,
  entry: string,
  map: ProtocolMap,
  controllerNames: readonly string[],
): Result<Endpoint, ConfigError> {
  const refuse = (why: string): Result<Endpoint, ConfigError> =>
    failure(new ConfigError('CONFIG_INVALID', key, `Error in ${key}: ${why}.`))

  const [, rawName, host = '', portText] = ENDPOINT.exec(entry) ?? []
  if (rawName === undefined || rawName === '') {
    return refuse(
      `Unable to parse ${entry} to a broker endpoint; it must look like NAME://host:port`,
    )
  }
  const port = Number(portText)
  if (!(port >= 0 && port <= PORT_MAX)) {
    return refuse(`The port of ${entry} must be between 0 and ${PORT_MAX}`)
  }
  const name = rawName.toUpperCase()
  const securityProtocol = map.get(name)
  if (securityProtocol === undefined) {
    return refuse(
      `No security protocol defined for listener ${name}; add ${name}:PLAINTEXT to ${MAP}`,
    )
  }
  const isController = controllerNames.some((listed) => listed.toUpperCase() === name)
  return success({ name, host, port, securityProtocol, isController })
}

const isIpv4 = (host: string): boolean => /^\d+\.\d+\.\d+\.\d+$/.test(host)
const isIpv6 = (host: string): boolean => host.includes(':')

/** Kafka's rule: one port is one listener, but IPv4 and IPv6 may share. */
function sharesPort(endpoints: readonly Endpoint[]): Endpoint | undefined {
  return endpoints.find((one, index) =>
    endpoints.slice(0, index).some((other) => {
      const isPair =
        (isIpv4(one.host) && isIpv6(other.host)) || (isIpv6(one.host) && isIpv4(other.host))
      return one.port !== 0 && one.port === other.port && !isPair
    }),
  )
}

/** Reads `listeners` (distinct ports) or `advertised.listeners`; all complaints at once. */
export function parseEndpoints(
  key: 'listeners' | 'advertised.listeners',
  entries: readonly string[],
  map: ProtocolMap,
  controllerNames: readonly string[],
): Result<readonly Endpoint[], readonly ConfigError[]> {
  const results = entries.map((entry) => parseEndpoint(key, entry, map, controllerNames))
  const errors = results.flatMap((result) => (result.ok ? [] : [result.failure]))
  if (errors.length > 0) return failure(errors)

  const endpoints = results.flatMap((result) => (result.ok ? [result.value] : []))
  const shown = `${key}: ${entries.join(',')}`
  if (new Set(endpoints.map(({ name }) => name)).size < endpoints.length) {
    const message = `Each listener must have a different name, ${shown}`
    return failure([new ConfigError('CONFIG_CONFLICT', key, message)])
  }
  const shared = key === 'listeners' ? sharesPort(endpoints) : undefined
  if (shared === undefined) return success(endpoints)
  const message =
    `Each listener must have a different port, unless one has an IPv4 and the other an IPv6 ` +
    `address, ${shown}, port: ${shared.port}`
  return failure([new ConfigError('CONFIG_CONFLICT', key, message)])
}
