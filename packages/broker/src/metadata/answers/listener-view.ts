import type { NodeId } from '@samsa/base'
import type { RequestContext } from '../../dispatch/context.ts'
import { isDirectoryOnline } from '../directory-ids.ts'
import type { BrokerRegistrationImage, MetadataImage, PartitionImage } from '../image.ts'

/** A broker as clients of one listener dial it. */
export interface BrokerAddress {
  readonly id: NodeId
  readonly host: string
  readonly port: number
  readonly rack: string | null
  readonly isFenced: boolean
}

const NO_REPLICAS: readonly NodeId[] = []

/**
 * The cluster as seen through the listener that a request came on: brokers that have that listener,
 * and what is reachable through it.
 */
export class ListenerView {
  readonly image: MetadataImage
  /** In ascending order of id; fenced ones too. */
  readonly brokers: readonly BrokerAddress[]
  readonly #reachable: ReadonlyMap<NodeId, BrokerAddress>

  constructor(image: MetadataImage, context: RequestContext) {
    const { services, connection } = context
    const { listenerName, local } = connection
    const brokers: BrokerAddress[] = []
    for (const { id, endpoints, rack, isFenced } of image.cluster.brokers.values()) {
      const endpoint = endpoints.find(({ name }) => name === listenerName)
      if (endpoint === undefined) continue
      const isSelf = id === services.nodeId
      const { host, port } = isSelf ? services.advertised(listenerName, local) : endpoint
      brokers.push({ id, host, port, rack, isFenced })
    }
    brokers.sort((a, b) => a.id - b.id)
    this.image = image
    this.brokers = brokers
    this.#reachable = new Map(brokers.map((broker) => [broker.id, broker]))
  }

  get aliveBrokers(): readonly BrokerAddress[] {
    return this.brokers.filter(({ isFenced }) => !isFenced)
  }

  /**
   * Whom clients send admin requests to: any broker will do, since brokers pass them on. This node if
   * it is alive, else the first that is; −1 when none is.
   */
  controllerId(self: NodeId): number {
    const alive = this.aliveBrokers
    return alive.some(({ id }) => id === self) ? self : (alive[0]?.id ?? -1)
  }

  /** Whether the broker has this listener, fenced or not. */
  hasListener(id: NodeId): boolean {
    return this.#reachable.has(id)
  }

  isRegistered(id: NodeId): boolean {
    return this.image.cluster.brokers.has(id)
  }

  isAlive(id: NodeId): boolean {
    return this.#reachable.get(id)?.isFenced === false
  }

  /** Replicas that cannot be used now; the same empty list when all can. */
  offlineReplicas({ replicas, directories }: PartitionImage): readonly NodeId[] {
    const { brokers } = this.image.cluster
    const isOffline = (id: NodeId, index: number): boolean => {
      const broker: BrokerRegistrationImage | undefined = brokers.get(id)
      if (broker === undefined || !this.isAlive(id)) return true
      const directory = directories[index]
      return directory !== undefined && !isDirectoryOnline(broker, directory)
    }
    return replicas.some(isOffline) ? replicas.filter(isOffline) : NO_REPLICAS
  }
}
