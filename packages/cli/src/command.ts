/** Exit codes of every command. */
export const ExitCode = { done: 0, failed: 1, usage: 2 } as const

/** One command of the tree; its module is loaded only when it is called, so that others start fast. */
export interface Command {
  /** First line of its help, and its line in the list. */
  readonly summary: string
  /** What `samsa NAME --help` prints. */
  readonly usage: string
  /** Resolves with the exit code. Data goes to stdout, everything else to stderr. */
  run(argv: readonly string[]): Promise<number>
}

export interface CommandEntry {
  readonly words: readonly string[]
  readonly summary: string
  load(): Promise<Command>
}
