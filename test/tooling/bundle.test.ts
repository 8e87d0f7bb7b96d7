import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plantFiles, repository, type Planted } from './support/planted-tree.ts'

const main = `import { greeting } from './greeting.ts'
process.stdout.write(JSON.stringify([greeting, ...process.argv.slice(2)]))
`

interface Start {
  readonly said: unknown
  /** Whether the bundle was made in this start. */
  readonly isBundled: boolean
}

let planted: Planted

function path(name: string): string {
  return join(planted.root, name)
}

function start(...args: readonly string[]): Start {
  const { stdout, stderr } = spawnSync('node', [path('packages/cli/bin/start.mjs'), ...args])
  return { said: JSON.parse(stdout.toString()), isBundled: stderr.includes('KiB') }
}

/** Later than any clock tick of the file system since the last start. */
function touch(name: string): void {
  const later = new Date(statSync(path('packages/cli/dist/samsa.mjs')).mtimeMs + 1000)
  utimesSync(path(name), later, later)
}

beforeEach(() => {
  planted = plantFiles({
    'packages/cli/package.json': '{"type": "module"}',
    'packages/cli/src/main.ts': main,
    'packages/cli/src/greeting.ts': "export const greeting: string = 'one'\n",
    'packages/cli/src/unused.ts': "export const unused: string = 'two'\n",
    'pnpm-lock.yaml': '',
    'package.json': '{"type": "module"}',
  })
  cpSync(join(repository, 'packages/cli/bin'), path('packages/cli/bin'), { recursive: true })
  mkdirSync(path('scripts'))
  cpSync(join(repository, 'scripts/bundle.ts'), path('scripts/bundle.ts'))
  mkdirSync(path('node_modules'))
  symlinkSync(join(repository, 'node_modules/esbuild'), path('node_modules/esbuild'))
})

afterEach(() => planted.remove())

test('the first start makes the bundle, the next one uses it', () => {
  expect(start('dev')).toEqual({ said: ['one', 'dev'], isBundled: true })
  expect(start('dev')).toEqual({ said: ['one', 'dev'], isBundled: false })
})

test('a changed source makes the bundle anew, a file that is not in it does not', () => {
  start('dev')
  touch('packages/cli/src/unused.ts')
  expect(start('dev').isBundled).toBe(false)
  writeFileSync(path('packages/cli/src/greeting.ts'), "export const greeting: string = 'three'\n")
  touch('packages/cli/src/greeting.ts')
  expect(start('dev')).toEqual({ said: ['three', 'dev'], isBundled: true })
})

test('changed dependencies and a source that went make the bundle anew', () => {
  start('dev')
  touch('pnpm-lock.yaml')
  expect(start('dev').isBundled).toBe(true)
  rmSync(path('packages/cli/src/greeting.ts'))
  writeFileSync(
    path('packages/cli/src/main.ts'),
    main.replace('greeting.ts', 'unused.ts').replaceAll('greeting', 'unused'),
  )
  expect(start('dev')).toEqual({ said: ['two', 'dev'], isBundled: true })
})

test('arguments pass as they are, without the separator of a package manager', () => {
  expect(start('dev', '--', '--port', '0').said).toEqual(['one', 'dev', '--port', '0'])
  expect(start('dev', '-o', 'a=b', '--', 'c').said).toEqual(['one', 'dev', '-o', 'a=b', '--', 'c'])
})

test('the bundle carries a source map that leads to the sources', () => {
  start('dev')
  const map = JSON.parse(readFileSync(path('packages/cli/dist/samsa.mjs.map'), 'utf8')) as {
    sources: readonly string[]
  }
  expect(map.sources).toContain('../src/main.ts')
})

test('a source that does not parse is told, and nothing stale is started', () => {
  start('dev')
  writeFileSync(path('packages/cli/src/greeting.ts'), 'export const = 1\n')
  touch('packages/cli/src/greeting.ts')
  const { status, stdout, stderr } = spawnSync('node', [path('packages/cli/bin/start.mjs'), 'dev'])
  expect(status).toBe(1)
  expect(stdout.toString()).toBe('')
  expect(stderr.toString()).toMatch(/greeting\.ts:1/)
})

test('a first run that is killed leaves its compiled code behind for the next', async () => {
  writeFileSync(
    path('packages/cli/src/main.ts'),
    'setInterval(() => {}, 1000)\nawait new Promise(() => {})\n',
  )
  const { NODE_COMPILE_CACHE: _, ...env } = process.env
  const args = [path('packages/cli/bin/start.mjs'), 'dev']
  const child = spawn('node', args, { stdio: 'ignore', env })
  const ended = new Promise((resolve) => child.on('close', resolve))
  const cache = path('node_modules/.cache/node-compile')
  try {
    await vi.waitUntil(() => compiled(cache) > 0, 20_000)
  } finally {
    child.kill('SIGKILL')
    await ended
  }
  expect(compiled(cache)).toBeGreaterThan(0)
})

/** Files below a folder that may not be there yet. */
function compiled(folder: string): number {
  if (!existsSync(folder)) return 0
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}
