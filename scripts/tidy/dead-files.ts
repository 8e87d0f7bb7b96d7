import { posix } from 'node:path'
import { manifestsOf, type Manifest } from './packages.ts'
import type { TextFile, TidyRule, Tree } from './tree.ts'

/** Files that a program finds by listing their folder. */
const foundByListing = /^packages\/protocol\/src\/schema\//

/** Where life begins besides the entries of packages: whatever is started by its own path. */
const started = /^(packages\/[^/]+\/bin\/|scripts\/[^/]+\.ts$|bench\/|[^/]+\.config\.ts$)/

/** Module names in `import`, `export … from`, `import()` and files in `new URL('…', import.meta.url)`. */
function referencesOf(text: string): string[] {
  const pattern = /(?:\bfrom|\bimport|\bimport\(|new URL\()\s*(['"`])([^'"`\n]+)\1/g
  return [...text.matchAll(pattern)].flatMap(([, , name]) => (name === undefined ? [] : [name]))
}

function resolve(from: string, name: string, manifests: readonly Manifest[]): string | undefined {
  if (name.startsWith('.')) return posix.join(posix.dirname(from), name)
  const manifest = manifests.find((one) => name === one.name || name.startsWith(`${one.name}/`))
  const entry = manifest?.exports[`.${name.slice(manifest.name.length)}`]
  return manifest === undefined || entry === undefined
    ? undefined
    : posix.join(manifest.folder, entry)
}

function living(tree: Tree): ReadonlySet<string> {
  const files = new Map<string, TextFile>(tree.files.map((file) => [file.path, file]))
  const manifests = manifestsOf(tree)
  const entries = manifests.flatMap(({ folder, exports }) =>
    Object.values(exports).map((entry) => posix.join(folder, entry)),
  )
  const queue = [...entries, ...[...files.keys()].filter((path) => started.test(path))]
  const seen = new Set<string>()
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const file = files.get(path)
    if (file === undefined || seen.has(path)) continue
    seen.add(path)
    for (const name of referencesOf(file.text)) {
      const target = resolve(path, name, manifests)
      if (target !== undefined) queue.push(target)
    }
  }
  return seen
}

/** A source file that no entry leads to is not part of the product; tests alone keep nothing alive. */
export const deadFileRule: TidyRule = {
  name: 'dead files',
  check(tree) {
    const alive = living(tree)
    return tree.files
      .filter(({ path }) => /^packages\/[^/]+\/src\/.+(?<!\.d)\.ts$/.test(path))
      .filter(({ path }) => !alive.has(path) && !foundByListing.test(path))
      .map(({ path }) => ({
        path,
        line: 0,
        message: 'no entry leads here: export it, use it, or delete it',
      }))
  },
}
