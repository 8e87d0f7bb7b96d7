import { BatchBuilder, type NewRecord } from '@samsa/protocol'
import type { ProducerSettings } from './options.ts'
import { Delivery, ProducerBatch, type ProducerIdentity } from './producer-batch.ts'

const SEQUENCES = 2 ** 31
/** Length, attributes, deltas, counts: no record takes more beside key, value and headers. */
const RECORD_OVERHEAD_BYTES_MAX = 40
const HEADER_OVERHEAD_BYTES_MAX = 10

/**
 * Batches of one partition, in the order they are to be in the log. One batch is under way at a time,
 * so whatever is tried again keeps its place and its sequence; records that come meanwhile gather in
 * the next one.
 */
export class PartitionQueue {
  readonly topic: string
  readonly partition: number
  readonly #settings: ProducerSettings
  readonly #builder: BatchBuilder
  readonly #built: ProducerBatch[]
  #open: Delivery | undefined
  #identity: ProducerIdentity | undefined
  #nextSequence: number
  /** The open batch need not wait for more records. */
  isDue: boolean
  inFlight: ProducerBatch | undefined
  /** After a failure, monotonic. */
  retryAtMs: number

  constructor(topic: string, partition: number, settings: ProducerSettings) {
    this.topic = topic
    this.partition = partition
    this.#settings = settings
    this.#builder = new BatchBuilder(settings.tools, { codec: settings.codec })
    this.#built = []
    this.#open = undefined
    this.#identity = undefined
    this.#nextSequence = 0
    this.isDue = false
    this.inFlight = undefined
    this.retryAtMs = 0
  }

  get isEmpty(): boolean {
    return this.inFlight === undefined && this.#built.length === 0 && this.#open === undefined
  }

  get hasOpenBatch(): boolean {
    return this.#open !== undefined
  }

  /** Whether a batch may be sent. */
  isReady(nowMs: number): boolean {
    if (this.inFlight !== undefined || nowMs < this.retryAtMs) return false
    return this.#built.length > 0 || (this.isDue && this.#open !== undefined)
  }

  /** What it waits for, and its place in the batch. `bytes`: what it adds at most. */
  append(
    record: NewRecord,
    bytes: number,
    nowMs: number,
  ): { readonly delivery: Delivery; readonly index: number } {
    if (this.#open !== undefined) {
      const filled = this.#builder.uncompressedSizeBytes + bytes
      if (filled > this.#settings.batchBytesMax) this.#close()
    }
    this.#open ??= new Delivery(nowMs + this.#settings.deliveryMsMax)
    this.#open.bufferedBytes += bytes
    const index = this.#builder.recordsCount
    this.#builder.append(record)
    if (this.#builder.uncompressedSizeBytes >= this.#settings.batchBytesMax) this.isDue = true
    return { delivery: this.#open, index }
  }

  /** The next batch, stamped where the producer is idempotent; undefined when there is none. */
  take(identity: ProducerIdentity | undefined): ProducerBatch | undefined {
    if (this.#built.length === 0 && this.#open !== undefined && this.isDue) this.#close()
    const batch = this.#built.shift()
    if (batch === undefined) return undefined
    this.inFlight = batch
    if (identity === undefined || batch.isUncertain) return batch
    if (this.#identity !== identity) {
      this.#identity = identity
      this.#nextSequence = 0
    }
    batch.stamp(identity, this.#nextSequence, this.#settings.tools.checksum)
    return batch
  }

  /** The broker has it: the next batch gets the sequences that follow. */
  onDelivered(batch: ProducerBatch): void {
    this.inFlight = undefined
    this.retryAtMs = 0
    if (batch.identity === this.#identity) {
      this.#nextSequence = (this.#nextSequence + batch.recordsCount) % SEQUENCES
    }
  }

  /** Puts the batch back in front; an uncertain one goes again exactly as it was. */
  onRetry(batch: ProducerBatch, retryAtMs: number): void {
    this.inFlight = undefined
    this.retryAtMs = retryAtMs
    this.#built.unshift(batch)
  }

  onFailed(): void {
    this.inFlight = undefined
    this.retryAtMs = 0
  }

  /** What every record waits for that is not delivered yet. */
  deliveries(): readonly Delivery[] {
    const built = this.#built.map(({ delivery }) => delivery)
    const open = this.#open === undefined ? [] : [this.#open]
    const inFlight = this.inFlight === undefined ? [] : [this.inFlight.delivery]
    return [...inFlight, ...built, ...open]
  }

  /** All that is not under way, for a producer that gives up. */
  drain(): readonly ProducerBatch[] {
    if (this.#open !== undefined) this.#close()
    return this.#built.splice(0)
  }

  /** When the batch in front fails for lack of time; infinity where there is none. */
  get expiresAtMs(): number {
    return this.#built[0]?.delivery.expiresAtMs ?? Number.POSITIVE_INFINITY
  }

  dropFirst(): ProducerBatch | undefined {
    return this.#built.shift()
  }

  #close(): void {
    const open = this.#open
    if (open === undefined) return
    const { recordsCount } = this.#builder
    this.#built.push(new ProducerBatch(this.#builder.build(), open, recordsCount))
    this.#open = undefined
    this.isDue = false
  }
}

/** Bytes that the record may add to a batch. */
export function upperBoundOf(record: NewRecord): number {
  let bytes = RECORD_OVERHEAD_BYTES_MAX + (record.key?.length ?? 0) + (record.value?.length ?? 0)
  for (const { key, value } of record.headers ?? []) {
    bytes += HEADER_OVERHEAD_BYTES_MAX + key.length + (value?.length ?? 0)
  }
  return bytes
}
