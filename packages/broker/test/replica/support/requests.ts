import {
  fetchApi,
  fetchRequest,
  fetchRequestForgottenTopic,
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
  type FetchRequest,
  type FetchRequestTopicPartition,
  type FetchResponse,
  type FetchResponseTopicPartition,
  type ProduceRequest,
  type ProduceResponse,
  type ProduceResponseTopicPartition,
} from '@samsa/protocol'
import { uuid } from '@samsa/base'
import { batch, values } from './batches.ts'
import { CLOSED, type TestClient } from './test-client.ts'

/** Topic (name, or id from v13 on), partition, bytes. */
export type ProducePart = readonly [topic: string, partition: number, bytes: Uint8Array | null]

const PRODUCE_VERSION = 12
const FETCH_VERSION = 12
const ID_VERSION = 13

export function produceOf(
  version: number,
  parts: readonly ProducePart[],
  more: Partial<ProduceRequest> = {},
): ProduceRequest {
  return produceRequest({
    acks: -1,
    timeoutMs: 1000,
    ...more,
    topicData: parts.map(([topic, index, bytes]) =>
      produceRequestTopic({
        ...(version >= ID_VERSION ? { topicId: uuid(topic) } : { name: topic }),
        partitionData: [
          produceRequestTopicPartition({
            index,
            records: bytes === null ? null : recordsOf(bytes),
          }),
        ],
      }),
    ),
  })
}

export function produce(
  client: TestClient,
  parts: readonly ProducePart[],
  more: Partial<ProduceRequest> & { version?: number } = {},
): Promise<ProduceResponse | typeof CLOSED> {
  const { version = PRODUCE_VERSION, ...fields } = more
  return client.tryCall(produceApi, version, produceOf(version, parts, fields))
}

/** Answers of all partitions, in order. */
export async function produceAll(
  ...args: Parameters<typeof produce>
): Promise<ProduceResponseTopicPartition[]> {
  const response = await produce(...args)
  if (response === CLOSED) throw new Error('Produce closed the connection')
  return response.responses.flatMap(({ partitionResponses }) => partitionResponses)
}

/** Appends values to partition 0 of a topic, and expects it to work. */
export async function put(client: TestClient, topic: string, ...texts: string[]): Promise<void> {
  const [partition] = await produceAll(client, [[topic, 0, batch(texts)]])
  if (partition?.errorCode !== 0) throw new Error(`Produce gave error ${partition?.errorCode}`)
}

/** Topic (name, or id from v13 on), partition, offset, more. */
export type FetchPart = readonly [
  topic: string,
  partition: number,
  offset: number,
  more?: Partial<FetchRequestTopicPartition>,
]

export interface FetchOptions extends Partial<FetchRequest> {
  readonly version?: number
  readonly forget?: readonly (readonly [topic: string, partitions: number[]])[]
}

export function fetchOf(parts: readonly FetchPart[], options: FetchOptions = {}): FetchRequest {
  const { version = FETCH_VERSION, forget = [], ...fields } = options
  const named = (topic: string): { topicId: ReturnType<typeof uuid> } | { topic: string } =>
    version >= ID_VERSION ? { topicId: uuid(topic) } : { topic }
  return fetchRequest({
    replicaId: -1,
    maxWaitMs: 0,
    minBytes: 1,
    maxBytes: 1 << 25,
    ...(version >= 7 ? { sessionId: 0, sessionEpoch: -1 } : {}),
    ...fields,
    topics: parts.map(([topic, partition, fetchOffset, more]) =>
      fetchRequestTopic({
        ...named(topic),
        partitions: [
          fetchRequestTopicPartition({
            partition,
            fetchOffset,
            partitionMaxBytes: 1 << 20,
            ...more,
          }),
        ],
      }),
    ),
    forgottenTopicsData: forget.map(([topic, partitions]) =>
      fetchRequestForgottenTopic({ ...named(topic), partitions }),
    ),
  })
}

export function fetch(
  client: TestClient,
  parts: readonly FetchPart[],
  options: FetchOptions = {},
): Promise<FetchResponse> {
  return client.call(fetchApi, options.version ?? FETCH_VERSION, fetchOf(parts, options))
}

export const partitionsOf = (response: FetchResponse): FetchResponseTopicPartition[] =>
  response.responses.flatMap(({ partitions }) => partitions)

/** `topic-partition: values` or `topic-partition: error n`, in the order of the answer. */
export function told(response: FetchResponse): string[] {
  return response.responses.flatMap(({ topic, partitions }) =>
    partitions.map(({ partitionIndex, errorCode, records }) => {
      const what = errorCode === 0 ? values(records).join(' ') : `error ${errorCode}`
      return `${topic}-${partitionIndex}: ${what}`.trimEnd()
    }),
  )
}

/** Values of all records, in order. */
export const seen = (response: FetchResponse): string[] =>
  partitionsOf(response).flatMap(({ records }) => values(records))

export interface ListedOffset {
  readonly errorCode: number
  readonly timestamp: number
  readonly offset: number
  readonly leaderEpoch: number
}

/** One partition, one timestamp. */
export async function listOffset(
  client: TestClient,
  topic: string,
  timestamp: number,
  more: {
    version?: number
    partition?: number
    currentLeaderEpoch?: number
    replicaId?: number
  } & {
    isolationLevel?: number
  } = {},
): Promise<ListedOffset> {
  const { version = 11, partition = 0, currentLeaderEpoch, replicaId = -1 } = more
  const { isolationLevel } = more
  const asked = listOffsetsRequestTopicPartition({
    partitionIndex: partition,
    timestamp: BigInt(timestamp),
    ...(currentLeaderEpoch === undefined ? {} : { currentLeaderEpoch }),
  })
  const response = await client.call(
    listOffsetsApi,
    version,
    listOffsetsRequest({
      replicaId,
      ...(isolationLevel === undefined ? {} : { isolationLevel }),
      topics: [listOffsetsRequestTopic({ name: topic, partitions: [asked] })],
    }),
  )
  const found = response.topics[0]!.partitions[0]!
  const { errorCode, offset, leaderEpoch } = found
  return { errorCode, timestamp: Number(found.timestamp), offset, leaderEpoch }
}
