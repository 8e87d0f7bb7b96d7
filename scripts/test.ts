/**
 * `pnpm test`: all that has to hold. The checks first, then the tests in groups, lightest first, each
 * bounded in time. The last line is `N passed, N failed, N skipped`, a check counting as one; exits 1
 * when anything failed. `pnpm test check unit e2e` runs only those.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closing, noOutcome, OUTCOME_FILE, sum, type Outcome } from './test/outcome.ts'
import { runCommand } from './test/run-command.ts'
import { checkMinutesMax, checks, groups, type Check, type Group } from './test/stages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function runCheck({ name, command }: Check): Promise<Outcome> {
  const options = { root, minutesMax: checkMinutesMax, isShown: false }
  const { exitCode, output, seconds } = await runCommand(command, options)
  const passed = exitCode === 0
  say(`${passed ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`)
  if (!passed) say(output.trimEnd())
  return { ...noOutcome, passed: passed ? 1 : 0, failed: passed ? 0 : 1 }
}

/** The outcome that the group's reporter left; a group that left none, or none that explains its exit, failed. */
function outcomeOf(group: Group, file: string, exitCode: number): Outcome {
  const left = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Outcome) : noOutcome
  if (exitCode === 0 || left.failed > 0) return left
  const why = exitCode === 124 ? `did not end in ${group.minutesMax} minutes` : `exit ${exitCode}`
  say(`FAIL ${group.name}: ${why}`)
  return { ...left, failed: 1 }
}

async function runGroup(group: Group, folder: string): Promise<Outcome> {
  say(`\n-- ${group.name}`)
  const file = join(folder, `${group.name}.json`)
  const { exitCode, seconds } = await runCommand(['vitest', 'run', '--project', group.name], {
    root,
    minutesMax: group.minutesMax,
    isShown: true,
    environment: { [OUTCOME_FILE]: file },
  })
  const outcome = outcomeOf(group, file, exitCode)
  const { passed, failed, skipped } = outcome
  say(`${group.name}: ${passed}/${failed}/${skipped} in ${seconds.toFixed(1)} s`)
  return outcome
}

async function main(wanted: readonly string[]): Promise<void> {
  const known = ['check', ...groups(root).map(({ name }) => name)]
  const unknown = wanted.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    process.stderr.write(`No group named ${unknown}: there are ${known.join(', ')}.\n`)
    process.exit(2)
  }
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)
  const folder = mkdtempSync(join(tmpdir(), 'samsa-test-'))
  let total = noOutcome
  try {
    if (isWanted('check')) {
      for (const check of checks(root)) total = sum(total, await runCheck(check))
    }
    for (const group of groups(root)) {
      if (isWanted(group.name)) total = sum(total, await runGroup(group, folder))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.stdout.write(`\n${closing(total)}`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

await main(process.argv.slice(2).filter((word) => word !== '--'))
