import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { closing, OUTCOME_FILE, type Outcome } from './outcome.ts'

/** Errors outside any test: a file that does not load, a hook of a suite that throws. */
function failuresAround(module: TestModule): number {
  let failures = module.errors().length
  for (const suite of module.children.allSuites()) failures += suite.errors().length
  return failures
}

/**
 * Closes a run with `N passed, N failed, N skipped` alone on a line, or leaves the outcome to the
 * test command. A skip is loud: one without a reason (`context.skip(condition, reason)`) is a failure.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0 }
    const skips: string[] = []

    function countTest(test: TestCase, canBeSilent: boolean): void {
      const result = test.result()
      if (result.state === 'passed' || result.state === 'failed') {
        count[result.state]++
        return
      }
      const note = result.state === 'skipped' ? result.note : undefined
      if (note === undefined && !canBeSilent) count.failed++
      else count.skipped++
      skips.push(`${test.fullName}: ${note ?? 'NO REASON GIVEN'}`)
    }

    for (const module of modules) {
      const failures = failuresAround(module)
      count.failed += failures
      for (const test of module.children.allTests()) countTest(test, failures > 0)
    }
    this.#tell({ ...count, skips })
  }

  #tell(outcome: Outcome): void {
    const file = process.env[OUTCOME_FILE]
    if (file === undefined) process.stdout.write(closing(outcome))
    else writeFileSync(file, JSON.stringify(outcome))
    if (outcome.failed > 0) process.exitCode = 1
  }
}
