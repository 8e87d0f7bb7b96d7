import type { Address } from '@samsa/base'
import { ClientConnection } from '../connection/client-connection.ts'
import { ClientError } from '../errors.ts'
import type { ClusterSettings } from './options.ts'

/**
 * Requests that wait at the broker must not hold up others, since a connection is answered in order:
 * fetches and group requests have connections of their own.
 */
export type Purpose = 'requests' | 'produce' | 'fetch' | 'group'

/** JoinGroup is answered when the last member has come, `rebalance.timeout.ms` at most. */
const GROUP_REQUEST_MS_MAX = 305_000

/** At most one connection to each broker for each purpose, opened when it is first asked for. */
export class BrokerConnections {
  readonly #settings: ClusterSettings
  readonly #open: Map<string, Promise<ClientConnection>>
  #isClosed: boolean

  constructor(settings: ClusterSettings) {
    this.#settings = settings
    this.#open = new Map()
    this.#isClosed = false
  }

  /** Rejects with `ClientError`; the next call tries again. */
  to(address: Address, purpose: Purpose): Promise<ClientConnection> {
    if (this.#isClosed) {
      return Promise.reject(new ClientError('CLIENT_DISCONNECTED', 'the client is closed.'))
    }
    const name = `${purpose} ${address.host}:${address.port}`
    const known = this.#open.get(name)
    if (known !== undefined) return known
    const opening = this.#connect(name, address, purpose)
    this.#open.set(name, opening)
    return opening
  }

  close(): void {
    this.#isClosed = true
    for (const opening of this.#open.values()) {
      opening.then(
        (connection) => connection.close(),
        () => {},
      )
    }
    this.#open.clear()
  }

  async #connect(name: string, address: Address, purpose: Purpose): Promise<ClientConnection> {
    const { net, clock, clientId, requestMsMax, responseBytesMax } = this.#settings
    try {
      const connection = await ClientConnection.open(address, {
        net,
        clock,
        clientId,
        requestMsMax: purpose === 'group' ? GROUP_REQUEST_MS_MAX : requestMsMax,
        responseBytesMax,
      })
      connection.onClosed = () => this.#open.delete(name)
      return connection
    } catch (error) {
      this.#open.delete(name)
      throw error
    }
  }
}
