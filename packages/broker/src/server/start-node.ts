import { createMemoryPool, createMetrics, Wheel } from '@samsa/base'
import type { Doors, Logger, MemoryPool, Metrics } from '@samsa/base'
import type { BatchTools } from '@samsa/protocol'
import type { StaticConfig } from '../config/static/static-config.ts'
import { NodeAssembly } from './node-assembly.ts'
import type { RunningNode } from './running-node.ts'

/** What a node is made of besides its configuration. */
export interface StartNodeOptions {
  readonly config: StaticConfig
  readonly doors: Doors
  readonly logger: Logger
  readonly tools: BatchTools
  readonly metrics?: Metrics
  /** Where frames and reads live; a test gives a poisoning one and looks at what is left in it. */
  readonly memory?: MemoryPool
  /** Ends what the doors hold open, as the last step of a stop. */
  readonly closeDoors?: () => Promise<void>
}

/**
 * Starts a node on formatted log directories: locks and reads them, leads the metadata quorum of one,
 * loads the partitions, registers, binds the listeners and opens for clients. Resolves when it
 * serves. On failure everything that was opened is closed again; rejects with a `BrokerError` of one
 * sentence (`LogDirectoryUnformattedError`, `DiskError` DISK_LOCKED, `NetError` NET_ADDRESS_IN_USE,
 * `FeatureLevelError`, …).
 */
export async function startNode(options: StartNodeOptions): Promise<RunningNode> {
  const { config, doors, logger, tools } = options
  const assembly = new NodeAssembly({
    config,
    doors,
    logger,
    tools,
    metrics: options.metrics ?? createMetrics(),
    memory: options.memory ?? createMemoryPool(),
    wheel: new Wheel(doors.clock),
    closeDoors: options.closeDoors ?? (() => Promise.resolve()),
  })
  try {
    await assembly.start()
  } catch (error) {
    await assembly.abandon()
    throw error
  }
  return assembly
}
