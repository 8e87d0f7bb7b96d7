import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plant, repository, type Files } from './planted-tree.ts'

export interface LintRun {
  readonly exitCode: number
  /** `path rule`, sorted, each once. */
  readonly findings: readonly string[]
  /** All messages by path. */
  readonly messages: ReadonlyMap<string, string>
}

interface Report {
  readonly diagnostics: readonly {
    readonly code?: string
    readonly message: string
    readonly filename: string
  }[]
}

/** `pnpm lint` as package.json has it. */
function lintCommand(): string {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  return scripts['lint'] ?? 'exit 127'
}

function tsconfig(): string {
  return JSON.stringify({
    extends: '../../tsconfig.base.json',
    compilerOptions: { rootDir: '.', outDir: '.tsbuild' },
    include: ['src', 'test'],
  })
}

function understand(exitCode: number, stdout: string): LintRun {
  const findings = new Set<string>()
  const messages = new Map<string, string>()
  for (const { code = 'none', message, filename } of (JSON.parse(stdout) as Report).diagnostics) {
    findings.add(`${filename} ${code}`)
    messages.set(filename, `${messages.get(filename) ?? ''}${message}\n`)
  }
  return { exitCode, findings: [...findings].toSorted(), messages }
}

/** Runs the real lint command, with the real rules, on a tree that holds these files only. */
export async function lint(files: Files): Promise<LintRun> {
  const projects = Object.fromEntries(
    Object.keys(files)
      .filter((path) => path.startsWith('packages/'))
      .map((path) => [`${path.split('/').slice(0, 2).join('/')}/tsconfig.json`, tsconfig()]),
  )
  const { root, remove } = plant({ ...projects, ...files })
  try {
    return await new Promise((resolve) => {
      const path = `${join(repository, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`
      const options = { cwd: root, env: { ...process.env, PATH: path }, maxBuffer: 2 ** 26 }
      execFile('sh', ['-c', `${lintCommand()} --format=json`], options, (error, stdout) => {
        resolve(understand(error === null ? 0 : Number(error.code), stdout))
      })
    })
  } finally {
    remove()
  }
}
