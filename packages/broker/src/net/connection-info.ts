import type { Address } from '@samsa/base'
import type { Principal } from '../security/principal.ts'

/** What handlers may know of the connection that a request came on. */
export interface ConnectionInfo {
  /** Unique in the node's life. */
  readonly id: number
  readonly listenerName: string
  readonly local: Address
  readonly remote: Address
  readonly principal: Principal
  /** From ApiVersions v3+ (KIP-511); `unknown` until then. */
  softwareName: string
  softwareVersion: string
  /** False once the connection has ended: what waits for it may be dropped. */
  readonly isOpen: boolean
  /**
   * Runs once when the peer has hung up or the connection ends, so that what is parked for it (a
   * Fetch) finishes now; answers a function that takes the callback back.
   */
  onClose(callback: () => void): () => void
}
