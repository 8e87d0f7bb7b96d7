import { globSync } from 'node:fs'

/** A command that passes or fails as a whole. */
export interface Check {
  readonly name: string
  readonly command: readonly [string, ...string[]]
}

/** A project of vitest.config.ts, run by itself so that it can be timed and ended. */
export interface Group {
  readonly name: string
  /** Where its tests lie; a group without tests is not run. */
  readonly tests: string
  /** Beyond this the group hangs and is ended. Budgets are much less: see CONTRIBUTING.md. */
  readonly minutesMax: number
}

const allChecks: readonly Check[] = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'generated code is fresh', command: ['node', 'scripts/generate.ts', '--check'] },
  { name: 'generated pages are fresh', command: ['node', 'scripts/generate-docs.ts', '--check'] },
  { name: 'tidy', command: ['node', 'scripts/tidy.ts'] },
]

export const checkMinutesMax = 5

const allGroups: readonly Group[] = [
  { name: 'unit', tests: '{packages/*/test,test/tooling}/**/*.test.ts', minutesMax: 12 },
  { name: 'sim', tests: 'test/sim/**/*.test.ts', minutesMax: 10 },
  { name: 'e2e', tests: 'test/e2e/**/*.test.ts', minutesMax: 10 },
  { name: 'compat', tests: 'test/compat/**/*.test.ts', minutesMax: 20 },
]

/** Scripts that are not there are no check. */
export function checks(root: string): readonly Check[] {
  return allChecks.filter(({ command }) =>
    command.every((word) => !word.endsWith('.ts') || globSync(word, { cwd: root }).length > 0),
  )
}

export function groups(root: string): readonly Group[] {
  return allGroups.filter(({ tests }) => globSync(tests, { cwd: root }).length > 0)
}
