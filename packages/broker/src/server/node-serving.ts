import { CONSUMER_OFFSETS } from '@samsa/protocol'
import type {
  Address,
  Doors,
  Logger,
  MemoryPool,
  Metrics,
  NodeId,
  Offset,
  Wheel,
} from '@samsa/base'
import type { LogManager, PartitionLog } from '@samsa/log'
import type { BatchTools } from '@samsa/protocol'
import { frameBudgetOf, netLimitsOf } from '../config/limits.ts'
import type { NodeConfig } from '../config/node-config.ts'
import {
  advertisedAddress,
  type Endpoint,
  type StaticConfig,
} from '../config/static/static-config.ts'
import { createGroupCoordinator } from '../coordinator/group/create-group-coordinator.ts'
import type { RunningGroupCoordinator } from '../coordinator/group/group-coordinator.ts'
import { TableApiVersions } from '../dispatch/api-versions.ts'
import { Dispatcher } from '../dispatch/dispatcher.ts'
import { HandlerTable } from '../dispatch/handler-table.ts'
import type { AnyHandler } from '../dispatch/handler.ts'
import { brokerHandlers, controllerHandlers } from '../handlers/table.ts'
import { supportedFeatures } from '../metadata/features.ts'
import type { NodeMetadata } from '../metadata/node-metadata.ts'
import { BudgetedFrameMemory } from '../net/frame-memory.ts'
import { Server, type ServedListener } from '../net/server.ts'
import { TurnQueue } from '../purgatory/turn-queue.ts'
import { fetchLimitsOf } from '../replica/fetch/fetch-limits.ts'
import { createFetchSessions } from '../replica/fetch/fetch-session-cache.ts'
import { createReplicaManager, type LocalReplicaManager } from '../replica/local-replica-manager.ts'
import { blocksFromController, ProducerIdAllocator } from '../replica/producer-id-allocator.ts'
import { allowEverything } from '../security/authorizer.ts'
import type { NodeServices } from '../services.ts'

export interface NodeServingOptions {
  readonly config: StaticConfig
  readonly doors: Doors
  readonly logger: Logger
  readonly tools: BatchTools
  readonly metrics: Metrics
  readonly memory: MemoryPool
  readonly wheel: Wheel
  readonly nodeId: NodeId
  readonly clusterId: string
  readonly nodeConfig: NodeConfig
  /** Loaded. */
  readonly logs: LogManager
  readonly metadata: NodeMetadata
}

/** All of it but what one handler table says of itself. */
type SharedServices = Omit<NodeServices, 'apiVersions'>

/** What of a node faces clients: partitions, coordinators, and the listeners in front of them. */
export class NodeServing {
  readonly #options: NodeServingOptions
  readonly #replicas: LocalReplicaManager
  readonly #groups: RunningGroupCoordinator
  readonly #server: Server

  constructor(options: NodeServingOptions) {
    const { doors, wheel, logger, metrics, tools, nodeConfig } = options
    this.#options = options
    this.#replicas = createReplicaManager({
      ...doors,
      wheel,
      logger,
      metrics,
      tools,
      nodeId: options.nodeId,
      logs: options.logs,
      topicConfigs: nodeConfig.topics,
    })
    this.#groups = createGroupCoordinator({
      clock: doors.clock,
      random: doors.random,
      wheel,
      logger,
      tools,
      config: nodeConfig,
    })
    this.#replicas.subscribe(CONSUMER_OFFSETS, this.#groups)
    this.#server = this.#createServer()
  }

  get addresses(): ReadonlyMap<string, Address> {
    return this.#server.addresses
  }

  highWatermark(log: PartitionLog): Offset | undefined {
    return this.#replicas.highWatermark(log)
  }

  /** Binds the listeners; connections wait in the backlog's order until the node is registered. */
  bind(): Promise<void> {
    return this.#server.start()
  }

  /** Follows the metadata; resolves when every partition this node leads is open. */
  async open(): Promise<void> {
    const { reader } = this.#options.metadata
    reader.subscribe(this.#replicas)
    reader.subscribe(this.#groups)
    await this.#replicas.whenSettled()
  }

  async close(): Promise<void> {
    await this.#server.stop()
    this.#groups.close()
  }

  #createServer(): Server {
    const { config, doors, logger, memory, nodeConfig } = this.#options
    const shared = this.#sharedServices()
    const brokerTable = this.#dispatcher(brokerHandlers, shared)
    const controllerTable = this.#dispatcher(controllerHandlers, shared)
    return new Server({
      net: doors.net,
      clock: doors.clock,
      logger,
      memory: new BudgetedFrameMemory(memory, frameBudgetOf(nodeConfig)),
      limits: netLimitsOf(nodeConfig),
      listeners: config.listeners.map((endpoint) =>
        served(endpoint, endpoint.isController ? controllerTable : brokerTable),
      ),
    })
  }

  /** The listeners of a node differ in what they serve, not in what stands behind it. */
  #dispatcher(handlers: readonly AnyHandler[], shared: SharedServices): Dispatcher {
    const table = new HandlerTable(handlers)
    const { reader } = this.#options.metadata
    const apiVersions = new TableApiVersions(table, supportedFeatures, reader)
    return new Dispatcher(table, { ...shared, apiVersions })
  }

  #sharedServices(): SharedServices {
    const { config, doors, wheel, logger, metrics, nodeConfig, metadata, nodeId } = this.#options
    return {
      nodeId,
      clusterId: this.#options.clusterId,
      clock: doors.clock,
      random: doors.random,
      logger,
      metrics,
      config: nodeConfig,
      authorizer: allowEverything,
      advertised: (listenerName, local) => advertisedAddress(config, listenerName, local),
      metadata: metadata.reader,
      controller: metadata.controller,
      replicas: this.#replicas,
      fetchSessions: createFetchSessions({
        clock: doors.clock,
        random: doors.random,
        wheel,
        metrics,
        turns: new TurnQueue(),
        limits: fetchLimitsOf(nodeConfig),
        slotsMax: nodeConfig.number('max.incremental.fetch.session.cache.slots'),
      }),
      producerIds: new ProducerIdAllocator(
        blocksFromController(metadata.controller, nodeId, () => metadata.brokerEpoch()),
      ),
      groups: this.#groups,
    }
  }
}

function served(endpoint: Endpoint, dispatcher: Dispatcher): ServedListener {
  const { name, host, port, securityProtocol } = endpoint
  return { definition: { name, host, port, securityProtocol, layers: [] }, dispatcher }
}
