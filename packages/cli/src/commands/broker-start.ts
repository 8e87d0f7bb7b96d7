import { readFile } from 'node:fs/promises'
import { ExitCode, type Command } from '../command.ts'
import { configOf } from '../config-of.ts'
import { createLogger } from '../create-logger.ts'
import { listOption, parseOptions, textOption } from '../options.ts'
import { runNode } from '../run-node.ts'
import { UsageError } from '../usage-error.ts'

const usage = `Usage: samsa broker start -c FILE [-o key=value]… [--ready-file FILE]

  -c, --config FILE      server.properties, with Kafka's names
  -o, --override K=V     a key that counts more than the file; may be given several times
      --ready-file FILE  JSON about the node (pid, listeners, …), written once it answers clients
      --log-level LEVEL  trace, debug, info (default), warn, error

Environment variables KAFKA_LOG_RETENTION_MS and the like count more than the file, less than -o.
`

export const brokerStartCommand: Command = {
  summary: 'run a node from a properties file',
  usage,

  async run(argv) {
    const values = parseOptions(argv, {
      config: { type: 'string', short: 'c' },
      override: { type: 'string', short: 'o', multiple: true },
      'ready-file': { type: 'string' },
      'log-level': { type: 'string' },
    })
    const path = textOption(values, 'config')
    if (path === undefined) throw new UsageError('-c FILE is missing.')
    const logger = createLogger(textOption(values, 'log-level') ?? 'info')
    const config = configOf(
      {
        propertiesText: await readProperties(path),
        overrides: listOption(values, 'override'),
        environment: process.env,
      },
      logger,
    )
    if (config === undefined) return ExitCode.failed
    return runNode({
      config,
      logger,
      readyFile: textOption(values, 'ready-file'),
      onReady: (node, startupMs) => {
        const listeners = [...node.addresses]
          .map(([name, { host, port }]) => `${name}://${host}:${port}`)
          .join(',')
        logger.log('info', 'ready', {
          node: node.nodeId,
          cluster: node.clusterId,
          listeners,
          startupMs,
        })
      },
    })
  },
}

async function readProperties(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}.`)
  }
}
