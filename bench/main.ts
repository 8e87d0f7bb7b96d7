import { saturate } from './saturate/command.ts'

const USAGE = `usage: pnpm bench COMMAND
  saturate    replays encoded requests at the highest rate that a broker takes`

const commands: ReadonlyMap<string, (args: readonly string[]) => Promise<void>> = new Map([
  ['saturate', saturate],
])

const [name, ...rest] = process.argv.slice(2).filter((argument) => argument !== '--')
const command = commands.get(name ?? '')
if (command === undefined) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  await command(rest)
}
