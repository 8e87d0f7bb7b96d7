import { mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { RunningNode } from '@samsa/broker'
import { formatStorage } from '@samsa/broker/server'
import { ExitCode, type Command } from '../command.ts'
import { configOf } from '../config-of.ts'
import { createLogger } from '../create-logger.ts'
import { listOption, parseOptions, portOption, textOption } from '../options.ts'
import { runNode } from '../run-node.ts'

const PORT = 9092
const DATA = '.samsa'

const usage = `Usage: samsa dev [--port N] [--data DIR] [-o key=value]… [--ready-file FILE]

  -p, --port N           port for clients on localhost, 0 for a free one (default ${PORT})
  -d, --data DIR         where topics live; made and formatted when it is not there (default ./${DATA})
  -o, --override K=V     any key of Kafka's server.properties; may be given several times
      --ready-file FILE  JSON about the node (pid, listeners, …), written once it answers clients
      --log-level LEVEL  trace, debug, info, warn (default), error
`

/** A lone node has one copy of everything; Kafka's defaults ask for three. */
function propertiesOf(port: number, logDir: string): string {
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `listeners=PLAINTEXT://localhost:${port},CONTROLLER://localhost:0`,
    'controller.listener.names=CONTROLLER',
    'controller.quorum.bootstrap.servers=localhost:9093',
    `log.dirs=${logDir}`,
    'offsets.topic.replication.factor=1',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'group.initial.rebalance.delay.ms=0',
    '',
  ].join('\n')
}

export const devCommand: Command = {
  summary: 'a broker for development: one command, nothing to configure',
  usage,

  async run(argv) {
    const values = parseOptions(argv, {
      port: { type: 'string', short: 'p' },
      data: { type: 'string', short: 'd' },
      override: { type: 'string', short: 'o', multiple: true },
      'ready-file': { type: 'string' },
      'log-level': { type: 'string' },
    })
    const logger = createLogger(textOption(values, 'log-level') ?? 'warn')
    const logDir = resolve(textOption(values, 'data') ?? DATA)
    const config = configOf(
      {
        propertiesText: propertiesOf(portOption(values, 'port', PORT), escaped(logDir)),
        overrides: listOption(values, 'override'),
      },
      logger,
    )
    if (config === undefined) return ExitCode.failed
    for (const directory of config.logDirs) await mkdir(directory, { recursive: true })
    if (await isFresh(config.metadataLogDir)) await formatStorage({ config, clusterId: undefined })
    return runNode({
      config,
      logger,
      readyFile: textOption(values, 'ready-file'),
      onReady: (node, startupMs) => process.stdout.write(greeting(node, logDir, startupMs)),
    })
  },
}

/** Backslashes mean something in a properties file. */
const escaped = (path: string): string => path.replaceAll('\\', '\\\\')

async function isFresh(directory: string): Promise<boolean> {
  return !(await readdir(directory)).includes('meta.properties')
}

function greeting(node: RunningNode, data: string, startupMs: number): string {
  const { port } = node.addresses.get('PLAINTEXT') ?? { port: PORT }
  const address = `localhost:${port}`
  return [
    `Samsa is ready on ${address} (${startupMs} ms), data in ${join(data, '/')}`,
    '',
    'Try, in another terminal:',
    `  echo hello | kcat -b ${address} -t greetings -P`,
    `  kcat -b ${address} -t greetings -C -e`,
    '',
    'Ctrl-C stops it; the data stays.',
    '',
  ].join('\n')
}
