const WARM_MS = 60
const SAMPLES = 15
const SAMPLE_MS = 4

export interface Subject {
  readonly name: string
  readonly run: () => unknown
}

function spend(run: () => unknown, times: number): number {
  const start = performance.now()
  for (let time = 0; time < times; time++) run()
  return performance.now() - start
}

/**
 * Nanoseconds of one run of each. Samples of the subjects alternate and the least counts, so that
 * neither another process nor the collector falls on one of them alone.
 */
export function nanosecondsOf(subjects: readonly Subject[]): readonly number[] {
  const timed = subjects.map(({ run }) => ({ run, times: 1, best: Number.POSITIVE_INFINITY }))
  for (const one of timed) {
    const until = performance.now() + WARM_MS
    while (performance.now() < until) {
      if (spend(one.run, one.times) < SAMPLE_MS) one.times *= 2
    }
  }
  for (let sample = 0; sample < SAMPLES; sample++) {
    for (const one of timed) {
      one.best = Math.min(one.best, (spend(one.run, one.times) * 1e6) / one.times)
    }
  }
  return timed.map(({ best }) => best)
}

/** Columns of equal width, the first one to the left. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    )
    process.stdout.write(`${cells.join('  ')}\n`)
  }
}
