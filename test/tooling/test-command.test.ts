import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { plant, type Files } from './support/planted-tree.ts'

interface TestRun {
  readonly exitCode: number
  readonly lines: readonly string[]
}

/** Runs the real test command in a tree with these tests. */
function runTests(files: Files, ...groups: readonly string[]): TestRun {
  const { root, remove } = plant(files)
  try {
    const args = ['scripts/test.ts', ...groups]
    const stdout = execFileSync('node', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
    return { exitCode: 0, lines: stdout.toString().trimEnd().split('\n') }
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: Buffer }
    return { exitCode: status, lines: stdout.toString().trimEnd().split('\n') }
  } finally {
    remove()
  }
}

function testFile(...bodies: readonly string[]): string {
  const tests = bodies.map((body, index) => `test('number ${index}', ${body})\n`)
  return `import { beforeAll, describe, expect, test } from 'vitest'\n${tests.join('')}`
}

const passing = '() => expect(1).toBe(1)'
const failing = '() => expect(1).toBe(2)'
const skipping = "({ skip }) => { skip(true, 'the judge is not here') }"

test('the last line sums all groups, and a skip is told by name and reason', () => {
  const run = runTests(
    {
      'packages/one/test/a.test.ts': testFile(passing, passing),
      'test/e2e/b.test.ts': testFile(passing, skipping),
    },
    'unit',
    'e2e',
  )
  expect(run.lines.at(-1)).toBe('3 passed, 0 failed, 1 skipped')
  expect(run.lines).toContain('skipped: number 1: the judge is not here')
  expect(run.exitCode).toBe(0)
})

test('a test that fails, a file that does not load and a hook that throws are failures', () => {
  const run = runTests(
    {
      'packages/one/test/fails.test.ts': testFile(passing, failing),
      'packages/one/test/broken.test.ts': "import './absent.ts'\n",
      'packages/one/test/hook.test.ts': `${testFile()}describe('suite', () => {
        beforeAll(() => { throw new Error('no') })
        test('never runs', ${passing})
      })\n`,
    },
    'unit',
  )
  expect(run.lines.at(-1)).toBe('1 passed, 3 failed, 1 skipped')
  expect(run.exitCode).toBe(1)
})

test('a skip without a reason is a failure', () => {
  const run = runTests(
    { 'packages/one/test/a.test.ts': testFile(passing, '({ skip }) => { skip() }') },
    'unit',
  )
  expect(run.lines.at(-1)).toBe('1 passed, 1 failed, 0 skipped')
  expect(run.exitCode).toBe(1)
})

test('a group whose process dies is a failure', () => {
  const run = runTests(
    {
      'vitest.config.ts': 'throw new Error("no config")\n',
      'test/e2e/a.test.ts': testFile(passing),
    },
    'e2e',
  )
  expect(run.lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped')
  expect(run.exitCode).toBe(1)
})

test('a check that fails is counted and its output shown', () => {
  const run = runTests(
    {
      'tsconfig.json': '{"files": [], "references": []}',
      'packages/log/tsconfig.json': '{"extends": "../../tsconfig.base.json", "include": ["src"]}',
      'packages/log/src/index.ts': 'export const now = (): number => Date.now()\n',
    },
    'check',
  )
  expect(run.lines.at(-1)).toMatch(/^\d+ passed, [1-9]\d* failed, 0 skipped$/)
  expect(run.lines.join('\n')).toMatch(/FAIL lint[^]*Unexpected use of 'Date'/)
  expect(run.exitCode).toBe(1)
})
