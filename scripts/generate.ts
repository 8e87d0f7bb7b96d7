import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generatedFiles } from './generator/all.ts'

/**
 * Makes the codecs of packages/protocol/src/generated anew from the schemas beside them.
 * `node scripts/generate.ts [FOLDER]`: another folder gets them instead, as the freshness test wants.
 * `node scripts/generate.ts --check`: writes nothing, names what is stale and exits 1.
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const committed = join(root, 'packages/protocol/src/generated')
const [argument] = process.argv.slice(2)

if (argument === '--check') process.exitCode = check()
else if (argument?.startsWith('-') === true) {
  process.stderr.write(`generate: there is no option ${argument}, only --check\n`)
  process.exitCode = 2
} else {
  const target = resolve(argument ?? committed)
  process.stdout.write(`${generate(target)} files in ${target}\n`)
}

/** Writes and formats every file into an emptied folder; answers how many there are. */
function generate(target: string): number {
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
    const said = `${format.stdout}${format.stderr}`
    throw new Error(`oxfmt could not format what was generated:\n${said}`)
  }
  return files.size
}

/** Compares a fresh generation with what is committed; 1 when they differ. */
function check(): number {
  const folder = mkdtempSync(join(tmpdir(), 'samsa-generated-'))
  try {
    const fresh = join(folder, 'generated')
    generate(fresh)
    const stale = differences(contents(fresh), contents(committed))
    for (const path of stale) process.stderr.write(`${path} is stale: run pnpm generate\n`)
    return stale.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every file below a folder: path to text. */
function contents(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}

function differences(
  fresh: ReadonlyMap<string, string>,
  stored: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = new Set([...fresh.keys(), ...stored.keys()])
  return [...paths].filter((path) => fresh.get(path) !== stored.get(path)).sort()
}
