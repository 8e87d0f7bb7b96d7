import { parseArgs } from 'node:util'
import type { Address } from '@samsa/base'
import { SHAPES, type Shape } from './shapes.ts'
import type { SaturateOptions } from './run-shape.ts'

export const SATURATE_USAGE: string = `usage: pnpm bench saturate --bootstrap HOST:PORT [--pid PID]
  --shape REGEX     only shapes whose name matches: ${SHAPES.map(({ name }) => name).join(', ')}
  --seconds N       measured time of each shape (5)
  --warm-up N       seconds of load before it (1)
  --connections N   connections (4)
  --in-flight N     Produce requests under way on each (4)
  --json            one JSON line instead of a table`

export interface SaturateCommand {
  readonly options: SaturateOptions
  readonly shapes: readonly Shape[]
  readonly isJson: boolean
}

export function parseSaturate(args: readonly string[]): SaturateCommand {
  const { values } = parseArgs({
    args: [...args],
    options: {
      bootstrap: { type: 'string' },
      pid: { type: 'string' },
      shape: { type: 'string', default: '' },
      seconds: { type: 'string', default: '5' },
      'warm-up': { type: 'string', default: '1' },
      connections: { type: 'string', default: '4' },
      'in-flight': { type: 'string', default: '4' },
      json: { type: 'boolean', default: false },
    },
  })
  const shapes = SHAPES.filter(({ name }) => new RegExp(values.shape).test(name))
  if (values.bootstrap === undefined || shapes.length === 0) throw new Error(SATURATE_USAGE)
  return {
    shapes,
    isJson: values.json,
    options: {
      address: addressOf(values.bootstrap),
      pid: values.pid === undefined ? undefined : Number(values.pid),
      seconds: Number(values.seconds),
      warmUpSeconds: Number(values['warm-up']),
      connections: Number(values.connections),
      inFlight: Number(values['in-flight']),
      consumeBytes: 600e6,
    },
  }
}

function addressOf(text: string): Address {
  const colon = text.lastIndexOf(':')
  return { host: text.slice(0, colon), port: Number(text.slice(colon + 1)) }
}
