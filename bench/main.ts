import { compareSaturation } from './compare/saturation.ts'
import { compareTools } from './compare/tools.ts'
import { micro } from './micro/command.ts'
import { saturate } from './saturate/command.ts'

const USAGE = `usage: pnpm bench COMMAND [--help]
  micro                what the hot paths cost, one after another
  saturate             replays encoded requests at the highest rate that a broker takes
  compare-saturation   the same on Samsa and Apache Kafka, interleaved   (SAMSA_PEERS_KIT)
  compare-tools        Apache Kafka's own tools on both, interleaved     (SAMSA_PEERS_KIT)`

const commands: ReadonlyMap<string, (args: readonly string[]) => Promise<void>> = new Map([
  ['micro', micro],
  ['saturate', saturate],
  ['compare-saturation', compareSaturation],
  ['compare-tools', compareTools],
])

const [name, ...rest] = process.argv.slice(2).filter((argument) => argument !== '--')
const command = commands.get(name ?? '')
if (command === undefined) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  try {
    await command(rest)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
