import { createMetrics, type NodeId, nodeId, silentLogger } from '@samsa/base'
import type { Api } from '@samsa/protocol'
import { LayeredNodeConfig } from '../../../src/config/layered-node-config.ts'
import type { AnyHandler } from '../../../src/dispatch/handler.ts'
import { metadataHandler } from '../../../src/handlers/003-metadata.ts'
import { createTopicsHandler } from '../../../src/handlers/019-create-topics.ts'
import { deleteTopicsHandler } from '../../../src/handlers/020-delete-topics.ts'
import { createPartitionsHandler } from '../../../src/handlers/037-create-partitions.ts'
import { describeClusterHandler } from '../../../src/handlers/060-describe-cluster.ts'
import { describeTopicPartitionsHandler } from '../../../src/handlers/075-describe-topic-partitions.ts'
import { type Authorizer, allowEverything } from '../../../src/security/authorizer.ts'
import type { NodeServices } from '../../../src/services.ts'
import { startupWith } from '../../config/support/cluster.ts'
import { ControllerBench } from '../../controller/support/controller-bench.ts'
import { CountingRandom, StillClock } from '../../metadata/support/fixed-doors.ts'
import { CLOSED, TestClient } from '../../replica/support/test-client.ts'

const handlers: readonly AnyHandler[] = [
  metadataHandler,
  createTopicsHandler,
  deleteTopicsHandler,
  createPartitionsHandler,
  describeClusterHandler,
  describeTopicPartitionsHandler,
] as unknown as readonly AnyHandler[]

export interface AdminNodeOptions {
  /** Brokers that are registered and open; this node is number 1. */
  readonly brokers?: number
  readonly properties?: Readonly<Record<string, string>>
  readonly authorizer?: Authorizer
}

/**
 * A node as far as admin requests care: its controller on a log in memory, its image, its
 * configuration, and a client on a real connection. Every answered request is checked to leave an
 * image that a replay of the log arrives at as well.
 */
export class AdminNode implements Disposable {
  readonly bench: ControllerBench
  readonly services: NodeServices
  readonly client: TestClient
  readonly nodeId: NodeId = nodeId(1)

  constructor(options: AdminNodeOptions = {}) {
    this.bench = new ControllerBench().addBrokers(options.brokers ?? 1)
    const config = new LayeredNodeConfig(startupWith(options.properties), silentLogger)
    this.bench.loader.subscribe(config)
    const services: Partial<NodeServices> = {
      nodeId: this.nodeId,
      clusterId: '29QOjU-O7zyIhi_lXehRmg',
      // Not the bench's: that one runs whatever waits.
      clock: new StillClock(),
      random: new CountingRandom(),
      logger: silentLogger,
      metrics: createMetrics(),
      config,
      authorizer: options.authorizer ?? allowEverything,
      advertised: (_listener, local) => ({ host: 'dialled', port: local.port }),
      metadata: this.bench.loader,
      controller: this.bench.controller,
    }
    // Admin handlers reach nothing else.
    this.services = services as NodeServices
    this.client = new TestClient(this.services, handlers)
  }

  /** The answer, once what it waits for is committed. */
  async ask<Request, Response>(
    api: Api<Request, Response>,
    version: number,
    request: Request,
  ): Promise<Response> {
    const answer = this.client.tryCall(api, version, request)
    this.bench.commit()
    const response = await answer
    if (response === CLOSED) throw new Error('the node hung up')
    this.bench.expectReplayed()
    return response
  }

  [Symbol.dispose](): void {
    this.client[Symbol.dispose]()
  }
}

/** Nobody may do anything but what is listed, as `operation type name`. */
export function allowing(...rights: readonly string[]): Authorizer {
  return {
    isEnabled: true,
    allows: (_principal, _host, operation, { type, name }) =>
      rights.includes(`${operation} ${type} ${name}`),
  }
}
