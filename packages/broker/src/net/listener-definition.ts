import type { Socket } from '@samsa/base'

/** Wraps a socket in another one (TLS), outermost last. */
export type SocketLayer = (socket: Socket) => Socket

/** Kafka's security protocols by code, as ApiVersions-era clients see them in registrations. */
export type SecurityProtocol = 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL'

export const securityProtocolCode: Readonly<Record<SecurityProtocol, number>> = {
  PLAINTEXT: 0,
  SSL: 1,
  SASL_PLAINTEXT: 2,
  SASL_SSL: 3,
}

/**
 * A listener is a name, an address and a chain of layers between the socket and the frames. What
 * secures a connection later is one more layer, not another kind of listener.
 */
export interface ListenerDefinition {
  /** Upper case, as in `listeners`. */
  readonly name: string
  /** '' means all addresses. */
  readonly host: string
  readonly port: number
  readonly securityProtocol: SecurityProtocol
  readonly layers: readonly SocketLayer[]
}
