import { uuid, type Uuid } from '@samsa/base'
import {
  fetchApi,
  fetchRequest,
  fetchRequestTopic,
  fetchRequestTopicPartition,
  fetchResponse,
  fetchResponseTopic,
  fetchResponseTopicPartition,
  produceApi,
  produceRequest,
  produceRequestTopic,
  produceRequestTopicPartition,
  Reader,
  recordsOf,
  Writer,
  type MessageCodec,
  type Records,
} from '@samsa/protocol'

export interface HotCase {
  readonly name: string
  readonly run: () => unknown
}

function topicId(seed: number): Uuid {
  const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 37 + seed * 11 + 5)
  return uuid(Buffer.from(bytes).toString('base64url'))
}

function range<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function encodeCase<Message>(
  name: string,
  codec: MessageCodec<Message>,
  message: Message,
  version: number,
): HotCase {
  const writer = new Writer()
  return {
    name: `encode ${name}, v${version}`,
    run() {
      codec.encode(writer, message, version)
      return writer.finish()
    },
  }
}

function decodeCase<Message>(
  name: string,
  codec: MessageCodec<Message>,
  message: Message,
  version: number,
): HotCase {
  const writer = new Writer()
  codec.encode(writer, message, version)
  const bytes = writer.finishBytes()
  return {
    name: `decode ${name}, v${version}`,
    run: () => codec.decode(new Reader(bytes), version),
  }
}

function fetchAnswer(topics: number, partitions: number, records: Records | null) {
  return fetchResponse({
    sessionId: 5,
    responses: range(topics, (topic) =>
      fetchResponseTopic({
        topic: `topic-name-${topic}`,
        topicId: topicId(topic),
        partitions: range(partitions, (partitionIndex) =>
          fetchResponseTopicPartition({
            partitionIndex,
            highWatermark: 5_000_000_000 + partitionIndex,
            lastStableOffset: 5_000_000_000,
            logStartOffset: 0,
            abortedTransactions: null,
            records,
          }),
        ),
      }),
    ),
  })
}

function produceCall(topics: number, partitions: number, bytes: number) {
  return produceRequest({
    acks: -1,
    timeoutMs: 30_000,
    topicData: range(topics, (topic) =>
      produceRequestTopic({
        name: `topic-name-${topic}`,
        topicId: topicId(topic),
        partitionData: range(partitions, (index) =>
          produceRequestTopicPartition({ index, records: recordsOf(Buffer.alloc(bytes)) }),
        ),
      }),
    ),
  })
}

function fetchCall(partitions: number) {
  return fetchRequest({
    topics: [
      fetchRequestTopic({
        topicId: topicId(1),
        partitions: range(partitions, (partition) =>
          fetchRequestTopicPartition({ partition, fetchOffset: 5_000_000_000 }),
        ),
      }),
    ],
  })
}

/** What a broker reads and writes all day. */
export function hotCases(): readonly HotCase[] {
  const answer = fetchApi.response
  const call = produceApi.request
  return [11, 17].flatMap((version) => [
    encodeCase(
      'Fetch response, 1 topic × 50 partitions',
      answer,
      fetchAnswer(1, 50, null),
      version,
    ),
    encodeCase('Fetch response, 50 topics × 1', answer, fetchAnswer(50, 1, null), version),
    encodeCase(
      'Fetch response, 1 × 50, 10 kB of records each',
      answer,
      fetchAnswer(1, 50, recordsOf(Buffer.alloc(10_000))),
      version,
    ),
    decodeCase('Fetch response, 1 × 50', answer, fetchAnswer(1, 50, null), version),
    decodeCase(
      'Produce request, 1 topic × 20 partitions',
      call,
      produceCall(1, 20, 100),
      version - 4,
    ),
    decodeCase('Produce request, 20 topics × 1', call, produceCall(20, 1, 100), version - 4),
    encodeCase('Produce request, 1 × 20', call, produceCall(1, 20, 100), version - 4),
    ...(version < 13
      ? []
      : [
          decodeCase(
            'Fetch request, 1 topic × 50 partitions',
            fetchApi.request,
            fetchCall(50),
            version,
          ),
          encodeCase('Fetch request, 1 × 50', fetchApi.request, fetchCall(50), version),
        ]),
  ])
}
