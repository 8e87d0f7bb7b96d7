import type { Address } from '@samsa/base'
import { metadataApi, metadataRequest, metadataRequestTopic, ErrorCode } from '@samsa/protocol'
import type { ClientConnection } from '../connection/client-connection.ts'
import { ClientError } from '../errors.ts'
import { BrokerConnections, type Purpose } from './broker-connections.ts'
import { ClusterMetadata, type KnownTopic } from './cluster-metadata.ts'
import { clusterSettings, type ClusterOptions, type ClusterSettings } from './options.ts'
import { refusal, withRetries } from './retry.ts'

/** A cluster as its clients see it: who leads what, and connections to the brokers. */
export class Cluster {
  readonly settings: ClusterSettings
  readonly metadata: ClusterMetadata
  readonly #connections: BrokerConnections
  /** Topics whose metadata is kept fresh: all that were ever asked for. */
  readonly #wanted: Set<string>
  #refreshing: Promise<void> | undefined

  constructor(options: ClusterOptions) {
    this.settings = clusterSettings(options)
    this.metadata = new ClusterMetadata()
    this.#connections = new BrokerConnections(this.settings)
    this.#wanted = new Set()
    this.#refreshing = undefined
  }

  /** Asks one broker for what is wanted. Calls that come meanwhile share the answer. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#fetchMetadata().finally(() => (this.#refreshing = undefined))
    return this.#refreshing
  }

  /** The topic, from memory where it is known; made by the broker where that is its way. */
  async topic(name: string): Promise<KnownTopic> {
    this.#wanted.add(name)
    const known = this.metadata.topic(name)
    if (known !== undefined) return known
    return withRetries(`metadata of ${name}`, this.settings, async () => {
      await this.refresh()
      const topic = this.metadata.topic(name)
      if (topic !== undefined) return topic
      const errorCode = this.metadata.errorOf(name)
      throw refusal(`metadata of ${name}`, errorCode || ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
    })
  }

  forget(name: string): void {
    this.#wanted.delete(name)
    this.metadata.forget(name)
  }

  /** Any broker that can be reached: known ones first, then the bootstrap list. */
  async anyBroker(purpose: Purpose = 'requests'): Promise<ClientConnection> {
    let lastError: unknown
    for (const address of [...this.metadata.brokers.values(), ...this.settings.bootstrap]) {
      try {
        return await this.#connections.to(address, purpose)
      } catch (error) {
        lastError = error
      }
    }
    throw lastError ?? new ClientError('CLIENT_DISCONNECTED', 'no broker is known.')
  }

  /** Rejects with LEADER_NOT_AVAILABLE for a broker that nobody told of. */
  broker(nodeId: number, purpose: Purpose = 'requests'): Promise<ClientConnection> {
    const address = this.metadata.brokers.get(nodeId)
    if (address !== undefined) return this.#connections.to(address, purpose)
    return Promise.reject(refusal(`broker ${nodeId}`, ErrorCode.LEADER_NOT_AVAILABLE))
  }

  /** A broker that was named by an answer: a group's coordinator. */
  brokerAt(address: Address, purpose: Purpose): Promise<ClientConnection> {
    return this.#connections.to(address, purpose)
  }

  close(): void {
    this.#connections.close()
  }

  async #fetchMetadata(): Promise<void> {
    const connection = await this.anyBroker()
    const topics = [...this.#wanted].map((name) => metadataRequestTopic({ name }))
    const version = connection.versionOf(metadataApi, 12)
    const { allowsTopicCreation: allowAutoTopicCreation } = this.settings
    const request = metadataRequest({ topics, allowAutoTopicCreation })
    const response = await connection.send(metadataApi, version, request)
    this.metadata.apply(response)
  }
}
