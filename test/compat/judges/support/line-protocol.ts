import { createInterface } from 'node:readline'

/**
 * What every judge understands, whatever its language:
 *
 *     judge produce BOOTSTRAP TOPIC CODEC FROM COUNT   records FROM … FROM+COUNT−1, then {"done":true}
 *     judge member  BOOTSTRAP TOPIC[,TOPIC…] GROUP     joins, commits each record, prints JSON lines,
 *                                                      and leaves when a line comes on its stdin
 *
 * A member prints `{"assigned":[0,1]}` for each assignment and one line for each record, after its
 * commit; last `{"stopped":true}`.
 */
export interface JudgeArguments {
  readonly command: 'produce' | 'member'
  readonly bootstrap: string
  readonly topic: string
  readonly codec: string
  readonly from: number
  readonly count: number
  readonly group: string
}

export function judgeArguments(): JudgeArguments {
  const [command, bootstrap = '', topic = '', third = '', from, count] = process.argv.slice(2)
  return {
    command: command === 'produce' ? 'produce' : 'member',
    bootstrap,
    topic,
    codec: third,
    group: third,
    from: Number(from),
    count: Number(count),
  }
}

export function emit(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** Leaves the group in an orderly way once the first line comes in, then ends the process. */
export function onStop(leave: () => Promise<void>): void {
  createInterface({ input: process.stdin }).once('line', () => {
    void leave().then(() => {
      emit({ stopped: true })
      process.exit(0)
    })
  })
}

export const keyOf = (index: number): string => `k${index}`
/** Long and regular enough that every codec has something to do. */
export const valueOf = (index: number): string => `v${index}-${'samsa '.repeat(30)}`
export const headerOf = (index: number): string => `h${index}`
