import type { Problem, TidyRule, Tree } from './tree.ts'

/** What we read of a package.json. */
export interface Manifest {
  /** `packages/log`. */
  readonly folder: string
  readonly name: string
  /** Files by subpath, both as written (`./inspect` and `./src/inspect/index.ts`). */
  readonly exports: Readonly<Record<string, string>>
}

/** Packages of ours: `packages/*`, and the folders beside them that are packages too. */
export function manifestsOf(tree: Tree): readonly Manifest[] {
  return tree.files
    .filter(({ path }) => /^(packages\/)?[^/]+\/package\.json$/.test(path))
    .map(({ path, text }) => {
      const { name = '', exports = {} } = JSON.parse(text) as Partial<Manifest>
      return { folder: path.slice(0, -'/package.json'.length), name, exports }
    })
}

const readmeLines = { min: 5, max: 80 }

function complaintsAbout({ folder }: Manifest, tree: Tree): Problem[] {
  const problems: Problem[] = []
  const readme = tree.files.find(({ path }) => path === `${folder}/README.md`)
  const lines = readme?.text.trim().split('\n').length ?? 0
  if (lines < readmeLines.min || lines > readmeLines.max) {
    const message = `a package has a README.md of ${readmeLines.min} to ${readmeLines.max} lines: what it is, its entry points, a map`
    problems.push({ path: `${folder}/README.md`, line: 0, message })
  }
  const sources = tree.files.filter(({ path }) => path.startsWith(`${folder}/src/`))
  if (!sources.some(({ text }) => hasCode(text))) {
    problems.push({
      path: folder,
      line: 0,
      message: 'a package appears when its first real code does',
    })
  }
  return problems
}

/** Anything but comments, imports and re-exports. */
function hasCode(text: string): boolean {
  const bare = text.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
  return /^\s*(export\s+)?(abstract\s+)?(async\s+)?(const|function|class|interface|type|declare)\s/m.test(
    bare,
  )
}

export const packageRule: TidyRule = {
  name: 'packages',
  check: (tree) =>
    manifestsOf(tree)
      .filter(({ folder }) => folder.startsWith('packages/'))
      .flatMap((manifest) => complaintsAbout(manifest, tree)),
}
