import { Completion, type Timer } from '@samsa/base'
import {
  ErrorCode,
  type ProduceRequestTopicPartition,
  type ProduceResponse,
  type ProduceResponseTopicPartition,
} from '@samsa/protocol'
import type { RequestContext } from '../../dispatch/context.ts'
import {
  type Admission,
  type Answer,
  CLOSE_CONNECTION,
  NO_RESPONSE,
} from '../../dispatch/handler.ts'
import { currentLeaderOf } from '../leader-hint.ts'
import type { LocalPartition } from '../local-partition.ts'
import { PartitionProduce, type ProduceParts } from './partition-produce.ts'

export const ACKS_NONE = 0
export const ACKS_LEADER = 1
export const ACKS_ALL = -1

/**
 * A Produce request under way. Its parts may all be over before `admission` is asked for, and with
 * small batches they are; then nothing but the answer was made.
 */
export class ProduceOperation implements ProduceParts {
  readonly awaitsCommit: boolean
  readonly response: ProduceResponse
  readonly #context: RequestContext
  readonly #acks: number
  readonly #timeoutMs: number
  readonly #nowMs: number
  #appendsPending: number
  /** Written, and waiting for the high watermark. */
  #waiting: Set<PartitionProduce> | undefined
  #timer: Timer | undefined
  #effect: Completion<void> | undefined
  #answer: Completion<Answer<ProduceResponse>> | undefined

  constructor(context: RequestContext, acks: number, timeoutMs: number, response: ProduceResponse) {
    this.awaitsCommit = acks === ACKS_ALL
    this.response = response
    this.#context = context
    this.#acks = acks
    this.#timeoutMs = timeoutMs
    this.#nowMs = context.services.clock.wallMs()
    this.#appendsPending = 0
    this.#waiting = undefined
    this.#timer = undefined
    this.#effect = undefined
    this.#answer = undefined
  }

  append(
    partition: LocalPartition,
    response: ProduceResponseTopicPartition,
    { records }: ProduceRequestTopicPartition,
  ): void {
    // A frame holds a partition's records in one piece.
    const bytes = records?.pieces[0] ?? NO_BYTES
    const part = new PartitionProduce(this, partition, response, bytes)
    this.#appendsPending++
    part.begin(this.#context.services.replicas.appends, this.#context.version, this.#nowMs)
  }

  /** To be asked for once, after the last `append`. */
  admission(): Admission<ProduceResponse> {
    if (this.#isOver()) return { effect: undefined, response: this.#finalAnswer() }
    if (this.#appendsPending > 0) this.#effect = new Completion()
    this.#answer = new Completion()
    this.#startTimer()
    return { effect: this.#effect, response: this.#answer }
  }

  partAppended(): void {
    this.#appendsPending--
    if (this.#appendsPending > 0 || this.#answer === undefined) return
    this.#startTimer()
    // The answer first: once the effect has settled, the connection may go on with its next request.
    this.#settle()
    this.#effect?.resolve()
  }

  partWaits(part: PartitionProduce): void {
    this.#waiting ??= new Set()
    this.#waiting.add(part)
    part.partition.whenCommitted(part)
  }

  partCommitted(part: PartitionProduce): void {
    this.#waiting?.delete(part)
    this.#settle()
  }

  #isOver(): boolean {
    return this.#appendsPending === 0 && (this.#waiting === undefined || this.#waiting.size === 0)
  }

  #settle(): void {
    if (this.#answer === undefined || this.#answer.isSettled || !this.#isOver()) return
    this.#timer?.cancel()
    this.#answer.resolve(this.#finalAnswer())
  }

  /** `timeout.ms` bounds the wait for other replicas, not the write. */
  #startTimer(): void {
    if (this.#appendsPending > 0 || this.#isOver()) return
    const { clock, wheel } = this.#context.services.replicas.appends
    const deadlineMs = clock.monotonicMs() + Math.max(0, this.#timeoutMs)
    this.#timer = wheel.schedule(deadlineMs, () => this.#expire())
  }

  #expire(): void {
    for (const part of this.#waiting ?? []) part.expire()
    this.#waiting = undefined
    this.#settle()
  }

  #finalAnswer(): Answer<ProduceResponse> {
    const { response } = this
    const hasError = this.#explainErrors()
    if (this.#acks !== ACKS_NONE) return response
    return hasError ? CLOSE_CONNECTION : NO_RESPONSE
  }

  /** Names the right leader beside NOT_LEADER_OR_FOLLOWER; answers whether there is any error. */
  #explainErrors(): boolean {
    const { responses, nodeEndpoints } = this.response
    let hasError = false
    for (const topic of responses) {
      for (const partition of topic.partitionResponses) {
        const { errorCode } = partition
        if (errorCode === ErrorCode.NONE) continue
        hasError = true
        if (errorCode !== ErrorCode.NOT_LEADER_OR_FOLLOWER) continue
        if (this.#context.version < LEADER_HINT_VERSION) continue
        const key = { name: topic.name, id: topic.topicId }
        const { index } = partition
        partition.currentLeader = currentLeaderOf(this.#context, key, index, nodeEndpoints)
      }
    }
    return hasError
  }
}

const LEADER_HINT_VERSION = 10
const NO_BYTES: Uint8Array = new Uint8Array(0)
