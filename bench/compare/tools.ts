import { readFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeSection } from './markdown.ts'
import { runTool } from './run-tool.ts'
import { peersKit, startSides } from './sides.ts'

const USAGE = `usage: pnpm bench compare-tools   (needs SAMSA_PEERS_KIT)
Apache Kafka's own Java performance tools against both brokers, by the kit; about 25 minutes.
  --suite quick|full  (quick)
  --rounds N          (3)
  --cells REGEX       only some cells
  --wait-quiet S      wait up to S seconds for a quiet machine before each cell (10)
  --markdown FILE     where the table goes: between its markers, or as a new file
  --out FILE          every result as JSON`

/** `pnpm bench compare-tools`: the kit's `bench compare` on two brokers that are started for it. */
export async function compareTools(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      suite: { type: 'string', default: 'quick' },
      rounds: { type: 'string', default: '3' },
      cells: { type: 'string' },
      'wait-quiet': { type: 'string', default: '10' },
      markdown: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(`${USAGE}\n`)
  const bench = join(peersKit(), 'bench')
  const folder = mkdtempSync(join(tmpdir(), 'samsa-tools-'))
  const sides = await startSides()
  try {
    const { apache, samsa } = sides
    const table = join(folder, 'table.md')
    await runTool(bench, [
      'compare',
      ...['--a', apache.bootstrap, '--a-pids', String(apache.pid), '--a-name', 'Apache'],
      ...['--b', samsa.bootstrap, '--b-pids', String(samsa.pid), '--b-name', samsa.name],
      ...['--suite', values.suite, '--rounds', values.rounds, '--markdown', table],
      ...['--wait-quiet', values['wait-quiet'], '--out', values.out ?? join(folder, 'raw.json')],
      ...(values.cells === undefined ? [] : ['--cells', values.cells]),
    ])
    const text = readFileSync(table, 'utf8').trim()
    process.stdout.write(`${text}\n`)
    if (values.markdown !== undefined) writeSection(values.markdown, 'tools', text)
  } finally {
    await sides.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
