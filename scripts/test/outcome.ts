/** What a group of tests came to. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** `name: reason` of every skipped test. */
  readonly skips: readonly string[]
}

/** Where a group started by `pnpm test` leaves its outcome, as JSON. */
export const OUTCOME_FILE = 'SAMSA_TEST_OUTCOME_FILE'

export const noOutcome: Outcome = { passed: 0, failed: 0, skipped: 0, skips: [] }

export function sum(one: Outcome, other: Outcome): Outcome {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    skips: [...one.skips, ...other.skips],
  }
}

/** The end of a run: every skip by name and reason, then the numbers alone on the last line. */
export function closing(outcome: Outcome): string {
  const skips = outcome.skips.map((skip) => `skipped: ${skip}\n`).join('')
  const { passed, failed, skipped } = outcome
  return `${skips}\n${passed} passed, ${failed} failed, ${skipped} skipped\n`
}
