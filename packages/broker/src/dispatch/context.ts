import type { Lease } from '@samsa/base'
import type { NodeServices } from '../services.ts'
import type { Principal } from '../security/principal.ts'
import type { ConnectionInfo } from '../net/connection-info.ts'

/** One request on its way: where it came from, and the services of the node that serves it. */
export class RequestContext {
  readonly services: NodeServices
  readonly connection: ConnectionInfo
  readonly apiKey: number
  readonly version: number
  readonly correlationId: number
  /** As the header gave it; null when absent. */
  readonly clientId: string | null
  /** Holds the request's bytes. */
  readonly frame: Lease
  #onSent: (() => void)[] | undefined

  constructor(
    services: NodeServices,
    connection: ConnectionInfo,
    header: { apiKey: number; version: number; correlationId: number; clientId: string | null },
    frame: Lease,
  ) {
    this.services = services
    this.connection = connection
    this.apiKey = header.apiKey
    this.version = header.version
    this.correlationId = header.correlationId
    this.clientId = header.clientId
    this.frame = frame
    this.#onSent = undefined
  }

  get principal(): Principal {
    return this.connection.principal
  }

  /**
   * `release` runs once the response's bytes have left (or the connection has died): for memory that
   * the response refers to.
   */
  onSent(release: () => void): void {
    if (this.#onSent === undefined) this.#onSent = [release]
    else this.#onSent.push(release)
  }

  /** For the dispatcher alone. */
  sent(): void {
    const releases = this.#onSent
    if (releases === undefined) return
    this.#onSent = undefined
    for (const release of releases) release()
  }
}
