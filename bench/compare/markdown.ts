import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'

/** One line about where figures come from. */
export function machineText(): string {
  const [first] = cpus()
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const day = new Date().toISOString().slice(0, 10)
  const cores = `${cpus().length} cores (${first?.model.trim() ?? 'unknown'})`
  return `${cores}, ${gigabytes} GiB, Linux ${release()}, Node ${process.version}, ${day}`
}

export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head, ...rest] = rows
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = line(head!.map((_, column) => (column === 0 ? '---' : '---:')))
  return [line(head!), rule, ...rest.map(line)].join('\n')
}

/**
 * Puts the text between the markers `<!-- NAME -->` and `<!-- /NAME -->` of the file where it has them,
 * and makes it the whole file where there is none yet. Throws when the file has no such markers.
 */
export function writeSection(path: string, name: string, text: string): void {
  if (!existsSync(path)) return writeFileSync(path, `${text}\n`)
  const page = readFileSync(path, 'utf8')
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error(`${path} has no section ${begin} … ${end}`)
  const before = page.slice(0, from + begin.length)
  writeFileSync(path, `${before}\n\n${text}\n\n${page.slice(to)}`)
}
