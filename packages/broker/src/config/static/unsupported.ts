import type { ConfigValue } from '../values/config-value.ts'
import { ConfigError } from './config-error.ts'
import { listenerNameOf, type ProtocolMap } from './listeners.ts'

/** Listeners that ask for more than PLAINTEXT. To ignore that would be to serve them unprotected. */
export function unsupportedListeners(entries: readonly string[], map: ProtocolMap): ConfigError[] {
  return entries.flatMap((entry) => {
    const name = listenerNameOf(entry)
    const protocol = map.get(name)
    if (protocol === undefined || protocol === 'PLAINTEXT') return []
    const message =
      `Listener ${name} of listeners uses ${protocol}, and only PLAINTEXT is built so far: ` +
      `map it to PLAINTEXT in listener.security.protocol.map, or remove it.`
    return [new ConfigError('CONFIG_UNSUPPORTED', 'listeners', message)]
  })
}

/** An authorizer that is not there would let everybody do everything. */
export function unsupportedAuthorizer(parsed: ReadonlyMap<string, ConfigValue>): ConfigError[] {
  const key = 'authorizer.class.name'
  const authorizer = parsed.get(key)?.text ?? ''
  if (authorizer === '') return []
  const message =
    `${key}=${authorizer}: access control is not built yet, and without it everybody may do ` +
    `everything: remove the key to start all the same.`
  return [new ConfigError('CONFIG_UNSUPPORTED', key, message)]
}
