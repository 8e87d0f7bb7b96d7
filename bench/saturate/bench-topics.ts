import type { Address } from '@samsa/base'
import { createNodeDoors } from '@samsa/base/node'
import { ClientConnection } from '@samsa/client/connection'
import {
  createTopicsApi,
  createTopicsRequest,
  createTopicsRequestTopic,
  createTopicsRequestTopicConfig,
  deleteTopicsApi,
  deleteTopicsRequest,
  deleteTopicsRequestTopic,
  listOffsetsApi,
  listOffsetsRequest,
  listOffsetsRequestTopic,
  listOffsetsRequestTopicPartition,
} from '@samsa/protocol'

const REQUEST_MS_MAX = 30_000
const LEADERS_MS_MAX = 30_000
const RESPONSE_BYTES_MAX = 16 * 1024 * 1024

/** Makes and drops the topics that loads go to, on the one broker that is measured. */
export class BenchTopics {
  readonly #connection: ClientConnection
  readonly #closeDoors: () => void

  static async open(address: Address): Promise<BenchTopics> {
    const { net, clock, compute } = createNodeDoors()
    const connection = await ClientConnection.open(address, {
      net,
      clock,
      clientId: 'samsa-saturate',
      requestMsMax: REQUEST_MS_MAX,
      responseBytesMax: RESPONSE_BYTES_MAX,
    })
    return new BenchTopics(connection, () => void compute.close())
  }

  private constructor(connection: ClientConnection, closeDoors: () => void) {
    this.#connection = connection
    this.#closeDoors = closeDoors
  }

  /** Resolves when every partition is served. Deleted files go at once, not after a minute. */
  async create(name: string, numPartitions: number): Promise<void> {
    const configs = [
      createTopicsRequestTopicConfig({ name: 'file.delete.delay.ms', value: '0' }),
      createTopicsRequestTopicConfig({ name: 'compression.type', value: 'producer' }),
    ]
    const topic = createTopicsRequestTopic({ name, numPartitions, replicationFactor: 1, configs })
    const version = this.#connection.versionOf(createTopicsApi)
    const request = createTopicsRequest({ topics: [topic], timeoutMs: REQUEST_MS_MAX })
    const { topics } = await this.#connection.send(createTopicsApi, version, request)
    const errorCode = topics[0]?.errorCode ?? 0
    if (errorCode !== 0) throw new Error(`${name} was not created: error ${errorCode}`)
    const deadline = performance.now() + LEADERS_MS_MAX
    while ((await this.endOffsets(name, numPartitions)) === undefined) {
      if (performance.now() > deadline) throw new Error(`${name} has no leaders`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** Log end offset of each partition; undefined while one of them is not served. */
  async endOffsets(name: string, partitions: number): Promise<readonly number[] | undefined> {
    const asked = Array.from({ length: partitions }, (_, partitionIndex) =>
      listOffsetsRequestTopicPartition({ partitionIndex, timestamp: -1n }),
    )
    const topics = [listOffsetsRequestTopic({ name, partitions: asked })]
    const request = listOffsetsRequest({ replicaId: -1, topics })
    const version = this.#connection.versionOf(listOffsetsApi, 7)
    const response = await this.#connection.send(listOffsetsApi, version, request)
    const answers = response.topics[0]?.partitions ?? []
    if (answers.length < partitions) return undefined
    if (answers.some(({ errorCode }) => errorCode !== 0)) return undefined
    return answers.map(({ offset }) => offset)
  }

  async drop(name: string): Promise<void> {
    const version = this.#connection.versionOf(deleteTopicsApi)
    const request = deleteTopicsRequest({
      topics: version >= 6 ? [deleteTopicsRequestTopic({ name })] : [],
      topicNames: version >= 6 ? [] : [name],
      timeoutMs: REQUEST_MS_MAX,
    })
    await this.#connection.send(deleteTopicsApi, version, request)
  }

  close(): void {
    this.#connection.close()
    this.#closeDoors()
  }
}
