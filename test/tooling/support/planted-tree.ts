import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Root of the repository that the tests stand in. */
export const repository: string = fileURLToPath(new URL('../../..', import.meta.url))

/** What the tools need of the real workspace to run on another tree. */
const tooling = [
  '.gitignore',
  'vitest.config.ts',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  'package.json',
  'tsconfig.base.json',
  'scripts/lint',
  'scripts/test',
  'scripts/test.ts',
  'scripts/tidy',
  'scripts/tidy.ts',
  'scripts/docs',
]

/** Files by path from the root. */
export type Files = Readonly<Record<string, string>>

export interface Planted {
  readonly root: string
  readonly remove: () => void
}

function write(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** A folder with these files. `remove` it afterwards. */
export function plantFiles(files: Files): Planted {
  const root = mkdtempSync(join(tmpdir(), 'samsa-planted-'))
  write(root, files)
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** A folder with the workspace's real tools and these files, which come over the tools. */
export function plant(files: Files): Planted {
  const planted = plantFiles({})
  for (const name of tooling) {
    cpSync(join(repository, name), join(planted.root, name), {
      recursive: true,
      filter: (path) => !path.endsWith('node_modules'),
    })
  }
  symlinkSync(join(repository, 'node_modules'), join(planted.root, 'node_modules'))
  write(planted.root, files)
  return planted
}
