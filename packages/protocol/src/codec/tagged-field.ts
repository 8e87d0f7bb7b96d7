/**
 * A tagged field (KIP-482) that this build's schema does not know. It is kept and written back in its
 * place, so that a proxy, a log or a newer reader behind us loses nothing.
 */
export interface UnknownTaggedField {
  readonly tag: number
  /** The value as it was on the wire, without tag and size. */
  readonly bytes: Uint8Array
}
