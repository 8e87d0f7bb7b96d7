import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventually } from './eventually.ts'

const entry = fileURLToPath(new URL('../../packages/cli/bin/samsa.mjs', import.meta.url))

/** What `--ready-file` tells. */
export interface ReadyFile {
  readonly pid: number
  readonly nodeId: number
  readonly clusterId: string
  readonly listeners: Readonly<Record<string, string>>
  readonly dataDirs: readonly string[]
  readonly startupMs: number
}

export interface BrokerProcessOptions {
  /** `key=value` each. */
  readonly overrides?: readonly string[]
  /** A data folder to start on; a fresh temporary one by default. */
  readonly data?: string
}

/**
 * `samsa dev` as a process of its own, on a free port and, unless told otherwise, a temporary data
 * folder that goes with it. `restart` keeps port and data, as an operator would.
 */
export class BrokerProcess {
  readonly data: string
  readonly #folder: string
  readonly #overrides: readonly string[]
  #child: ChildProcess | undefined
  #port: number
  #ready: ReadyFile | undefined
  #stderr: string

  private constructor(folder: string, options: BrokerProcessOptions) {
    this.#folder = folder
    this.data = options.data ?? join(folder, 'data')
    this.#overrides = options.overrides ?? []
    this.#port = 0
    this.#stderr = ''
  }

  static async start(options: BrokerProcessOptions = {}): Promise<BrokerProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'samsa-broker-'))
    const broker = new BrokerProcess(folder, options)
    await broker.#start()
    return broker
  }

  get bootstrap(): string {
    return `127.0.0.1:${this.#port}`
  }

  get pid(): number {
    return this.#child?.pid ?? -1
  }

  get ready(): ReadyFile {
    if (this.#ready === undefined) throw new Error('the broker is not ready')
    return this.#ready
  }

  /** What it wrote to stderr so far. */
  get stderr(): string {
    return this.#stderr
  }

  /** SIGTERM, and the exit code. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM')
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Starts again after `stop` or `kill`, on the same port and data. */
  async startAgain(): Promise<void> {
    await this.#start()
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.#start()
  }

  /** Ends it whatever its state, and removes its folder. */
  async dispose(): Promise<void> {
    await this.kill()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #start(): Promise<void> {
    const readyFile = join(this.#folder, 'ready.json')
    await rm(readyFile, { force: true })
    const overrides = this.#overrides.flatMap((override) => ['-o', override])
    const child = spawn(
      process.execPath,
      [
        entry,
        'dev',
        '--port',
        String(this.#port),
        '--data',
        this.data,
        '--ready-file',
        readyFile,
      ].concat(overrides),
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    this.#child = child
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#stderr += text))
    this.#ready = await eventually(`samsa dev becomes ready; stderr: ${this.#stderr}`, async () => {
      if (child.exitCode !== null) throw new Error(`samsa dev exited: ${this.#stderr}`)
      const text = await readFile(readyFile, 'utf8').catch(() => undefined)
      return text === undefined ? undefined : (JSON.parse(text) as ReadyFile)
    })
    this.#port = Number(this.#ready.listeners['PLAINTEXT']?.split(':').at(-1))
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.#child
    if (child === undefined) return null
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
    return child.exitCode
  }
}
