import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { errorsPage, ERRORS_PAGE, ERRORS_TABLE, type ErrorTable } from '../docs/errors-page.ts'
import type { Problem, TextFile, TidyRule, Tree } from './tree.ts'

interface ErrorClass {
  readonly path: string
  readonly line: number
  readonly name: string
  readonly parent: string
  /** Of `readonly code`: its type and its value as written; undefined where it is inherited. */
  readonly code: { readonly type: string; readonly value: string } | undefined
}

const families = ['BrokerError', 'AssertionError']

function classesOf({ path, text }: TextFile): ErrorClass[] {
  const heads = [
    ...text.matchAll(/^(?:export )?(?:abstract )?class (\w+)(?:<[^>]*>)? extends (\w+)/gm),
  ]
  return heads.map((head, index) => {
    const body = text.slice(head.index, heads[index + 1]?.index)
    const code =
      /^ {2}(?:override )?readonly code(?:: ([^=\n]+?))?(?: = (.+?)(?: as const)?)?$/m.exec(body)
    return {
      path,
      line: text.slice(0, head.index).split('\n').length,
      name: head[1] ?? '',
      parent: head[2] ?? '',
      code: code === null ? undefined : { type: code[1] ?? '', value: code[2] ?? '' },
    }
  })
}

/** Literals of a union written out, or of the one that a `type` of that name declares. */
function literalsOf(type: string, sources: readonly TextFile[]): string[] {
  const declared = new RegExp(
    `^(?:export )?type ${/^\w+$/.test(type) ? type : '(?!)'} =([^]*?)(?:\\n\\n|\\n(?=[^ ]))`,
    'm',
  )
  const text = type.includes("'")
    ? type
    : (sources
        .map((file) => declared.exec(`${file.text}\n\n`)?.[1])
        .find((found) => found !== undefined) ?? '')
  return [...text.matchAll(/'(\w+)'/g)].flatMap(([, literal]) =>
    literal === undefined ? [] : [literal],
  )
}

function isError(one: ErrorClass, classes: readonly ErrorClass[]): boolean {
  if (families.includes(one.name) || families.includes(one.parent)) return true
  const parent = classes.find(({ name }) => name === one.parent)
  return parent !== undefined && isError(parent, classes)
}

/** Every code that a class of ours carries, with where; classes whose code is not literal as problems. */
function codesIn(tree: Tree): {
  readonly codes: ReadonlyMap<string, ErrorClass>
  readonly problems: Problem[]
} {
  const sources = tree.files.filter(({ path }) => /^packages\/[^/]+\/src\/.+\.ts$/.test(path))
  const classes = sources.flatMap(classesOf)
  const codes = new Map<string, ErrorClass>()
  const problems: Problem[] = []
  for (const one of classes) {
    if (one.code === undefined || !isError(one, classes) || one.name === 'BrokerError') continue
    const { type, value } = one.code
    const literals = value === '' ? literalsOf(type, sources) : literalsOf(value, [])
    for (const literal of literals) codes.set(literal, one)
    if (literals.length > 0 && literals.every((literal) => /^[A-Z][A-Z0-9_]*$/.test(literal)))
      continue
    const message = `the code of ${one.name} is a literal in upper case, or a union of such`
    problems.push({ path: one.path, line: one.line, message })
  }
  return { codes, problems }
}

async function check(tree: Tree): Promise<Problem[]> {
  const { codes, problems } = codesIn(tree)
  const url = pathToFileURL(join(tree.root, ERRORS_TABLE)).href
  const table = existsSync(join(tree.root, ERRORS_TABLE))
    ? ((await import(url)) as { errorCodes: ErrorTable }).errorCodes
    : {}
  for (const [code, { path, line, name }] of codes) {
    if (Object.hasOwn(table, code)) continue
    problems.push({ path, line, message: `${code} (${name}) is missing in ${ERRORS_TABLE}` })
  }
  for (const code of Object.keys(table)) {
    if (codes.has(code)) continue
    problems.push({ path: ERRORS_TABLE, line: 0, message: `${code} is no error's code` })
  }
  const page = tree.files.find(({ path }) => path === ERRORS_PAGE)?.text ?? ''
  if (page !== errorsPage(table) && (codes.size > 0 || page !== '')) {
    problems.push({ path: ERRORS_PAGE, line: 0, message: 'stale: run pnpm generate' })
  }
  return problems
}

/** The codes in the sources, the table of codes and its page say the same. */
export const errorCodeRule: TidyRule = { name: 'error codes', check }
