import type { NewRecord } from '@samsa/protocol'
import { Cluster } from '../cluster/cluster.ts'
import type { KnownTopic } from '../cluster/cluster-metadata.ts'
import { ClientError } from '../errors.ts'
import { Partitioner } from './partitioner.ts'
import { type ProducerOptions, type ProducerSettings, producerSettings } from './options.ts'
import { PartitionQueue, upperBoundOf } from './partition-queue.ts'
import type { Delivery, RecordPosition } from './producer-batch.ts'
import { Sender } from './sender.ts'

/** A record to be produced. Without a partition the key decides; without a timestamp, now. */
export interface ProducerRecord extends Omit<NewRecord, 'offsetDelta' | 'attributes'> {
  readonly topic: string
  readonly partition?: number | undefined
}

/**
 * Gathers records into batches and brings them to the leaders. Records of one partition keep the
 * order of their `send` calls, tries included; with acks=all each is in the log exactly once, as long
 * as the producer lives (KIP-98 without transactions).
 */
export class Producer {
  readonly #cluster: Cluster
  readonly #settings: ProducerSettings
  readonly #partitioner: Partitioner
  readonly #sender: Sender
  readonly #queues: Map<string, PartitionQueue[]>
  #roomWaiters: (() => void)[]
  #bufferedBytes: number
  #isClosed: boolean

  constructor(options: ProducerOptions) {
    this.#cluster = new Cluster(options)
    this.#settings = producerSettings(options)
    if (this.#settings.isIdempotent && this.#settings.acks !== -1) {
      throw new ClientError('CLIENT_UNSUPPORTED', 'an idempotent producer needs acks -1.')
    }
    this.#partitioner = new Partitioner(options.random, this.#settings.batchBytesMax)
    this.#sender = new Sender(this.#cluster, this.#settings, (delivery) =>
      this.#onSettled(delivery),
    )
    this.#queues = new Map()
    this.#roomWaiters = []
    this.#bufferedBytes = 0
    this.#isClosed = false
  }

  /**
   * Resolves once the record is delivered as `acks` demands; with acks=0, once it is sent. Rejects with
   * `ClientError`. Waits first while too many bytes are under way.
   */
  async send(record: ProducerRecord): Promise<RecordPosition> {
    this.#ensureOpen()
    const bytes = upperBoundOf(record)
    while (this.#bufferedBytes >= this.#settings.bufferedBytesMax) {
      await new Promise<void>((resolve) => this.#roomWaiters.push(resolve))
    }
    const known =
      this.#cluster.metadata.topic(record.topic) ?? (await this.#cluster.topic(record.topic))
    this.#ensureOpen()
    const queue = this.#queueFor(record, known, bytes)
    const { clock } = this.#cluster.settings
    const isFirst = !queue.hasOpenBatch
    const timed = record.timestamp === undefined ? { ...record, timestamp: clock.wallMs() } : record
    const { delivery, index } = queue.append(timed, bytes, clock.monotonicMs())
    this.#bufferedBytes += bytes
    this.#sender.onAppended(queue, isFirst)
    const baseOffset = await delivery.delivered
    const offset = baseOffset < 0 ? -1 : baseOffset + index
    return { topic: queue.topic, partition: queue.partition, offset }
  }

  /** Resolves when everything that was sent before is delivered or has failed. */
  async flush(): Promise<void> {
    const deliveries: Promise<number>[] = []
    for (const queues of this.#queues.values()) {
      for (const queue of queues) {
        if (queue === undefined) continue
        queue.isDue = queue.hasOpenBatch
        for (const { delivered } of queue.deliveries()) deliveries.push(delivered)
      }
    }
    this.#sender.wake()
    await Promise.allSettled(deliveries)
  }

  /** Delivers what is under way, then ends the connections. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    await this.flush()
    this.#end()
  }

  /** Ends at once: what is not delivered fails, and may be in the log all the same. */
  abort(): void {
    if (!this.#isClosed) this.#end()
  }

  #end(): void {
    this.#isClosed = true
    this.#sender.abort()
    this.#cluster.close()
    this.#wakeRoomWaiters()
  }

  #ensureOpen(): void {
    if (this.#isClosed) {
      throw new ClientError('CLIENT_DISCONNECTED', 'the producer is closed: nothing was sent.')
    }
  }

  #queueFor(record: ProducerRecord, known: KnownTopic, bytes: number): PartitionQueue {
    const { topic, key } = record
    const count = known.partitions.length
    const partition = record.partition ?? this.#partitioner.partitionOf(topic, key, bytes, count)
    if (!(partition >= 0 && partition < count)) {
      const what = `${topic} has partitions 0 to ${count - 1}, not ${partition}.`
      throw new ClientError('CLIENT_REFUSED', what)
    }
    let queues = this.#queues.get(topic)
    if (queues === undefined) {
      queues = []
      this.#queues.set(topic, queues)
    }
    return (queues[partition] ??= new PartitionQueue(topic, partition, this.#settings))
  }

  #onSettled(delivery: Delivery): void {
    this.#bufferedBytes -= delivery.bufferedBytes
    if (this.#bufferedBytes < this.#settings.bufferedBytesMax) this.#wakeRoomWaiters()
  }

  #wakeRoomWaiters(): void {
    const waiters = this.#roomWaiters
    this.#roomWaiters = []
    for (const wake of waiters) wake()
  }
}
