import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { ShapeResult } from '../saturate/run-shape.ts'
import { SHAPES } from '../saturate/shapes.ts'
import { machineText, markdownTable, writeSection } from './markdown.ts'
import { runTool } from './run-tool.ts'
import { startSides, type Side } from './sides.ts'

const USAGE = `usage: pnpm bench compare-saturation   (needs SAMSA_PEERS_KIT)
  --rounds N         rounds, sides and shapes interleaved (3)
  --seconds N        measured time of each shape in each round (5)
  --warm-seconds N   load on each side before the first round (60)
  --shape REGEX      only shapes whose name matches
  --markdown FILE    where the table goes: between its markers, or as a new file
  --out FILE         every result as JSON`

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

/** Every result of one shape: a list for each side, round by round. */
interface ShapeRounds {
  readonly shape: string
  readonly samsa: ShapeResult[]
  readonly apache: ShapeResult[]
}

/** `pnpm bench compare-saturation`: both brokers in one run; only the ratios are worth quoting. */
export async function compareSaturation(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
      'warm-seconds': { type: 'string', default: '60' },
      shape: { type: 'string', default: '' },
      markdown: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(`${USAGE}\n`)
  const shapes = SHAPES.map(({ name }) => name).filter((name) =>
    new RegExp(values.shape).test(name),
  )
  if (shapes.length === 0) throw new Error(`no shape matches ${values.shape}`)
  const sides = await startSides()
  try {
    for (const side of [sides.apache, sides.samsa]) {
      progress(`${side.name}: ${values['warm-seconds']} s of load to warm up`)
      await warmUp(side, shapes, Number(values['warm-seconds']))
    }
    const results = await runRounds(sides, shapes, Number(values.rounds), values.seconds)
    const text = reportOf(results, sides.apache.name, values.rounds, values.seconds)
    process.stdout.write(`${text}\n`)
    if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(results, null, 1)}\n`)
    if (values.markdown !== undefined) writeSection(values.markdown, 'saturation', text)
  } finally {
    await sides.stop()
  }
}

async function warmUp(side: Side, shapes: readonly string[], seconds: number): Promise<void> {
  if (seconds <= 0) return
  for (const shape of shapes) await runSaturate(side, shape, String(seconds / shapes.length), '0')
}

async function runRounds(
  sides: { readonly samsa: Side; readonly apache: Side },
  shapes: readonly string[],
  rounds: number,
  seconds: string,
): Promise<readonly ShapeRounds[]> {
  const results = shapes.map((shape): ShapeRounds => ({ shape, samsa: [], apache: [] }))
  for (let round = 0; round < rounds; round++) {
    for (const result of results) {
      const order =
        round % 2 === 0 ? (['apache', 'samsa'] as const) : (['samsa', 'apache'] as const)
      for (const side of order) {
        const one = await runSaturate(sides[side], result.shape, seconds, '2')
        result[side].push(one)
        progress(`${round + 1}/${rounds}  ${sides[side].name}  ${brief(one)}`)
      }
    }
  }
  return results
}

/** In a process of its own, so that each measurement begins alike. */
async function runSaturate(
  side: Side,
  shape: string,
  seconds: string,
  warmUpSeconds: string,
): Promise<ShapeResult> {
  const where = ['--bootstrap', side.bootstrap, '--pid', String(side.pid)]
  const what = ['--shape', `^${shape}$`, '--seconds', seconds, '--warm-up', warmUpSeconds, '--json']
  const output = await runTool(process.execPath, [main, 'saturate', ...where, ...what])
  return (JSON.parse(output) as ShapeResult[])[0]!
}

function brief(result: ShapeResult): string {
  const cpu = result.serverCpuSecondsPerGigabyte?.toFixed(2)
  return `${result.shape}: ${result.megabytesPerSecond.toFixed(0)} MB/s, ${cpu} CPU s/GB`
}

type Figure = (result: ShapeResult) => number

const figures: readonly (readonly [name: string, digits: number, figure: Figure])[] = [
  ['MB/s', 0, (result) => result.megabytesPerSecond],
  ['CPU s/GB', 2, (result) => result.serverCpuSecondsPerGigabyte ?? Number.NaN],
  ['p50 ms', 2, (result) => result.latencyP50Ms],
  ['p99 ms', 2, (result) => result.latencyP99Ms],
]

function reportOf(
  results: readonly ShapeRounds[],
  apacheName: string,
  rounds: string,
  seconds: string,
): string {
  const rows = [
    ['shape', ...figures.flatMap(([name]) => [`${name} ${apacheName} → Samsa`, 'ratio'])],
  ]
  for (const { shape, samsa, apache } of results) {
    const cells = figures.flatMap(([, digits, figure]) => {
      const [theirs, ours] = [median(apache.map(figure)), median(samsa.map(figure))]
      return [`${theirs.toFixed(digits)} → ${ours.toFixed(digits)}`, (ours / theirs).toFixed(2)]
    })
    rows.push([shape, ...cells])
  }
  const about = `Medians of ${rounds} interleaved rounds of ${seconds} s each; ratio: Samsa ÷ Apache.`
  return `${about} ${machineText()}.\n\n${markdownTable(rows)}`
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`)
}
