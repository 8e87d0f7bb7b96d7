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
  /** Runs once when the connection ends; fetch sessions and parked requests clean up here. */
  onClose(callback: () => void): void
}
