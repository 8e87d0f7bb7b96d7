import { execFile } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const TOOL_MS_MAX = 90_000

/** One run of one of Apache's command-line tools, the same for every broker. */
export interface ToolStep {
  readonly tool: string
  /** `BOOTSTRAP` stands for the broker's address, `FOLDER` for a folder of this side. */
  readonly arguments: readonly string[]
  readonly stdin?: string
  /** True where a tool prints in the order of a Java hash map or of arrival. */
  readonly isUnordered?: boolean
}

export interface ToolOutcome {
  readonly exitCode: number
  readonly output: string
}

/** Runs a tool of the kit; never rejects for the tool's own failure. */
export async function runTool(
  kit: string,
  step: ToolStep,
  side: { readonly bootstrap: string; readonly folder: string },
): Promise<ToolOutcome> {
  const argv = step.arguments.map((argument) =>
    argument.replaceAll('BOOTSTRAP', side.bootstrap).replaceAll('FOLDER', side.folder),
  )
  const child = spawn(join(kit, 'kafka'), ['tool', step.tool, ...argv], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  child.stdin.on('error', () => {})
  child.stdin.end(step.stdin ?? '')
  const timer = setTimeout(() => child.kill('SIGKILL'), TOOL_MS_MAX)
  const [exitCode] = (await once(child, 'close')) as [number | null]
  clearTimeout(timer)
  return { exitCode: exitCode ?? -1, output: said.join('') }
}

/** A real Apache Kafka of one node, started and stopped by the kit. */
export class ApacheKafka {
  readonly bootstrap: string
  readonly #kit: string
  readonly #folder: string

  private constructor(kit: string, folder: string, bootstrap: string) {
    this.bootstrap = bootstrap
    this.#kit = kit
    this.#folder = folder
  }

  static async start(
    kit: string,
    folder: string,
    basePort: number,
    config: readonly string[],
  ): Promise<ApacheKafka> {
    const { stdout } = await run(
      join(kit, 'kafka'),
      [
        'server',
        'start',
        '--dir',
        folder,
        '--base-port',
        String(basePort),
        '--heap',
        '512m',
        // Without the level that Samsa does not have yet, and what it sets by itself.
        '--config',
        'min.insync.replicas=',
        '--format-arg',
        '--feature',
        '--format-arg',
        'eligible.leader.replicas.version=0',
      ].concat(config.flatMap((entry) => ['--config', entry])),
      { timeout: 120_000 },
    )
    const { bootstrap } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
      bootstrap: string
    }
    return new ApacheKafka(kit, folder, bootstrap)
  }

  async stop(): Promise<void> {
    await run(join(this.#kit, 'kafka'), ['server', 'stop', '--dir', this.#folder, '--remove'], {
      timeout: 60_000,
    })
  }
}

/** What a step printed, without what must differ between two brokers: ids, times, ports, hosts. */
export function masked(step: ToolStep, output: string): string {
  const lines = maskedLines(output)
  return (step.isUnordered === true ? lines.sort() : lines).join('\n').trim()
}

function maskedLines(output: string): string[] {
  return output
    .replace(/TopicId: \S+/g, 'TopicId: ID')
    .replace(/(localhost|127\.0\.0\.1):\d+/g, 'HOST:PORT')
    .replace(/(id: )\d+( rack: \S+ isFenced: \S+)/g, '$1N$2')
    .replace(/\b(CreateTime|LogAppendTime):\d+/g, '$1:TIME')
    .replace(/(console-consumer|consumer)-[\w-]{20,}\S*/g, 'CONSUMER')
    .replace(/\/127\.0\.0\.1/g, '/HOST')
    .replace(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\S*/g, 'TIME')
    .replace(/[ \t]+/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => !isNoise(line))
}

/** What a JVM says of itself, and the log lines of the tools. */
function isNoise(line: string): boolean {
  return /^(OpenJDK|SLF4J|WARNING: |\[TIME|TIME\S* (WARN|INFO|ERROR)|\[?20\d\d-)/.test(line)
}
