/** The part of oxlint's plugin interface (ESLint's) that our rules use. */
export interface RuleContext {
  /** Absolute. */
  readonly filename: string
  readonly cwd: string
  report(problem: { readonly node: object; readonly message: string }): void
}

export interface Rule {
  /** Visitors by type of node; a node is an ESTree or TS-ESTree object. */
  create(context: RuleContext): Record<string, (node: never) => void>
}

export interface Plugin {
  readonly meta: { readonly name: string }
  readonly rules: Readonly<Record<string, Rule>>
}
