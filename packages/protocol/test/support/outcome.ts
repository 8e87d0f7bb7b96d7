/** What became of one vector. */
export type Verdict = 'passed' | 'failed' | 'not built'

export interface Failure {
  /** File and line, or file and kind. */
  readonly where: string
  readonly why: string
}

/** Counts of a run, with what failed. */
export interface Outcome {
  passed: number
  notBuilt: number
  readonly failures: Failure[]
}

export const newOutcome = (): Outcome => ({ passed: 0, notBuilt: 0, failures: [] })

/** Runs one check: it answers null when the vector holds, else why it does not; a throw is a why. */
export function record(outcome: Outcome, where: string, check: () => string | null): void {
  const why = outcomeOf(check)
  if (why === null) outcome.passed++
  else outcome.failures.push({ where, why })
}

function outcomeOf(check: () => string | null): string | null {
  try {
    return check()
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
