/**
 * Pages of docs/ that are made from tables in the sources. Writes them, or with `--check` says which
 * are stale and exits 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { errorCodes } from '@samsa/base/error-codes'
import { brokerHandlers } from '@samsa/broker'
import { apisByKey } from '@samsa/protocol'
import { coveragePage, COVERAGE_PAGE } from './docs/coverage-page.ts'
import { errorsPage, ERRORS_PAGE } from './docs/errors-page.ts'

const apis = [...apisByKey.values()].filter((api) => api !== undefined)
const served = new Map(brokerHandlers.map((handler) => [handler.api.key, handler]))

const pages: readonly { readonly path: string; readonly text: string }[] = [
  { path: ERRORS_PAGE, text: errorsPage(errorCodes) },
  { path: COVERAGE_PAGE, text: coveragePage(apis, served) },
]

const isCheck = process.argv.includes('--check')
for (const { path, text } of pages) {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url))
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  process.stdout.write(`${path} ${isCheck ? 'is stale: run pnpm generate' : 'written'}\n`)
  if (isCheck) process.exitCode = 1
  else writeFileSync(file, text)
}
