import { TRANSACTIONS_UNSERVED } from '../../coordinator/transactions-unserved.ts'
import type { Uuid } from '@samsa/base'
import {
  BAD_BATCH_LENGTH,
  batchSizeAt,
  BatchView,
  ErrorCode,
  isTransactional,
  MAGIC_V2,
  PARTIAL_BATCH,
  type ProduceRequest,
  type ProduceRequestTopic,
} from '@samsa/protocol'
import type { LocalPartition } from '../local-partition.ts'
import type { ReplicaManager } from '../replica-manager.ts'

/** Smallest batch whose attributes can be looked at. */
const ATTRIBUTES_END = 23

/** What refuses a whole request, before anything of it is done. */
export interface RequestRefusal {
  readonly errorCode: number
  readonly message: string | null
}

/**
 * Looks at the first batch of every partition. One that cannot be a batch at all fails the whole
 * request, since Apache Kafka looks for transactional batches first and stumbles there. A batch that
 * is transactional needs the right to the request's transactional id, which nobody has: transactions
 * are not served yet.
 */
export function refusalOf(request: ProduceRequest): RequestRefusal | undefined {
  let view: BatchView | undefined
  for (const topic of request.topicData) {
    for (const { records } of topic.partitionData) {
      const bytes = records?.pieces[0]
      if (bytes === undefined) continue
      const sizeBytes = batchSizeAt(bytes, 0, bytes.length)
      if (sizeBytes === PARTIAL_BATCH) continue
      if (sizeBytes < 0) return { errorCode: ErrorCode.CORRUPT_MESSAGE, message: reason(sizeBytes) }
      if (sizeBytes < ATTRIBUTES_END) continue
      view ??= new BatchView(bytes)
      const { magic, attributes } = view.reset(bytes, 0)
      if (magic === MAGIC_V2 && isTransactional(attributes)) return NO_TRANSACTIONS
    }
  }
  return undefined
}

const NO_TRANSACTIONS: RequestRefusal = {
  errorCode: TRANSACTIONS_UNSERVED,
  message: null,
}

function reason(why: number): string {
  return why === BAD_BATCH_LENGTH
    ? 'A record batch is shorter than any can be: nothing of the request was appended.'
    : 'A record batch has an unknown format: nothing of the request was appended.'
}

/**
 * True when a partition that is served here is named twice. Stamps the partitions with `ticket`, a
 * number that no request had before.
 */
export function hasDuplicates(
  topics: readonly ProduceRequestTopic[],
  replicas: ReplicaManager,
  usesIds: boolean,
  ticket: number,
): boolean {
  for (const { name, topicId, partitionData } of topics) {
    const hosted = usesIds ? replicas.topicById(topicId) : replicas.topic(name)
    if (hosted === undefined) continue
    for (const { index } of partitionData) {
      const partition: LocalPartition | undefined = hosted.partitions[index]
      if (partition === undefined) continue
      if (partition.produceTicket === ticket) return true
      partition.produceTicket = ticket
    }
  }
  return false
}

/** Each partition once, in the place where it is first named, with the batch that is named last. */
export function lastOfEach(topics: readonly ProduceRequestTopic[]): ProduceRequestTopic[] {
  const merged = new Map<string, ProduceRequestTopic>()
  for (const topic of topics) {
    const key: string | Uuid = topic.name === '' ? topic.topicId : topic.name
    const before = merged.get(key)?.partitionData ?? []
    const byIndex = new Map(before.map((partition) => [partition.index, partition]))
    for (const partition of topic.partitionData) byIndex.set(partition.index, partition)
    merged.set(key, { ...topic, partitionData: [...byIndex.values()] })
  }
  return [...merged.values()]
}
