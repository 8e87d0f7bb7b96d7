import { BrokerError } from '@samsa/base'
import { commands, findCommand } from './command-tree.ts'
import { ExitCode } from './command.ts'
import { UsageError } from './usage-error.ts'

function overview(): string {
  const names = commands.map(({ words }) => words.join(' '))
  const width = Math.max(...names.map((name) => name.length))
  const lines = commands.map(
    ({ summary }, index) => `  ${(names[index] as string).padEnd(width)}  ${summary}`,
  )
  return [
    'samsa: a Kafka-compatible broker',
    '',
    'Usage: samsa COMMAND [options]',
    '',
    'Commands:',
    ...lines,
    '',
    'samsa COMMAND --help says more about one of them.',
    '',
  ].join('\n')
}

/** Runs what `argv` asks for and resolves with the exit code: 0 done, 1 failed, 2 not understood. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  const [first] = argv
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    process.stdout.write(overview())
    return first === undefined ? ExitCode.usage : ExitCode.done
  }
  const found = findCommand(first === '--version' ? ['version'] : argv)
  if (found === undefined) {
    process.stderr.write(`samsa: there is no command "${argv.join(' ')}". See samsa --help.\n`)
    return ExitCode.usage
  }
  const command = await found.entry.load()
  if (found.rest.includes('--help') || found.rest.includes('-h')) {
    process.stdout.write(
      `samsa ${found.entry.words.join(' ')}: ${command.summary}\n\n${command.usage}`,
    )
    return ExitCode.done
  }
  try {
    return await command.run(found.rest)
  } catch (error) {
    return report(error, found.entry.words.join(' '))
  }
}

/** What the world did is told in one sentence; a bug of ours with its stack. */
function report(error: unknown, name: string): number {
  if (error instanceof UsageError) {
    process.stderr.write(`samsa ${name}: ${error.message} See samsa ${name} --help.\n`)
    return ExitCode.usage
  }
  if (error instanceof BrokerError) {
    process.stderr.write(`samsa ${name}: ${error.message}\n`)
    return ExitCode.failed
  }
  process.stderr.write(`samsa ${name}: ${(error as Error).stack ?? String(error)}\n`)
  return ExitCode.failed
}
