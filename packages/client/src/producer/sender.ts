import {
  produceApi,
  type ProduceResponse,
  type ProduceResponseTopicPartition,
} from '@samsa/protocol'
import type { Cluster } from '../cluster/cluster.ts'
import { isRetriable, refusal } from '../cluster/retry.ts'
import { ClientError } from '../errors.ts'
import type { ProducerSettings } from './options.ts'
import type { PartitionQueue } from './partition-queue.ts'
import { outcomeOf } from './produce-outcome.ts'
import { produceRequestOf, type Sending } from './produce-request.ts'
import type { Delivery, ProducerBatch, ProducerIdentity } from './producer-batch.ts'
import { newProducerIdentity } from './producer-identity.ts'

/** Takes batches that are ready to the leaders of their partitions, and deals with the answers. */
export class Sender {
  readonly #cluster: Cluster
  readonly #settings: ProducerSettings
  readonly #onSettled: (delivery: Delivery) => void
  /** Queues that hold something. */
  readonly #active: Set<PartitionQueue>
  /** Requests under way, by node. */
  readonly #inFlight: Map<number, number>
  #identity: ProducerIdentity | undefined
  #isObtainingIdentity: boolean
  #isWoken: boolean
  #isAborted: boolean

  constructor(
    cluster: Cluster,
    settings: ProducerSettings,
    onSettled: (delivery: Delivery) => void,
  ) {
    this.#cluster = cluster
    this.#settings = settings
    this.#onSettled = onSettled
    this.#active = new Set()
    this.#inFlight = new Map()
    this.#identity = undefined
    this.#isObtainingIdentity = false
    this.#isWoken = false
    this.#isAborted = false
  }

  /** A record came; `isFirst`: it opened a batch. */
  onAppended(queue: PartitionQueue, isFirst: boolean): void {
    this.#active.add(queue)
    const { lingerMs } = this.#settings
    if (isFirst && lingerMs > 0) {
      this.#cluster.settings.clock.setTimer(lingerMs, () => {
        queue.isDue = queue.hasOpenBatch
        this.wake()
      })
    } else if (lingerMs === 0) queue.isDue = true
    if (queue.isDue) this.wake()
  }

  /** Looks for work once the current piece of code is done: records sent in one go share a batch. */
  wake(): void {
    if (this.#isWoken) return
    this.#isWoken = true
    void Promise.resolve().then(() => {
      this.#isWoken = false
      this.#pump()
    })
  }

  abort(): void {
    this.#isAborted = true
    const error = new ClientError('CLIENT_DISCONNECTED', 'the producer was closed.')
    for (const queue of this.#active) {
      for (const batch of queue.drain()) this.#fail(batch, error)
    }
  }

  #pump(): void {
    if (this.#isAborted) return
    const nowMs = this.#cluster.settings.clock.monotonicMs()
    this.#expire(nowMs)
    if (this.#active.size === 0) return
    if (this.#settings.isIdempotent && this.#identity === undefined) return this.#obtainIdentity()
    const byLeader = new Map<number, PartitionQueue[]>()
    for (const queue of this.#active) {
      if (queue.isEmpty) this.#active.delete(queue)
      else if (queue.isReady(nowMs)) this.#assignToLeader(queue, byLeader, nowMs)
    }
    for (const [nodeId, queues] of byLeader) this.#sendTo(nodeId, queues)
  }

  #assignToLeader(
    queue: PartitionQueue,
    byLeader: Map<number, PartitionQueue[]>,
    nowMs: number,
  ): void {
    const nodeId = this.#cluster.metadata.leaderOf(queue.topic, queue.partition)
    if (nodeId < 0) {
      queue.retryAtMs = nowMs + this.#cluster.settings.retryBackoffMs
      return this.#later(true)
    }
    const queues = byLeader.get(nodeId)
    if (queues === undefined) byLeader.set(nodeId, [queue])
    else queues.push(queue)
  }

  #sendTo(nodeId: number, queues: readonly PartitionQueue[]): void {
    let sendings: Sending[] = []
    let bytes = 0
    for (const queue of queues) {
      if ((this.#inFlight.get(nodeId) ?? 0) >= this.#settings.inFlightMax) return
      const batch = queue.take(this.#settings.isIdempotent ? this.#identity : undefined)
      if (batch === undefined) continue
      if (bytes > 0 && bytes + batch.bytes.length > this.#settings.requestBytesMax) {
        this.#launch(nodeId, sendings)
        sendings = []
        bytes = 0
      }
      sendings.push({ queue, batch })
      bytes += batch.bytes.length
    }
    if (sendings.length > 0) this.#launch(nodeId, sendings)
  }

  #launch(nodeId: number, sendings: readonly Sending[]): void {
    this.#inFlight.set(nodeId, (this.#inFlight.get(nodeId) ?? 0) + 1)
    void this.#request(nodeId, sendings).finally(() => {
      this.#inFlight.set(nodeId, (this.#inFlight.get(nodeId) ?? 1) - 1)
      this.wake()
    })
  }

  /** Never rejects: every batch is delivered, has failed, or is back in its queue. */
  async #request(nodeId: number, sendings: readonly Sending[]): Promise<void> {
    const { acks } = this.#settings
    const { requestMsMax } = this.#cluster.settings
    let isSent = false
    try {
      const connection = await this.#cluster.broker(nodeId, 'produce')
      const version = connection.versionOf(produceApi, 12)
      const request = produceRequestOf(sendings, acks, requestMsMax)
      if (acks === 0) {
        connection.sendOnly(produceApi, version, request)
        for (const { queue, batch } of sendings) this.#succeed(queue, batch, -1)
        return
      }
      isSent = true
      this.#onResponse(sendings, await connection.send(produceApi, version, request))
    } catch (error) {
      for (const sending of sendings) this.#onLost(sending, error as Error, isSent)
    }
  }

  #onResponse(sendings: readonly Sending[], response: ProduceResponse): void {
    const answers = new Map<string, ProduceResponseTopicPartition>()
    for (const { name, partitionResponses } of response.responses) {
      for (const answer of partitionResponses) answers.set(`${name} ${answer.index}`, answer)
    }
    for (const sending of sendings) {
      const answer = answers.get(`${sending.queue.topic} ${sending.queue.partition}`)
      if (answer !== undefined) this.#onAnswer(sending, answer)
      else {
        const what = `Produce to ${nameOf(sending.queue)}: the answer says nothing of it.`
        this.#onLost(sending, new ClientError('CLIENT_BAD_RESPONSE', what), true)
      }
    }
  }

  #onAnswer({ queue, batch }: Sending, answer: ProduceResponseTopicPartition): void {
    const error = refusal(`Produce to ${nameOf(queue)}`, answer.errorCode)
    switch (outcomeOf(answer.errorCode, batch.isUncertain)) {
      case 'delivered':
        return this.#succeed(queue, batch, answer.baseOffset)
      case 'newIdentity':
        if (!this.#settings.isIdempotent) return this.#giveUp(queue, batch, error)
        if (batch.identity === this.#identity) this.#identity = undefined
        return this.#retry(queue, batch, false)
      case 'retryUncertain':
        batch.isUncertain = true
        return this.#retry(queue, batch, true)
      case 'retry':
        return this.#retry(queue, batch, true)
      case 'failed':
        return this.#giveUp(queue, batch, error)
    }
  }

  /** No answer. Without idempotence trying again may write the batch twice, as with every client. */
  #onLost({ queue, batch }: Sending, error: Error, isSent: boolean): void {
    if (isSent) batch.isUncertain = true
    if (isRetriable(error) && !this.#isAborted) this.#retry(queue, batch, true)
    else this.#giveUp(queue, batch, error)
  }

  #retry(queue: PartitionQueue, batch: ProducerBatch, refreshesMetadata: boolean): void {
    const { clock, retryBackoffMs } = this.#cluster.settings
    queue.onRetry(batch, clock.monotonicMs() + retryBackoffMs)
    this.#later(refreshesMetadata)
  }

  #later(refreshesMetadata: boolean): void {
    const { clock, retryBackoffMs } = this.#cluster.settings
    // A refresh that fails is tried again with the next retry.
    if (refreshesMetadata) void this.#cluster.refresh().catch(() => {})
    clock.setTimer(retryBackoffMs + 1, () => this.wake())
  }

  #succeed(queue: PartitionQueue, batch: ProducerBatch, baseOffset: number): void {
    queue.onDelivered(batch)
    batch.delivery.succeed(baseOffset)
    this.#onSettled(batch.delivery)
  }

  /** Where nobody knows whether the sequences were used, the next batches need other ones. */
  #giveUp(queue: PartitionQueue, batch: ProducerBatch, error: Error): void {
    queue.onFailed()
    this.#fail(batch, error)
  }

  #fail(batch: ProducerBatch, error: Error): void {
    if (batch.isUncertain && batch.identity === this.#identity) this.#identity = undefined
    batch.delivery.fail(error)
    this.#onSettled(batch.delivery)
  }

  #expire(nowMs: number): void {
    for (const queue of this.#active) {
      while (queue.expiresAtMs <= nowMs) {
        const batch = queue.dropFirst()
        if (batch === undefined) break
        const what = `Produce to ${nameOf(queue)}: not within ${this.#settings.deliveryMsMax} ms.`
        this.#fail(batch, new ClientError('CLIENT_TIMED_OUT', what))
      }
    }
  }

  #obtainIdentity(): void {
    if (this.#isObtainingIdentity) return
    this.#isObtainingIdentity = true
    newProducerIdentity(this.#cluster)
      .then((identity) => (this.#identity = identity))
      .catch((error: unknown) => {
        for (const queue of this.#active) {
          for (const batch of queue.drain()) this.#fail(batch, error as Error)
        }
      })
      .finally(() => {
        this.#isObtainingIdentity = false
        this.wake()
      })
  }
}

const nameOf = ({ topic, partition }: PartitionQueue): string => `${topic}-${partition}`
