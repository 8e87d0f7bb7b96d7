/**
 * `pnpm bundle`: every binary as one file that needs only Node and its native extras. Beside it lies a
 * source map, and `NAME.inputs`: the files it was made from, by which the launcher knows that it is
 * stale. Files appear whole, so that two runs at once do no harm.
 */
import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type OutputFile } from 'esbuild'

interface Binary {
  readonly entry: string
  readonly bundle: string
}

const binaries: readonly Binary[] = [
  { entry: 'packages/cli/src/main.ts', bundle: 'packages/cli/dist/samsa.mjs' },
]

/** Found at run time where installed: native code cannot be bundled. */
const external = ['@node-rs/crc32']

/** CommonJS inside an ES module asks for Node's own modules through `require`. */
const banner = `import { createRequire as bundledCreateRequire } from 'node:module'
const require = bundledCreateRequire(import.meta.url)`

/** What decides which versions and entries the bundle holds, besides its sources. */
const settings = ['pnpm-lock.yaml', 'scripts/bundle.ts']

const root = fileURLToPath(new URL('..', import.meta.url))

/** Bytes under the file's name all at once; `modified` is when its inputs were read. */
function put(path: string, contents: string | Uint8Array, modified: Date): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`)
  writeFileSync(draft, contents)
  utimesSync(draft, modified, modified)
  renameSync(draft, path)
}

function inputsOf(sources: readonly string[]): string {
  const ours = sources.filter((path) => !path.includes('node_modules/'))
  const manifests = new Set(
    ours
      .flatMap((path) => /^packages\/[^/]+\//.exec(path)?.[0] ?? [])
      .map((folder) => `${folder}package.json`),
  )
  return [...settings, ...manifests, ...ours].join('\n')
}

async function bundleOne({ entry, bundle }: Binary): Promise<void> {
  const started = new Date()
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: bundle,
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: 'linked',
    legalComments: 'none',
    banner: { js: banner },
    external,
    logLevel: 'warning',
  })
  const out = join(root, bundle)
  mkdirSync(dirname(out), { recursive: true })
  rmSync(out, { force: true })
  const isMap = ({ path }: OutputFile) => path.endsWith('.map')
  put(out.replace(/\.mjs$/, '.inputs'), inputsOf(Object.keys(metafile.inputs)), started)
  for (const file of outputFiles.toSorted(
    (one, other) => Number(isMap(other)) - Number(isMap(one)),
  )) {
    put(file.path, file.contents, started)
  }
  process.stderr.write(`${bundle}: ${Math.round(statSync(out).size / 1024)} KiB\n`)
}

try {
  for (const binary of binaries) await bundleOne(binary)
} catch (error) {
  // A failed build: esbuild has said what and where.
  if (!(error instanceof Error && 'errors' in error)) throw error
  process.exitCode = 1
}
