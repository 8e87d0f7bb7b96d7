import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generatedFiles } from './generator/all.ts'

/**
 * Makes the codecs of packages/protocol/src/generated anew from the schemas beside them.
 * `node scripts/generate.ts [FOLDER]`: another folder gets them instead, as the freshness test wants.
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const target = resolve(process.argv[2] ?? join(root, 'packages/protocol/src/generated'))

rmSync(target, { recursive: true, force: true })
const files = generatedFiles()
for (const [path, code] of files) {
  mkdirSync(dirname(join(target, path)), { recursive: true })
  writeFileSync(join(target, path), code)
}
const format = spawnSync(
  join(root, 'node_modules/.bin/oxfmt'),
  ['-c', join(root, '.oxfmtrc.json'), target],
  { cwd: target, encoding: 'utf8' },
)
if (format.status !== 0) {
  process.stderr.write(
    `oxfmt could not format what was generated:\n${format.stdout}${format.stderr}`,
  )
  process.exit(1)
}
process.stdout.write(`${files.size} files in ${target}\n`)
