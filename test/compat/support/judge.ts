import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type Codec = 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd'
export const codecs: readonly Codec[] = ['none', 'gzip', 'snappy', 'lz4', 'zstd']

/** A record as a member told it, after its commit. */
export interface ToldRecord {
  readonly partition: number
  readonly offset: number
  readonly key: string
  readonly value: string
  readonly header: string
}

/** Somebody else's client, as programs that speak the line protocol (judges/support). */
export interface Judge {
  /** Name and version, for the table. */
  readonly name: string
  /** Why it cannot judge here; undefined when it can. */
  missing(): Promise<string | undefined>
  /** Codecs that the client brings along. */
  readonly codecs: readonly Codec[]
  produceCommand(
    bootstrap: string,
    topic: string,
    codec: Codec,
    from: number,
    count: number,
  ): Command
  memberCommand(bootstrap: string, topic: string, group: string): Command
  /** Turns what a member prints into the protocol's lines, where the client cannot itself. */
  readLine?(line: string, stream: 'stdout' | 'stderr'): unknown
  /** How a member is asked to leave: by a line on stdin, or by SIGTERM. */
  readonly leavesBy?: 'stdin' | 'SIGTERM'
}

export interface Command {
  readonly file: string
  readonly arguments: readonly string[]
  readonly input?: string
  readonly environment?: Readonly<Record<string, string>>
}

const PRODUCE_MS_MAX = 60_000

/** Runs a produce command to its end; rejects with what it said when it failed. */
export async function produce(judge: Judge, command: Command): Promise<void> {
  const child = start(command)
  const said: string[] = []
  child.stderr?.setEncoding('utf8').on('data', (text: string) => said.push(text))
  child.stdout?.resume()
  child.stdin?.end(command.input ?? '')
  const timer = setTimeout(() => child.kill('SIGKILL'), PRODUCE_MS_MAX)
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  clearTimeout(timer)
  if (code !== 0) throw new Error(`${judge.name} produce: ${code ?? signal}: ${said.join('')}`)
}

/** A running member of a group. */
export class Member {
  readonly records: ToldRecord[] = []
  /** Partitions of its last assignment. */
  assigned: readonly number[] = []
  readonly #judge: Judge
  readonly #child: ChildProcess
  #said: string

  constructor(judge: Judge, command: Command) {
    this.#judge = judge
    this.#said = ''
    const child = start(command)
    this.#child = child
    for (const stream of ['stdout', 'stderr'] as const) {
      const input = child[stream]
      if (input === null) continue
      createInterface({ input }).on('line', (line) => {
        if (stream === 'stderr') this.#said += `${line}\n`
        this.#take(judge.readLine?.(line, stream) ?? (stream === 'stdout' ? parse(line) : null))
      })
    }
  }

  get hasExited(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  get said(): string {
    return this.#said
  }

  /** Leaves the group and ends. */
  async leave(): Promise<void> {
    if (this.hasExited) return
    const exited = once(this.#child, 'exit')
    if (this.#judge.leavesBy === 'SIGTERM') this.#child.kill('SIGTERM')
    else this.#child.stdin?.write('stop\n')
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 20_000)
    await exited
    clearTimeout(timer)
  }

  kill(): void {
    if (!this.hasExited) this.#child.kill('SIGKILL')
  }

  #take(line: unknown): void {
    if (typeof line !== 'object' || line === null) return
    if ('assigned' in line) {
      this.assigned = [...(line.assigned as number[])].sort((a, b) => a - b)
    } else if ('offset' in line) this.records.push(line as ToldRecord)
  }
}

function parse(line: string): unknown {
  return line.startsWith('{') ? JSON.parse(line) : null
}

function start(command: Command): ChildProcess {
  const environment = { ...process.env, ...command.environment }
  const child = spawn(command.file, command.arguments, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environment,
  })
  child.stdin.on('error', () => {})
  return child
}
