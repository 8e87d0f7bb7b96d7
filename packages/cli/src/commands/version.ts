import { ExitCode, type Command } from '../command.ts'
import { KAFKA_VERSION, SAMSA_VERSION } from '../versions.ts'

export const versionCommand: Command = {
  summary: 'print versions: Samsa, the Kafka it speaks, Node',
  usage: 'Usage: samsa version\n',

  run() {
    process.stdout.write(
      `samsa ${SAMSA_VERSION} (Kafka ${KAFKA_VERSION}, Node ${process.versions.node})\n`,
    )
    return Promise.resolve(ExitCode.done)
  },
}
