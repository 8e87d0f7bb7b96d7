import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { plantFiles, repository, type Files } from './support/planted-tree.ts'
import { tidyTree, violations } from './support/tidy-plants.ts'

interface TidyRun {
  readonly exitCode: number
  readonly lines: readonly string[]
}

/** Runs the real script on a tree of these files. */
function tidy(files: Files): TidyRun {
  const { root, remove } = plantFiles(files)
  try {
    const args = [join(repository, 'scripts/tidy.ts'), root]
    const lines = (stdout: Buffer) => stdout.toString().trimEnd().split('\n')
    try {
      return { exitCode: 0, lines: lines(execFileSync('node', args, { stdio: 'pipe' })) }
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: Buffer }
      return { exitCode: status, lines: lines(stdout) }
    }
  } finally {
    remove()
  }
}

describe('tidy', () => {
  let run: TidyRun

  beforeAll(() => {
    const planted = violations.map(({ path, text }) => [path, text] as const)
    run = tidy({ ...tidyTree, ...Object.fromEntries(planted) })
  })

  test('finds nothing in a tree that is tidy', () => {
    expect(tidy(tidyTree)).toEqual({
      exitCode: 0,
      lines: [expect.stringMatching(/files are tidy/)],
    })
  })

  test('fails on a tree with problems, and finds no others than those planted', () => {
    const expected = violations.reduce((sum, { finds }) => sum + finds.length, 0)
    expect(run.lines.slice(0, -1)).toHaveLength(expected)
    expect(run.exitCode).toBe(1)
  })

  test.each(violations)('refuses $promise', ({ finds }) => {
    for (const line of finds) expect(run.lines).toContainEqual(expect.stringMatching(line))
  })
})
