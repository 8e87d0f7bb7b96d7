/**
 * `pnpm verify:vectors DIR`: runs every golden vector in a folder, both ways, through the codecs. The
 * first failures are told in detail; the last line is `N passed, N failed, N not built`, and the exit
 * code is 0 only when nothing failed and something passed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { newOutcome, verifyFile } from '@samsa/protocol/vectors'

const FAILURES_SHOWN = 20
const WHY_LENGTH_MAX = 1_500

const [folder] = process.argv.slice(2).filter((word) => word !== '--')
if (folder === undefined) {
  process.stderr.write('Which folder? pnpm verify:vectors DIR\n')
  process.exit(2)
}
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
  .toSorted()

const outcome = newOutcome()
for (const file of files) {
  verifyFile(outcome, file.replaceAll(sep, '/'), readFileSync(join(folder, file), 'utf8'))
}
for (const { where, why } of outcome.failures.slice(0, FAILURES_SHOWN)) {
  process.stdout.write(`FAIL ${where}: ${why.slice(0, WHY_LENGTH_MAX)}\n`)
}
const hidden = outcome.failures.length - FAILURES_SHOWN
if (hidden > 0) process.stdout.write(`and ${hidden} more\n`)
process.stdout.write(
  `${outcome.passed} passed, ${outcome.failures.length} failed, ${outcome.notBuilt} not built\n`,
)
process.exitCode = outcome.failures.length > 0 || outcome.passed === 0 ? 1 : 0
