import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { machineText, writeSection } from '../compare/markdown.ts'
import { runTool } from '../compare/run-tool.ts'

interface Micro {
  readonly file: string
  readonly title: string
}

const MICROS: readonly Micro[] = [
  { file: 'codec', title: 'Codecs: hot requests, then every version beside other clients' },
  { file: 'batch', title: 'Record batches: build, walk, validate' },
  { file: 'crc', title: 'CRC-32C' },
  { file: 'compression', title: 'Compression' },
  { file: 'log', title: 'Log: start, append, read' },
  { file: 'produce', title: 'Produce through a node, without a network' },
  { file: 'fetch', title: 'Fetch through a node, without a network' },
  { file: 'disk', title: 'Disk door' },
  { file: 'net', title: 'Net door: round trips over loopback' },
]

const USAGE = `usage: pnpm bench micro [NAME…] [--markdown FILE]
  NAME   ${MICROS.map(({ file }) => file).join(', ')}; all of them by default`

/** `pnpm bench micro`: each in a process of its own, one after another. */
export async function micro(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { markdown: { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  const unknown = positionals.filter((name) => !MICROS.some(({ file }) => file === name))
  if (values.help || unknown.length > 0) return void process.stdout.write(`${USAGE}\n`)
  const sections: string[] = []
  for (const { file, title } of MICROS) {
    if (positionals.length > 0 && !positionals.includes(file)) continue
    const program = fileURLToPath(new URL(`${file}.ts`, import.meta.url))
    const output = (await runTool(process.execPath, [program])).trimEnd()
    process.stdout.write(`${title} (bench/micro/${file}.ts)\n\n${output}\n\n`)
    sections.push(`### ${title}\n\n\`\`\`text\n${output}\n\`\`\``)
  }
  if (values.markdown === undefined) return
  writeSection(values.markdown, 'micro', [`${machineText()}.`, ...sections].join('\n\n'))
}
