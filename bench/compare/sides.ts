import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTool } from './run-tool.ts'

const START_MS_MAX = 60_000
/** What is deleted between rounds is gone before the next one, on both sides. */
const DELETE_AT_ONCE = 'log.segment.delete.delay.ms=0'

/** One broker under measurement, alone in its cluster. */
export interface Side {
  readonly name: string
  readonly bootstrap: string
  readonly pid: number
  stop(): Promise<void>
}

export interface Sides {
  readonly samsa: Side
  readonly apache: Side
  stop(): Promise<void>
}

/** Folder of the kit that runs Apache Kafka; throws where the environment names none. */
export function peersKit(): string {
  const kit = process.env['SAMSA_PEERS_KIT']
  if (kit === undefined || !existsSync(join(kit, 'kafka'))) {
    throw new Error(
      'SAMSA_PEERS_KIT does not name the kit that runs Apache Kafka: nothing to compare with',
    )
  }
  return kit
}

/** Starts both; none is left behind when one does not come up, or when the process is interrupted. */
export async function startSides(): Promise<Sides> {
  const kit = peersKit()
  const folder = mkdtempSync(join(tmpdir(), 'samsa-compare-'))
  const started: Side[] = []
  const stop = async (): Promise<void> => {
    for (const side of started.splice(0)) await side.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const interrupted = (): void => void stop().finally(() => process.exit(130))
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    const samsa = await startSamsa(join(folder, 'samsa'))
    started.push(samsa)
    const apache = await startApache(kit, join(folder, 'apache'))
    started.push(apache)
    return { samsa, apache, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The bundle that `pnpm start` runs. */
async function startSamsa(folder: string): Promise<Side> {
  const entry = fileURLToPath(new URL('../../packages/cli/bin/start.mjs', import.meta.url))
  const readyFile = `${folder}.ready.json`
  const args = [entry, 'dev', '--port', '0', '--data', folder, '--ready-file', readyFile]
  const child = spawn(process.execPath, [...args, '-o', DELETE_AT_ONCE], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const deadline = performance.now() + START_MS_MAX
  while (!existsSync(readyFile)) {
    if (child.exitCode !== null) throw new Error(`samsa dev ended with ${child.exitCode}`)
    if (performance.now() > deadline) throw new Error('samsa dev does not become ready')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const ready = JSON.parse(readFileSync(readyFile, 'utf8')) as {
    pid: number
    listeners: Record<string, string>
  }
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    await exited
  }
  return { name: 'Samsa', bootstrap: ready.listeners['PLAINTEXT']!, pid: ready.pid, stop }
}

async function startApache(kit: string, folder: string): Promise<Side> {
  const kafka = join(kit, 'kafka')
  const start = ['server', 'start', '--dir', folder, '--heap', '1g', '--config', DELETE_AT_ONCE]
  const { bootstrap, pids, version } = JSON.parse(await runTool(kafka, start)) as {
    bootstrap: string
    pids: number[]
    version: string
  }
  return {
    name: `Apache Kafka ${version}`,
    bootstrap,
    pid: pids[0]!,
    stop: async () => void (await runTool(kafka, ['server', 'stop', '--dir', folder, '--remove'])),
  }
}
