import type { Address, NodeId } from '@samsa/base'
import type { SecurityProtocol } from '../../net/listener-definition.ts'
import type { QuorumVoter } from '../values/addresses.ts'
import type { ConfigValue } from '../values/config-value.ts'

/** One entry of `listeners` or `advertised.listeners`. */
export interface Endpoint extends Address {
  /** Upper case. */
  readonly name: string
  readonly securityProtocol: SecurityProtocol
  /** Named in `controller.listener.names`. */
  readonly isController: boolean
}

/** A key that was given and does nothing; the node starts all the same. */
export interface ConfigWarning {
  readonly key: string
  /** `server.properties`, `environment variable KAFKA_X` or `-o`. */
  readonly source: string
  readonly message: string
}

/** What a node was started with: checked, and the same until it stops. */
export interface StaticConfig {
  /** Every key that was given, unknown ones too, as it was written. */
  readonly given: ReadonlyMap<string, string>
  /** The known ones among them, read as their key says. */
  readonly parsed: ReadonlyMap<string, ConfigValue>

  readonly nodeId: NodeId
  readonly isBroker: boolean
  readonly isController: boolean
  readonly listeners: readonly Endpoint[]
  /** Null when not configured: then `advertisedAddress` goes by the listener and what was dialled. */
  readonly advertisedListeners: readonly Endpoint[] | null
  readonly interBrokerListenerName: string
  readonly controllerListenerNames: readonly string[]
  readonly quorumVoters: readonly QuorumVoter[]
  readonly bootstrapServers: readonly Address[]
  readonly logDirs: readonly string[]
  readonly metadataLogDir: string
  readonly rack: string | null

  /** One for each key that nobody knows. */
  readonly warnings: readonly ConfigWarning[]
  /** Keys of Kafka's that were given and that this node does not use, for one line at start. */
  readonly unusedKeys: readonly string[]
}

const wildcards: readonly string[] = ['', '0.0.0.0', '::']

/**
 * What a client that came in through `local` (its end on our side) is told to dial: the advertised
 * address; without one the host that the listener is bound to, or, where it is bound to all
 * addresses, the one that was dialled. Port 0 means the port in use.
 */
export function advertisedAddress(
  config: Pick<StaticConfig, 'listeners' | 'advertisedListeners'>,
  listenerName: string,
  local: Address,
): Address {
  const named = ({ name }: Endpoint): boolean => name === listenerName
  const endpoint = config.advertisedListeners?.find(named) ?? config.listeners.find(named)
  if (endpoint === undefined) return local
  return {
    host: wildcards.includes(endpoint.host) ? local.host : endpoint.host,
    port: endpoint.port === 0 ? local.port : endpoint.port,
  }
}
