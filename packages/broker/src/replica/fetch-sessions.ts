/** Incremental fetch sessions (KIP-227) of this node; see the implementation beside it. */
export interface FetchSessions {
  readonly size: number
}
