import { Completion, type LeaderEpoch, type NodeId, type Uuid } from '@samsa/base'
import type { RaftClient } from '@samsa/raft'
import type { Controller, ControllerOperation } from '../controller/controller.ts'
import {
  allocateProducerIds,
  noProducerIds,
  type ProducerIdsBlock,
} from '../controller/operations/allocate-producer-ids.ts'
import {
  beginControlledShutdown,
  fenceBroker,
  unfenceBroker,
} from '../controller/operations/broker-state.ts'
import { registerBroker } from '../controller/operations/register-broker.ts'
import { registerController } from '../controller/operations/register-controller.ts'
import type { Failure } from './failure.ts'
import { supportedFeatures } from './features.ts'
import type { EndpointImage } from './image.ts'
import type { MetadataReader } from './metadata-reader.ts'

/** What this node says of itself when it registers as a broker and as a controller. */
export interface SelfRegistration {
  /** Fresh at every start of the process: `random.uuid()`. */
  readonly incarnationId: Uuid
  /** What other nodes and clients are told to dial. */
  readonly brokerEndpoints: readonly EndpointImage[]
  readonly controllerEndpoints: readonly EndpointImage[]
  /** `broker.rack`. */
  readonly rack: string | null
  /** `directory.id` of every log directory that is online. */
  readonly directories: readonly Uuid[]
  /** From the marker of a clean stop (`LogDirectory.cleanShutdown`); −1 when there was none. */
  readonly previousBrokerEpoch: number
}

/** The metadata of one node: the log, the image that follows it, and the controller that writes it. */
export interface NodeMetadata {
  readonly raft: RaftClient
  readonly reader: MetadataReader
  readonly controller: Controller
  /** Epoch of this node as quorum leader. */
  readonly leaderEpoch: LeaderEpoch
  /** Broker epoch of this node; −1 before it registered. For the clean-shutdown marker. */
  brokerEpoch(): number
  /**
   * Registers this node as controller and as a fenced broker; resolves with the broker epoch once
   * that is committed and in the image.
   */
  registerSelf(registration: SelfRegistration): Promise<number>
  /** Opens this broker to clients: unfenced, leaderless partitions elected. After the listeners bind. */
  unfenceSelf(): Promise<void>
  /** Controlled shutdown: leads nothing, then fenced. Before listeners and logs close. */
  fenceSelf(): Promise<void>
  /** The next 1,000 producer ids, for this broker. */
  allocateProducerIds(): Completion<ProducerIdsBlock>
  /** Waits until what was appended is on disk, then stops. The log stays open: it is its manager's. */
  close(): Promise<void>
}

/** `NodeMetadata` of a node that is the quorum itself. */
export class LocalMetadata implements NodeMetadata {
  readonly raft: RaftClient
  readonly reader: MetadataReader
  readonly controller: Controller
  readonly #nodeId: NodeId
  readonly #failure: Failure
  #brokerEpoch: number

  constructor(
    nodeId: NodeId,
    raft: RaftClient,
    reader: MetadataReader,
    controller: Controller,
    failure: Failure,
  ) {
    this.raft = raft
    this.reader = reader
    this.controller = controller
    this.#nodeId = nodeId
    this.#failure = failure
    this.#brokerEpoch = -1
  }

  get leaderEpoch(): LeaderEpoch {
    return this.raft.leaderAndEpoch().epoch
  }

  brokerEpoch(): number {
    return this.#brokerEpoch
  }

  async registerSelf(registration: SelfRegistration): Promise<number> {
    const { incarnationId, rack, directories, previousBrokerEpoch } = registration
    const id = this.#nodeId
    const controller = registerController({
      controllerId: id,
      incarnationId,
      endpoints: registration.controllerEndpoints,
      features: supportedFeatures,
    })
    const broker = registerBroker({
      brokerId: id,
      incarnationId,
      endpoints: registration.brokerEndpoints,
      features: supportedFeatures,
      rack,
      directories,
      previousBrokerEpoch,
    })
    const [, brokerEpoch] = await Promise.all([this.run(controller), this.run(broker)])
    this.#brokerEpoch = brokerEpoch
    return brokerEpoch
  }

  unfenceSelf(): Promise<void> {
    return this.run(unfenceBroker(this.#nodeId))
  }

  async fenceSelf(): Promise<void> {
    await this.run(beginControlledShutdown(this.#nodeId))
    await this.run(fenceBroker(this.#nodeId))
  }

  allocateProducerIds(): Completion<ProducerIdsBlock> {
    const operation = allocateProducerIds(this.#nodeId, this.#brokerEpoch)
    return asCompletion(this.controller.submit(operation, noProducerIds).response)
  }

  close(): Promise<void> {
    return this.raft.close()
  }

  /** Resolves when the operation's records are committed and in the image. */
  run<Response>(operation: ControllerOperation<Response>): Promise<Response> {
    const { response } = this.controller.submit(operation)
    return this.#failure.orRejected(asCompletion(response))
  }
}

function asCompletion<Value>(response: unknown): Completion<Value> {
  if (response instanceof Completion) return response as Completion<Value>
  return Completion.of(response as Value)
}
