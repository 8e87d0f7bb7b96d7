/**
 * Two families, never mixed. `BrokerError` is the world misbehaving (bad bytes, a full disk, a port in
 * use): it is handled and told. `AssertionError` is a bug of ours: it fails the partition or the node.
 */
export abstract class BrokerError extends Error {
  /** Stable, upper case, listed in `docs/errors.md`. */
  abstract readonly code: string
}

/** A promise of ours did not hold. Never caught to carry on. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError'
  readonly code = 'ASSERTION'
}

/** Throws `AssertionError` unless `condition` holds. Stays on in production. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message)
}

/** For the branch that exhaustive code cannot reach. */
export function unreachable(value: never, what: string): never {
  throw new AssertionError(`${what}: unexpected ${JSON.stringify(value)}`)
}
