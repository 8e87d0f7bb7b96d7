import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a program to its end and gives what it printed; what it says on stderr goes to ours. */
export async function runTool(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const endWithUs = (): void => void child.kill()
  process.once('exit', endWithUs)
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [code] = (await once(child, 'close')) as [number | null]
  process.removeListener('exit', endWithUs)
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output}`)
  return output
}
