const POLL_MS = 20

/**
 * Waits for a condition of the outside world: polls `look` until it gives something other than
 * `undefined`, and fails with `what` after `timeoutMs`. An exception of `look` ends the wait at once.
 */
export async function eventually<Value>(
  what: string,
  look: () => Value | undefined | Promise<Value | undefined>,
  timeoutMs: number = 30_000,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const value = await look()
    if (value !== undefined) return value
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
