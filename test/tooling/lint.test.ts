import { beforeAll, describe, expect, test } from 'vitest'
import { lint, type LintRun } from './support/lint.ts'
import { allowed, violations } from './support/lint-plants.ts'

describe('the lint command', () => {
  let run: LintRun

  beforeAll(async () => {
    run = await lint(Object.fromEntries(violations.map(({ path, text }) => [path, text])))
  })

  test('fails on a tree with violations', () => {
    expect(run.exitCode).not.toBe(0)
  })

  test.each(violations)('refuses $promise', ({ path, rule, says }) => {
    expect(run.findings.filter((finding) => finding.startsWith(`${path} `))).toEqual([
      `${path} ${rule}`,
    ])
    expect(run.messages.get(path)).toMatch(says)
  })

  test('finds nothing in files that keep the rules', async () => {
    const clean = await lint(allowed)
    expect(clean.findings).toEqual([])
    expect(clean.exitCode).toBe(0)
  })
})
