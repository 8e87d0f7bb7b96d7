import type { LogRead } from '@samsa/log'
import {
  EMPTY_RECORDS,
  ErrorCode,
  fetchResponseTopicPartition,
  type FetchResponse,
  type FetchResponseTopic,
  type FetchResponseTopicPartition,
  type Records,
} from '@samsa/protocol'
import type { RequestContext } from '../../dispatch/context.ts'
import { currentLeaderOf, type NodeEndpoint } from '../leader-hint.ts'
import type { FetchPartition } from './fetch-partition.ts'

/** The right leader is named beside an error from here on (KIP-951). */
const LEADER_HINT_VERSION = 16
/** Clients before it do not know KAFKA_STORAGE_ERROR (KIP-112). */
const STORAGE_ERROR_VERSION = 6

/** An answer in the making: partitions in order, those of one topic together while they follow. */
export class FetchAnswer {
  readonly response: FetchResponse
  readonly #context: RequestContext
  readonly #isReadCommitted: boolean
  #topic: FetchResponseTopic | undefined
  /** What the records refer to. */
  #reads: LogRead[] | undefined

  constructor(context: RequestContext, isReadCommitted: boolean) {
    this.response = fetchResponseOf(ErrorCode.NONE, 0)
    this.#context = context
    this.#isReadCommitted = isReadCommitted
    this.#topic = undefined
    this.#reads = undefined
  }

  /** Takes over the partition's read. */
  add(partition: FetchPartition): void {
    this.#place(partition, this.#partitionOf(partition))
    const { read } = partition
    if (read === undefined) return
    partition.read = undefined
    if (this.#reads === undefined) this.#reads = [read]
    else this.#reads.push(read)
  }

  /** The response; the memory of its records goes back once it is sent. */
  finish(sessionId: number): FetchResponse {
    const reads = this.#reads
    if (reads !== undefined) this.#context.onSent(() => releaseAll(reads))
    this.response.sessionId = sessionId
    return this.response
  }

  /** Lists begin with their first item: one that grows from nothing has room for many. */
  #place({ topic, topicId }: FetchPartition, answer: FetchResponseTopicPartition): void {
    const last = this.#topic
    if (last !== undefined && last.topicId === topicId && last.topic === topic) {
      last.partitions.push(answer)
      return
    }
    const next = { topic, topicId, partitions: [answer], unknownTaggedFields: null }
    if (last === undefined) this.response.responses = [next]
    else this.response.responses.push(next)
    this.#topic = next
  }

  #partitionOf(partition: FetchPartition): FetchResponseTopicPartition {
    const { errorCode, divergingEpoch } = partition
    const isError = errorCode !== ErrorCode.NONE
    const response: FetchResponseTopicPartition = {
      partitionIndex: partition.index,
      errorCode,
      highWatermark: partition.highWatermark,
      lastStableOffset: partition.lastStableOffset,
      logStartOffset: partition.logStartOffset,
      divergingEpoch: DEFAULTS.divergingEpoch,
      currentLeader: DEFAULTS.currentLeader,
      snapshotId: DEFAULTS.snapshotId,
      // As Apache Kafka has it: none where the log was not asked, null where nobody wants to know.
      abortedTransactions:
        partition.isErroneous || (this.#isReadCommitted && !isError) ? NO_TRANSACTIONS : null,
      preferredReadReplica: -1,
      records: recordsOf(partition.read),
      unknownTaggedFields: null,
    }
    if (isError) this.#explain(partition, response)
    if (divergingEpoch !== undefined) {
      const { leaderEpoch: epoch, endOffset } = divergingEpoch
      response.divergingEpoch = { epoch, endOffset, unknownTaggedFields: null }
    }
    return response
  }

  #explain(partition: FetchPartition, response: FetchResponseTopicPartition): void {
    const { version } = this.#context
    const { errorCode } = response
    if (errorCode === ErrorCode.KAFKA_STORAGE_ERROR && version < STORAGE_ERROR_VERSION) {
      response.errorCode = ErrorCode.NOT_LEADER_OR_FOLLOWER
    }
    const hasOtherLeader =
      errorCode === ErrorCode.NOT_LEADER_OR_FOLLOWER || errorCode === ErrorCode.FENCED_LEADER_EPOCH
    if (version < LEADER_HINT_VERSION || !hasOtherLeader) return
    const key = { name: partition.topic, id: partition.topicId }
    const endpoints: NodeEndpoint[] = this.response.nodeEndpoints
    response.currentLeader = currentLeaderOf(this.#context, key, partition.index, endpoints)
  }
}

/** An answer without partitions. */
export function fetchResponseOf(errorCode: number, sessionId: number): FetchResponse {
  return {
    throttleTimeMs: 0,
    errorCode,
    sessionId,
    responses: [],
    nodeEndpoints: [],
    unknownTaggedFields: null,
  }
}

function recordsOf(read: LogRead | undefined): Records {
  if (read === undefined) return EMPTY_RECORDS
  const { pieces, sizeBytes } = read
  return { pieces, sizeBytes }
}

function releaseAll(reads: readonly LogRead[]): void {
  for (const read of reads) read.release()
}

/** Shared by all answers: never written to. */
const DEFAULTS: Readonly<FetchResponseTopicPartition> = fetchResponseTopicPartition()
const NO_TRANSACTIONS: NonNullable<FetchResponseTopicPartition['abortedTransactions']> = []
