import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Paths are from the root, `/` between the parts. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** The repository as the rules see it: what is committed or about to be, without what tools make. */
export interface Tree {
  readonly root: string
  /** Every file and every folder. */
  readonly paths: ReadonlySet<string>
  readonly files: readonly TextFile[]
}

export interface Problem {
  readonly path: string
  /** From 1; 0 means the file as a whole. */
  readonly line: number
  readonly message: string
}

/** One thing that tidy refuses. Pure but for reading a table of the tree. */
export interface TidyRule {
  readonly name: string
  check(tree: Tree): readonly Problem[] | Promise<readonly Problem[]>
}

const made = new Set(['.git', '.samsa', 'node_modules', '.tsbuild', '.cache', 'dist', 'coverage'])
const textFileBytesMax = 8 * 1024 * 1024

export function readTree(root: string): Tree {
  const paths = new Set<string>()
  const files: TextFile[] = []

  function walk(folder: string): void {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (made.has(entry.name)) continue
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      paths.add(path)
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile()) readText(path)
    }
  }

  function readText(path: string): void {
    const bytes = readFileSync(join(root, path))
    if (bytes.length > textFileBytesMax || bytes.subarray(0, 8192).includes(0)) return
    files.push({ path, text: bytes.toString('utf8') })
  }

  walk('')
  return { root, paths, files }
}

/** Lines that match, with their numbers. */
export function* linesMatching(
  text: string,
  pattern: RegExp,
): Generator<{ readonly line: number; readonly found: string }> {
  let line = 0
  for (const content of text.split('\n')) {
    line++
    const found = pattern.exec(content)?.[0]
    if (found !== undefined) yield { line, found: found.trim() }
  }
}
