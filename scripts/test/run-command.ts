import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

export interface CommandResult {
  /** 0 means success; 124 that it was ended after `minutesMax`. */
  readonly exitCode: number
  /** Both streams, where they were not shown. */
  readonly output: string
  readonly seconds: number
}

export interface CommandOptions {
  readonly root: string
  readonly minutesMax: number
  /** Show output as it comes, or keep it. */
  readonly isShown: boolean
  readonly environment?: Readonly<Record<string, string>>
}

function environment(options: CommandOptions): NodeJS.ProcessEnv {
  const bin = join(options.root, 'node_modules/.bin')
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }
  return {
    ...process.env,
    ...plain,
    ...options.environment,
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
  }
}

/**
 * Runs a command in a process group of its own, so that whatever it started ends with it: at its
 * time limit, and when this process is told to stop.
 */
export function runCommand(
  [command, ...args]: readonly [string, ...string[]],
  options: CommandOptions,
): Promise<CommandResult> {
  const startedMs = performance.now()
  const output: Buffer[] = []
  const child = spawn(command, args, {
    cwd: options.root,
    env: environment(options),
    detached: true,
    stdio: options.isShown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.on('data', (bytes: Buffer) => output.push(bytes))
  child.stderr?.on('data', (bytes: Buffer) => output.push(bytes))

  return new Promise((resolve) => {
    let isOverdue = false
    function end(signal: NodeJS.Signals): void {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, signal)
      } catch {
        // The group is gone already.
      }
    }
    const limit = setTimeout(() => {
      isOverdue = true
      end('SIGKILL')
    }, options.minutesMax * 60_000)
    function stop(): void {
      end('SIGTERM')
      process.exit(130)
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)

    function finish(exitCode: number): void {
      clearTimeout(limit)
      process.off('SIGINT', stop).off('SIGTERM', stop)
      end('SIGKILL')
      const seconds = (performance.now() - startedMs) / 1000
      resolve({ exitCode, output: Buffer.concat(output).toString(), seconds })
    }
    child.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`))
      finish(127)
    })
    child.on('close', (code) => finish(isOverdue ? 124 : (code ?? 1)))
  })
}
