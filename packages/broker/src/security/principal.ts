/** Who speaks on a connection (KIP-103, KIP-226). `ANONYMOUS` without authentication. */
export interface Principal {
  readonly type: string
  readonly name: string
}

export const ANONYMOUS: Principal = { type: 'User', name: 'ANONYMOUS' }
