import type { Address, Logger } from '@samsa/base'
import type { RunningNode, StaticConfig } from '@samsa/broker'
import { startRealNode } from '@samsa/broker/server'
import { askApiVersions } from './ask-api-versions.ts'
import { ExitCode } from './command.ts'
import { writeReadyFile } from './ready-file.ts'

export interface RunNodeOptions {
  readonly config: StaticConfig
  readonly logger: Logger
  /** JSON about the running node, put in place once it answers clients. */
  readonly readyFile: string | undefined
  /** Told once the node has answered its own ApiVersions. */
  onReady(node: RunningNode, startupMs: number): void
}

/**
 * Runs a node until SIGTERM or SIGINT (a clean stop; a second signal exits at once) or until it fails.
 * Resolves with the exit code.
 */
export async function runNode(options: RunNodeOptions): Promise<number> {
  const { config, logger } = options
  const signal = nextSignal()
  const node = await startRealNode({ config, logger })
  try {
    await askApiVersions(clientAddress(node, config))
    const startupMs = Math.round(performance.now())
    if (options.readyFile !== undefined) await writeReadyFile(options.readyFile, node, startupMs)
    options.onReady(node, startupMs)
  } catch (error) {
    await node.stop()
    throw error
  }
  const ended = await Promise.race([signal, node.failed])
  if (ended instanceof Error) {
    logger.log('fatal', 'the node has failed and stops', { error: ended.message })
    await node.stop()
    return ExitCode.failed
  }
  logger.log('info', 'stopping', { signal: ended })
  await node.stop()
  return ExitCode.done
}

/** The first signal as a value; from then on the next one ends the process at once, as a crash would. */
function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let isStopping = false
    const onSignal = (signal: NodeJS.Signals): void => {
      if (isStopping) process.exit(128 + (signal === 'SIGINT' ? 2 : 15))
      isStopping = true
      resolve(signal)
    }
    process.on('SIGTERM', onSignal)
    process.on('SIGINT', onSignal)
  })
}

/** A listener for clients; wildcards are reached over loopback. */
function clientAddress(node: RunningNode, config: StaticConfig): Address {
  const endpoint = config.listeners.find(({ isController }) => !isController)
  const [first] = node.addresses.values()
  const address = (endpoint && node.addresses.get(endpoint.name)) ?? first
  if (address === undefined) throw new Error('the node has no listener')
  const isWildcard = address.host === '' || address.host === '0.0.0.0' || address.host === '::'
  return isWildcard ? { host: '127.0.0.1', port: address.port } : address
}
