import { type NodeId, nodeId, type Uuid } from '@samsa/base'
import type {
  BrokerRegistrationChangeRecord,
  RegisterBrokerRecord,
  RegisterControllerRecord,
} from '@samsa/protocol'
import { MetadataReplayError } from '../errors.ts'
import type {
  BrokerRegistrationImage,
  ClusterImage,
  ControllerRegistrationImage,
  EndpointImage,
} from '../image.ts'

/** Gathers what records do to registrations. Methods throw `MetadataReplayError` on a contradiction. */
export class ClusterDeltaBuilder {
  readonly #before: ClusterImage
  /** Changed brokers as they are now; null for one that is gone. */
  readonly #brokers: Map<NodeId, BrokerRegistrationImage | null>
  readonly #controllers: Map<NodeId, ControllerRegistrationImage>

  constructor(before: ClusterImage) {
    this.#before = before
    this.#brokers = new Map()
    this.#controllers = new Map()
  }

  get isEmpty(): boolean {
    return this.#brokers.size === 0 && this.#controllers.size === 0
  }

  registerBroker(record: RegisterBrokerRecord): void {
    const id = nodeId(record.brokerId)
    this.#brokers.set(id, {
      id,
      epoch: record.brokerEpoch,
      incarnationId: record.incarnationId,
      endpoints: record.endPoints.map(endpointOf).sort(byName),
      features: record.features.map(featureOf).sort(byName),
      rack: record.rack,
      isFenced: record.fenced,
      inControlledShutdown: record.inControlledShutdown,
      directories: sorted(record.logDirs),
      cordonedDirectories: sorted(record.cordonedLogDirs ?? []),
    })
  }

  unregisterBroker(brokerId: number): void {
    this.#brokers.set(nodeId(brokerId), null)
  }

  registerController(record: RegisterControllerRecord): void {
    const id = nodeId(record.controllerId)
    this.#controllers.set(id, {
      id,
      incarnationId: record.incarnationId,
      endpoints: record.endPoints.map(endpointOf).sort(byName),
      features: record.features.map(featureOf).sort(byName),
    })
  }

  setFenced(brokerId: number, brokerEpoch: number, isFenced: boolean, offset: number): void {
    const broker = this.#broker(brokerId, brokerEpoch, offset)
    this.#brokers.set(broker.id, { ...broker, isFenced })
  }

  changeBroker(record: BrokerRegistrationChangeRecord, offset: number): void {
    const before = this.#broker(record.brokerId, record.brokerEpoch, offset)
    const isFenced = changedFlag(record.fenced, before.isFenced)
    const inControlledShutdown = changedFlag(
      record.inControlledShutdown,
      before.inControlledShutdown,
    )
    if (isFenced === undefined || inControlledShutdown === undefined) {
      const why = `fenced ${record.fenced}, inControlledShutdown ${record.inControlledShutdown}`
      throw new MetadataReplayError(offset, `a change of broker ${before.id} has ${why}`)
    }
    this.#brokers.set(before.id, {
      ...before,
      isFenced,
      inControlledShutdown,
      directories: record.logDirs.length === 0 ? before.directories : sorted(record.logDirs),
      cordonedDirectories:
        record.cordonedLogDirs === null
          ? before.cordonedDirectories
          : sorted(record.cordonedLogDirs),
    })
  }

  build(): { cluster: ClusterImage; changed: ReadonlySet<NodeId> } {
    const brokers = new Map(this.#before.brokers)
    for (const [id, broker] of this.#brokers) {
      if (broker === null) brokers.delete(id)
      else brokers.set(id, broker)
    }
    const controllers = new Map([...this.#before.controllers, ...this.#controllers])
    return { cluster: { brokers, controllers }, changed: new Set(this.#brokers.keys()) }
  }

  #broker(brokerId: number, brokerEpoch: number, offset: number): BrokerRegistrationImage {
    const id = nodeId(brokerId)
    const changed = this.#brokers.get(id)
    const broker = changed === undefined ? this.#before.brokers.get(id) : changed
    if (broker === undefined || broker === null) {
      throw new MetadataReplayError(offset, `broker ${brokerId} is not registered`)
    }
    if (broker.epoch !== brokerEpoch) {
      const why = `broker ${brokerId} has epoch ${broker.epoch}, not ${brokerEpoch}`
      throw new MetadataReplayError(offset, why)
    }
    return broker
  }
}

/** −1 no, 0 unchanged, 1 yes; undefined for any other value. */
function changedFlag(change: number, before: boolean): boolean | undefined {
  if (change === 0) return before
  return change === 1 || change === -1 ? change === 1 : undefined
}

function endpointOf(endpoint: EndpointImage): EndpointImage {
  const { name, host, port, securityProtocol } = endpoint
  return { name, host, port, securityProtocol }
}

function featureOf(feature: {
  readonly name: string
  readonly minSupportedVersion: number
  readonly maxSupportedVersion: number
}): { name: string; min: number; max: number } {
  const { name, minSupportedVersion, maxSupportedVersion } = feature
  return { name, min: minSupportedVersion, max: maxSupportedVersion }
}

/** Apache Kafka writes what it has in hash maps, in another order each time. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1
}

function sorted(directories: readonly Uuid[]): readonly Uuid[] {
  return [...directories].sort()
}
