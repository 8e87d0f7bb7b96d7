import { nodeId } from '@samsa/base'
import type { Address, Doors, Logger, MemoryPool, Metrics, NodeId, Wheel } from '@samsa/base'
import {
  defaultLogConfig,
  LogDirectoryUnformattedError,
  openLogManager,
  readMetaProperties,
  type LogConfig,
  type LogManager,
} from '@samsa/log'
import type { BatchTools } from '@samsa/protocol'
import { LayeredNodeConfig } from '../config/layered-node-config.ts'
import { logIntervalsOf, logLimitsOf } from '../config/limits.ts'
import { advertisedAddress, type StaticConfig } from '../config/static/static-config.ts'
import type { EndpointImage } from '../metadata/image.ts'
import type { NodeMetadata } from '../metadata/node-metadata.ts'
import { openMetadata } from '../metadata/open-metadata.ts'
import { securityProtocolCode } from '../net/listener-definition.ts'
import { NodeServing } from './node-serving.ts'
import type { RunningNode } from './running-node.ts'

export interface NodeAssemblyOptions {
  readonly config: StaticConfig
  readonly doors: Doors
  readonly logger: Logger
  readonly tools: BatchTools
  readonly metrics: Metrics
  readonly memory: MemoryPool
  readonly wheel: Wheel
  readonly closeDoors: () => Promise<void>
}

/** Metadata is kept until a snapshot takes its place, whatever the broker's retention says. */
const metadataLogConfig: LogConfig = {
  ...defaultLogConfig,
  retentionMs: -1,
  retentionBytes: -1,
  isDeleted: false,
}

/**
 * A node as its parts in the order in which they stand on one another: directories, metadata,
 * partitions, then what serves clients. It is taken down in the opposite order.
 */
export class NodeAssembly implements RunningNode {
  readonly nodeId: NodeId
  readonly failed: Promise<Error>
  readonly #options: NodeAssemblyOptions
  readonly #config: LayeredNodeConfig
  readonly #fail: (error: Error) => void
  #clusterId: string
  #logs: LogManager | undefined
  #metadata: NodeMetadata | undefined
  #serving: NodeServing | undefined
  #stopping: Promise<void> | undefined

  constructor(options: NodeAssemblyOptions) {
    const { promise, resolve } = Promise.withResolvers<Error>()
    this.nodeId = nodeId(options.config.nodeId)
    this.failed = promise
    this.#options = options
    this.#config = new LayeredNodeConfig(options.config, options.logger)
    this.#fail = resolve
    this.#clusterId = ''
    this.#logs = undefined
    this.#metadata = undefined
    this.#serving = undefined
    this.#stopping = undefined
  }

  get clusterId(): string {
    return this.#clusterId
  }

  get addresses(): ReadonlyMap<string, Address> {
    return this.#serving?.addresses ?? new Map()
  }

  get logDirs(): readonly string[] {
    return this.#options.config.logDirs
  }

  async start(): Promise<void> {
    const logs = await this.#openLogs()
    const metadata = await this.#openMetadata(logs)
    metadata.reader.subscribe(this.#config)
    await logs.load((topic) => this.#config.topics.of(topic).log)

    const serving = new NodeServing({
      ...this.#options,
      nodeId: this.nodeId,
      clusterId: this.#clusterId,
      nodeConfig: this.#config,
      logs,
      metadata,
    })
    this.#serving = serving
    logs.start({
      brokerEpoch: () => metadata.brokerEpoch(),
      highWatermark: (log) => serving.highWatermark(log),
    })
    await serving.bind()
    await metadata.registerSelf({
      incarnationId: this.#options.doors.random.uuid(),
      brokerEndpoints: this.#endpoints(false),
      controllerEndpoints: this.#endpoints(true),
      rack: this.#options.config.rack,
      directories: logs.directories.map(({ meta }) => meta.directoryId),
      previousBrokerEpoch: logs.directories[0]?.cleanShutdown?.brokerEpoch ?? -1,
    })
    await metadata.unfenceSelf()
    await serving.open()
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop()
    return this.#stopping
  }

  async abandon(): Promise<void> {
    await this.#serving?.close()
    await this.#logs?.abandon()
    this.#options.wheel.close()
    await this.#options.closeDoors()
  }

  async #stop(): Promise<void> {
    const metadata = this.#metadata
    // A node whose metadata failed cannot say goodbye: it stops all the same.
    await metadata?.fenceSelf().catch((error: Error) => {
      this.#options.logger.log('warn', 'stopping without a goodbye', { reason: error.message })
    })
    await this.#serving?.close()
    await metadata?.close()
    await this.#logs?.close()
    this.#options.wheel.close()
    await this.#options.closeDoors()
  }

  async #openLogs(): Promise<LogManager> {
    const { config, doors, logger, tools, metrics, memory, wheel } = this.#options
    this.#clusterId = await clusterIdOf(doors, config)
    const logs = await openLogManager({
      doors,
      memory,
      logger,
      metrics,
      wheel,
      ...tools,
      directories: config.logDirs,
      clusterId: this.#clusterId,
      nodeId: this.nodeId,
      limits: logLimitsOf(this.#config),
      intervals: logIntervalsOf(this.#config),
    })
    this.#logs = logs
    return logs
  }

  async #openMetadata(logs: LogManager): Promise<NodeMetadata> {
    const { config, doors, logger, tools } = this.#options
    const metadata = await openMetadata({
      doors,
      logger,
      tools,
      nodeId: this.nodeId,
      log: await logs.openMetadataLog(metadataLogConfig),
      directory: config.metadataLogDir,
      staticVoters: config.quorumVoters.map(({ id }) => id),
      toleratesFeatures: this.#config.flag('samsa.features.tolerate'),
      minInsyncReplicas: this.#config.number('min.insync.replicas'),
      onFailure: (error) => this.#fail(error),
    })
    this.#metadata = metadata
    return metadata
  }

  /** What registrations say of this node's listeners: the advertised addresses, ports in use. */
  #endpoints(areController: boolean): readonly EndpointImage[] {
    const { config } = this.#options
    return config.listeners
      .filter(({ isController }) => isController === areController)
      .map(({ name, securityProtocol, host }) => {
        const bound = this.addresses.get(name) ?? { host, port: 0 }
        const { host: told, port } = advertisedAddress(config, name, bound)
        return { name, host: told, port, securityProtocol: securityProtocolCode[securityProtocol] }
      })
  }
}

/** The directories say which cluster they belong to. */
async function clusterIdOf(doors: Doors, config: StaticConfig): Promise<string> {
  const meta = await readMetaProperties(doors.disk, config.metadataLogDir)
  if (meta === undefined) throw new LogDirectoryUnformattedError(config.metadataLogDir)
  return meta.clusterId
}
