import { printTable } from '../micro/measure.ts'
import { BenchTopics } from './bench-topics.ts'
import { parseSaturate } from './options.ts'
import { runShape, type ShapeResult } from './run-shape.ts'

/**
 * `pnpm bench saturate`: replays encoded requests as fast as a broker takes them. Batches carry no
 * producer id, so that they can be sent again.
 */
export async function saturate(args: readonly string[]): Promise<void> {
  const { options, shapes, isJson } = parseSaturate(args)
  const topics = await BenchTopics.open(options.address)
  const results: ShapeResult[] = []
  try {
    for (const shape of shapes) results.push(await runShape(shape, options, topics))
  } finally {
    topics.close()
  }
  if (isJson) process.stdout.write(`${JSON.stringify(results)}\n`)
  else printTable(tableOf(results))
}

function tableOf(results: readonly ShapeResult[]): readonly (readonly string[])[] {
  const number = (value: number | null, digits: number): string => value?.toFixed(digits) ?? '-'
  return [
    ['shape', 'MB/s', 'server CPU s/GB', 'cores', 'client', 'p50 ms', 'p99 ms', 'RSS MB'],
    ...results.map((result) => [
      result.shape,
      number(result.megabytesPerSecond, 0),
      number(result.serverCpuSecondsPerGigabyte, 2),
      number(result.serverCores, 2),
      number(result.clientCores, 2),
      number(result.latencyP50Ms, 2),
      number(result.latencyP99Ms, 2),
      number(result.serverResidentMegabytes, 0),
    ]),
  ]
}
