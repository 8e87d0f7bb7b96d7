/**
 * `pnpm tidy [ROOT]`: what neither the compiler nor the linter sees. Prints `path:line: what (rule)`
 * and exits 1 when there is anything.
 */
import { fileURLToPath } from 'node:url'
import { deadFileRule } from './tidy/dead-files.ts'
import { errorCodeRule } from './tidy/error-codes.ts'
import { linkRule } from './tidy/links.ts'
import { packageRule } from './tidy/packages.ts'
import { readTree, type TidyRule } from './tidy/tree.ts'
import { wordRules } from './tidy/words.ts'

const rules: readonly TidyRule[] = [
  ...wordRules,
  linkRule,
  packageRule,
  deadFileRule,
  errorCodeRule,
]

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url))
const tree = readTree(root)
let count = 0
for (const rule of rules) {
  for (const { path, line, message } of await rule.check(tree)) {
    count++
    process.stdout.write(`${path}${line === 0 ? '' : `:${line}`}: ${message} (${rule.name})\n`)
  }
}
process.stdout.write(count === 0 ? `${tree.files.length} files are tidy\n` : `${count} problems\n`)
process.exitCode = count === 0 ? 0 : 1
