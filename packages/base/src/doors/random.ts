import type { Uuid } from '../ids.ts'

/** Randomness. The real one is cryptographically strong; the simulated one replays from a seed. */
export interface Random {
  /** `count` fresh bytes. */
  bytes(count: number): Uint8Array
  /** Integer in `0 … below − 1`, uniform; `below` is 1 … 2^32. */
  integer(below: number): number
  /** Number in [0, 1). */
  fraction(): number
  /** A random v4 uuid that Kafka accepts: not reserved, and its text does not begin with `-`. */
  uuid(): Uuid
}
