import { ZERO_UUID, type Address, type Uuid } from '@samsa/base'
import { createNodeDoors } from '@samsa/base/node'
import { ClientConnection } from '@samsa/client/connection'
import {
  createTopicsApi,
  createTopicsRequest,
  createTopicsRequestTopic,
  createTopicsRequestTopicConfig,
  ErrorCode,
  fetchApi,
  fetchRequest,
  fetchRequestTopic,
  fetchRequestTopicPartition,
  listOffsetsApi,
  listOffsetsRequest,
  listOffsetsRequestTopic,
  listOffsetsRequestTopicPartition,
  produceApi,
  produceRequest,
  produceRequestTopic,
  produceRequestTopicPartition,
  recordsOf,
  type Api,
  type ProduceResponseTopicPartition,
} from '@samsa/protocol'
import { eventually } from './eventually.ts'

/** A topic as requests name it: by name in older versions, by id in newer ones. */
export interface TopicName {
  readonly name: string
  readonly topicId: Uuid
}

/** What a fetch found at an offset; `records` are whole batches, copied. */
export interface FetchedRecords {
  readonly errorCode: number
  readonly highWatermark: number
  readonly logStartOffset: number
  readonly records: Buffer
}

const REQUEST_MS_MAX = 20_000
const RESPONSE_BYTES_MAX = 64 * 1024 * 1024
const FETCH_BYTES_MAX = 4 * 1024 * 1024

/** One connection that asks what a test says, with no retries and no opinion about the answers. */
export class PlainClient {
  readonly connection: ClientConnection

  private constructor(connection: ClientConnection) {
    this.connection = connection
  }

  static async open(address: Address): Promise<PlainClient> {
    const { net, clock } = createNodeDoors()
    const connection = await ClientConnection.open(address, {
      net,
      clock,
      clientId: 'samsa-test',
      requestMsMax: REQUEST_MS_MAX,
      responseBytesMax: RESPONSE_BYTES_MAX,
    })
    return new PlainClient(connection)
  }

  close(): void {
    this.connection.close()
  }

  /** Sends a request of the newest version that both sides know. */
  ask<Request, Response>(api: Api<Request, Response>, request: Request): Promise<Response> {
    return this.connection.send(api, this.connection.versionOf(api), request)
  }

  /** Creates a topic and waits for its leaders; throws where the broker refuses. */
  async createTopic(
    name: string,
    numPartitions: number,
    configs: Readonly<Record<string, string>> = {},
  ): Promise<TopicName> {
    const topic = createTopicsRequestTopic({
      name,
      numPartitions,
      replicationFactor: 1,
      configs: Object.entries(configs).map(([config, value]) =>
        createTopicsRequestTopicConfig({ name: config, value }),
      ),
    })
    const response = await this.ask(createTopicsApi, createTopicsRequest({ topics: [topic] }))
    const created = response.topics[0]
    if (created?.errorCode !== ErrorCode.NONE) {
      throw new Error(`${name} was not created: ${created?.errorCode} ${created?.errorMessage}`)
    }
    const topicName = { name, topicId: created.topicId }
    for (let index = 0; index < numPartitions; index++) await this.leading(topicName, index)
    return topicName
  }

  /** Resolves once the broker leads the partition. */
  async leading(topic: TopicName, partition: number): Promise<void> {
    await eventually(`${topic.name}-${partition} has a leader`, async () => {
      const { errorCode } = await this.fetch(topic, partition, 0)
      // A log whose first records were deleted is led as well.
      const isLed = errorCode === ErrorCode.NONE || errorCode === ErrorCode.OFFSET_OUT_OF_RANGE
      return isLed || undefined
    })
  }

  /** The offset at a timestamp; −2 asks for the log start, −1 for the end. */
  async offsetAt({ name }: TopicName, partitionIndex: number, timestamp: bigint): Promise<number> {
    const wanted = listOffsetsRequestTopicPartition({ partitionIndex, timestamp })
    const topic = listOffsetsRequestTopic({ name, partitions: [wanted] })
    const request = listOffsetsRequest({ replicaId: -1, topics: [topic] })
    const response = await this.ask(listOffsetsApi, request)
    const found = response.topics[0]?.partitions[0]
    if (found?.errorCode !== ErrorCode.NONE)
      throw new Error(`no offset of ${name}: ${found?.errorCode}`)
    return Number(found.offset)
  }

  /** The answer for the one partition that is written to. */
  async produce(
    { name, topicId }: TopicName,
    index: number,
    acks: number,
    records: Uint8Array,
  ): Promise<ProduceResponseTopicPartition> {
    const version = this.connection.versionOf(produceApi)
    const partition = produceRequestTopicPartition({ index, records: recordsOf(records) })
    const topic = produceRequestTopic({
      ...(version >= 13 ? { topicId } : { name }),
      partitionData: [partition],
    })
    const request = produceRequest({ acks, timeoutMs: REQUEST_MS_MAX, topicData: [topic] })
    const response = await this.connection.send(produceApi, version, request)
    const answer = response.responses[0]?.partitionResponses[0]
    if (answer === undefined) throw new Error(`no answer about ${name}-${index}`)
    return answer
  }

  /** What lies at `fetchOffset` now; never waits for more. */
  async fetch(
    { name, topicId }: TopicName,
    partition: number,
    fetchOffset: number,
  ): Promise<FetchedRecords> {
    const version = this.connection.versionOf(fetchApi)
    const wanted = fetchRequestTopicPartition({
      partition,
      fetchOffset,
      partitionMaxBytes: FETCH_BYTES_MAX,
      replicaDirectoryId: ZERO_UUID,
    })
    const topic = fetchRequestTopic({
      ...(version >= 13 ? { topicId } : { topic: name }),
      partitions: [wanted],
    })
    const request = fetchRequest({ maxBytes: FETCH_BYTES_MAX, topics: [topic] })
    const response = await this.connection.send(fetchApi, version, request)
    const found = response.responses[0]?.partitions[0]
    if (found === undefined) throw new Error(`no answer about ${name}-${partition}`)
    const { errorCode, highWatermark, logStartOffset, records } = found
    const pieces = records?.pieces ?? []
    return { errorCode, highWatermark, logStartOffset, records: Buffer.concat([...pieces]) }
  }
}
