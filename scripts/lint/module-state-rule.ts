import type { Rule } from './oxlint.ts'

interface Named {
  readonly type: string
  readonly name?: string
  readonly typeAnnotation?: { readonly typeAnnotation: TypeName } | null
}

interface TypeName {
  readonly typeName?: { readonly name?: string }
}

interface Initial {
  readonly type: string
  readonly callee?: Named
  readonly arguments?: readonly unknown[]
}

interface Declaration {
  readonly type: string
  readonly kind?: string
  readonly declare?: boolean
  readonly declaration?: Declaration | null
  readonly declarations?: readonly { readonly id: Named; readonly init: Initial | null }[]
}

const containers = new Set(['Map', 'Set', 'WeakMap', 'WeakSet'])

/** An empty container that is not declared `Readonly…` is there to be filled. */
function isToBeFilled(id: Named, init: Initial | null): boolean {
  if (init?.type !== 'NewExpression' || init.arguments?.length !== 0) return false
  if (!containers.has(init.callee?.name ?? '')) return false
  const declared = id.typeAnnotation?.typeAnnotation.typeName?.name ?? ''
  return !declared.startsWith('Readonly')
}

/** No state in modules: two nodes live in one process, and neither may see the other's. */
export const moduleStateRule: Rule = {
  create(context) {
    return {
      Program(program: { readonly body: readonly Declaration[] }) {
        for (const statement of program.body) {
          const declared = statement.declaration ?? statement
          if (declared.type !== 'VariableDeclaration' || declared.declare === true) continue
          for (const { id, init } of declared.declarations ?? []) {
            if (declared.kind === 'const' && !isToBeFilled(id, init)) continue
            const message = `${id.name ?? 'This'} is state of a module: two nodes in one process would share it. Keep it in an object that a node owns.`
            context.report({ node: id, message })
          }
        }
      },
    }
  },
}
