import { posix } from 'node:path'
import type { Rule } from './oxlint.ts'
import { foreignClients, importRows, type ImportRow } from './import-rows.ts'

/** Something that brings in a module, as far as this rule looks at it. */
interface Importing {
  readonly type: string
  readonly importKind?: string
  readonly exportKind?: string
  readonly source?: { readonly type: string; readonly value?: unknown } | null
  readonly expression?: { readonly type: string; readonly value?: unknown }
}

/** Packages, and the top folders beside them: code reaches from one to another by name only. */
function unitOf(path: string): string {
  return /^packages\/[^/]+\//.exec(path)?.[0] ?? /^[^/]+\//.exec(path)?.[0] ?? ''
}

function isTypeOnly(node: Importing): boolean {
  return node.type === 'TSImportType' || (node.importKind ?? node.exportKind) === 'type'
}

function complaintAboutPath(file: string, source: string, row: ImportRow, types: boolean) {
  const target = posix.join(posix.dirname(file), source)
  if (unitOf(target) !== unitOf(file)) {
    return `${file} reaches into another package by path (${source}). Import the package by name, or a subpath that its package.json exports.`
  }
  const within = types ? (row.withinTypes ?? row.within) : row.within
  if (within === undefined || within.test(target)) return undefined
  return `${file} may not import ${source}: it leads out of ${within.source}.`
}

function complaintAboutModule(file: string, source: string, row: ImportRow, types: boolean) {
  if (/^@samsa\/[^/]+\/(src|test)(\/|$)/.test(source)) {
    return `${source}: across packages only through the package's name or a subpath that its package.json exports.`
  }
  if (row.may.test(source) || (types && row.mayTypes?.test(source) === true)) return undefined
  if (row.mayTypes?.test(source) === true) {
    return `${file} may import only types from ${source}: write "import type".`
  }
  if (foreignClients.test(source)) {
    return `${file} may not import ${source}: other people's clients only below a test folder (comparisons of the bench: bench/micro/test/).`
  }
  const why = source.startsWith('node:') ? 'The world is reached through the doors: ' : ''
  return `${file} may not import ${source}. ${why}scripts/lint/import-rows.ts says what this file may import.`
}

/**
 * The import allow-list. Sees `import`, `export … from`, `import()`, `import('…')` in types and
 * `import x = require()`; a module name that is not a literal cannot be judged and is refused where
 * the row does not allow everything.
 */
export const importsRule: Rule = {
  create(context) {
    const file = context.filename.slice(context.cwd.length + 1).replaceAll('\\', '/')
    const row = importRows.find(({ files }) => files.test(file))

    function check(node: Importing): void {
      const named = node.source ?? node.expression
      if (row === undefined || named === null || named === undefined) return
      const source = named.value
      const complaint =
        typeof source === 'string'
          ? (source.startsWith('.') ? complaintAboutPath : complaintAboutModule)(
              file,
              source,
              row,
              isTypeOnly(node),
            )
          : complaintAboutModule(file, 'a module whose name is computed', row, false)
      if (complaint !== undefined) context.report({ node, message: complaint })
    }

    return {
      Program(node) {
        if (row !== undefined) return
        const message = `No row of scripts/lint/import-rows.ts covers ${file}: add one that says what it may import.`
        context.report({ node, message })
      },
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
      TSExternalModuleReference: check,
    }
  },
}
