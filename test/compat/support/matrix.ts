/** What came of one step with one client: printed as a table at the end of the run. */
export type Cell = 'ok' | 'FAILED' | 'no codec' | 'not here'

export class Matrix {
  readonly #rows: Map<string, Map<string, Cell>>

  constructor() {
    this.#rows = new Map()
  }

  set(client: string, step: string, cell: Cell): void {
    const row = this.#rows.get(client) ?? new Map<string, Cell>()
    row.set(step, cell)
    this.#rows.set(client, row)
  }

  toString(): string {
    const steps = [...new Set([...this.#rows.values()].flatMap((row) => [...row.keys()]))]
    const lines = [...this.#rows].map(([client, row]) => [
      client,
      ...steps.map((step) => row.get(step) ?? ''),
    ])
    const table = [['client', ...steps], ...lines]
    const widths = ['client', ...steps].map((_, column) =>
      Math.max(...table.map((cells) => (cells[column] ?? '').length)),
    )
    return table
      .map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
      .join('\n')
  }
}
