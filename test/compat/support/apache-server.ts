import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eventually } from '../../support/eventually.ts'
import { PlainClient } from '../../support/plain-client.ts'

const START_MS_MAX = 90_000
const STOP_MS_MAX = 60_000

/** Apache Kafka on a directory that is formatted already: `kafka-server-start FILE`. */
export class ApacheServer {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  /** Writes `properties` to `folder`, starts on them and waits for an answer on `port`. */
  static async start(
    kit: string,
    folder: string,
    properties: readonly string[],
    port: number,
  ): Promise<ApacheServer> {
    const file = join(folder, 'server.properties')
    await writeFile(file, `${properties.join('\n')}\n`)
    const child = spawn(join(kit, 'kafka'), ['tool', 'kafka-server-start', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, KAFKA_HEAP_OPTS: '-Xmx512M', KIT_LOG_LEVEL: 'WARN' },
    })
    const said: string[] = []
    child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
    const server = new ApacheServer(child)
    try {
      await eventually('Apache Kafka answers', () => answers(child, port, said), START_MS_MAX)
    } catch (error) {
      child.kill('SIGKILL')
      throw new Error(`${String(error)}\n${said.join('')}`, { cause: error })
    }
    return server
  }

  /** SIGTERM, and the exit code; 143 is a JVM that ended in order. */
  async stop(): Promise<number | null> {
    const child = this.#child
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exited = once(child, 'exit')
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX)
    child.kill('SIGTERM')
    await exited
    clearTimeout(timer)
    return child.exitCode
  }
}

async function answers(
  child: ChildProcess,
  port: number,
  said: readonly string[],
): Promise<true | undefined> {
  if (child.exitCode !== null) throw new Error(`Apache Kafka exited: ${said.join('')}`)
  try {
    const client = await PlainClient.open({ host: '127.0.0.1', port })
    client.close()
    return true
  } catch {
    return undefined
  }
}
