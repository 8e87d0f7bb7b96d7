import { failure, success, type Result } from '@samsa/base'
import type { ConfigValue } from '../values/config-value.ts'
import { ConfigError } from './config-error.ts'
import { parseEndpoints, parseProtocolMap, type ProtocolMap } from './listeners.ts'
import { valueOrDefault } from './read-values.ts'
import type { StaticConfig } from './static-config.ts'
import { unsupportedListeners } from './unsupported.ts'

type Parsed = ReadonlyMap<string, ConfigValue>

/** The part of a node's configuration that says where it is reached, and under which names. */
export type Listening = Pick<
  StaticConfig,
  'listeners' | 'advertisedListeners' | 'interBrokerListenerName' | 'controllerListenerNames'
>

const MAP = 'listener.security.protocol.map'

function list(parsed: Parsed, name: string): readonly string[] {
  return valueOrDefault(parsed, name)?.list ?? []
}

function text(parsed: Parsed, name: string): string {
  return valueOrDefault(parsed, name)?.text ?? ''
}

function readInterBrokerName(parsed: Parsed, map: ProtocolMap): Result<string, ConfigError> {
  const key = 'inter.broker.listener.name'
  const name = text(parsed, key).toUpperCase()
  if (name === '') return success(text(parsed, 'security.inter.broker.protocol'))
  if (parsed.has('security.inter.broker.protocol')) {
    const message = `Only one of ${key} and security.inter.broker.protocol should be set.`
    return failure(new ConfigError('CONFIG_CONFLICT', key, message))
  }
  if (map.has(name)) return success(name)
  const message = `Listener with name ${name} defined in ${key} not found in ${MAP}.`
  return failure(new ConfigError('CONFIG_CONFLICT', key, message))
}

/** A node that is only a broker dials its controllers, so it must know how. */
function unmappedControllers(names: readonly string[], map: ProtocolMap): ConfigError[] {
  return names
    .filter((name) => !map.has(name))
    .map((name) => {
      const message =
        `Controller listener with name ${name} defined in controller.listener.names not found in ` +
        `${MAP} (a security mapping for each controller listener is required if ${MAP} is set, ` +
        `or if there are security protocols other than PLAINTEXT in use)`
      return new ConfigError('CONFIG_CONFLICT', 'controller.listener.names', message)
    })
}

/** Reads listeners and what hangs on them; every complaint at once. */
export function readListening(
  parsed: Parsed,
  isController: boolean,
): Result<Listening, readonly ConfigError[]> {
  const controllerListenerNames = list(parsed, 'controller.listener.names').map((name) =>
    name.toUpperCase(),
  )
  const entries = list(parsed, 'listeners')
  const map = parseProtocolMap(text(parsed, MAP), parsed.has(MAP), controllerListenerNames, entries)
  if (!map.ok) return failure([new ConfigError('CONFIG_INVALID', MAP, map.failure)])
  const unsupported = unsupportedListeners(entries, map.value)
  if (unsupported.length > 0) return failure(unsupported)

  const listeners = parseEndpoints('listeners', entries, map.value, controllerListenerNames)
  const key = 'advertised.listeners'
  const advertised = parsed.has(key)
    ? parseEndpoints(key, list(parsed, key), map.value, controllerListenerNames)
    : success(null)
  const interBroker = readInterBrokerName(parsed, map.value)
  const unmapped = isController ? [] : unmappedControllers(controllerListenerNames, map.value)
  if (listeners.ok && advertised.ok && interBroker.ok && unmapped.length === 0) {
    return success({
      listeners: listeners.value,
      advertisedListeners: advertised.value,
      interBrokerListenerName: interBroker.value,
      controllerListenerNames,
    })
  }
  return failure([
    ...(listeners.ok ? [] : listeners.failure),
    ...(advertised.ok ? [] : advertised.failure),
    ...(interBroker.ok ? [] : [interBroker.failure]),
    ...unmapped,
  ])
}
