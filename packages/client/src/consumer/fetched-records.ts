import {
  type BatchTools,
  BatchWalker,
  ensureValid,
  MAGIC_V2,
  openRecords,
  RecordCursor,
  type RecordHeader,
} from '@samsa/protocol'
import { ClientError } from '../errors.ts'
import type { PartitionState } from './partition-state.ts'

/** A record as the application gets it. Key, value and headers are views of what was fetched. */
export interface ConsumedRecord {
  readonly topic: string
  readonly partition: number
  readonly offset: number
  readonly timestamp: number
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
  readonly headers: readonly RecordHeader[]
}

/** Offset after the last whole batch; `from` when there is none. Headers are read, records are not. */
export function nextFetchOffset(bytes: Uint8Array, from: number): number {
  const walker = new BatchWalker(bytes)
  let next = from
  while (walker.next()) {
    const { batch } = walker
    ensureModern(batch.magic)
    next = batch.nextOffset
  }
  return Math.max(from, next)
}

/**
 * The records of one partition out of one Fetch response, taken a few at a time. Control batches and
 * what lies before the position are left out. Throws what the record layer throws for bad bytes.
 */
export class FetchedRecords {
  readonly state: PartitionState
  readonly sizeBytes: number
  readonly #seeks: number
  readonly #tools: BatchTools
  readonly #checksCrcs: boolean
  readonly #walker: BatchWalker
  readonly #cursor: RecordCursor
  #isInBatch: boolean

  constructor(state: PartitionState, bytes: Uint8Array, tools: BatchTools, checksCrcs: boolean) {
    this.state = state
    this.sizeBytes = bytes.length
    this.#seeks = state.seeks
    this.#tools = tools
    this.#checksCrcs = checksCrcs
    this.#walker = new BatchWalker(bytes)
    this.#cursor = new RecordCursor()
    this.#isInBatch = false
  }

  /** Whether the partition is still assigned and nobody has sought since. */
  get isCurrent(): boolean {
    return this.state.isAssigned && this.state.seeks === this.#seeks
  }

  /** Adds records until there are `countMax`, and moves the position; false: all are taken. */
  takeInto(records: ConsumedRecord[], countMax: number): boolean {
    while (records.length < countMax) {
      if (this.#isInBatch) this.#takeFromBatch(records, countMax)
      else if (!this.#nextBatch()) return false
    }
    return true
  }

  #takeFromBatch(records: ConsumedRecord[], countMax: number): void {
    const { state } = this
    const cursor = this.#cursor
    while (records.length < countMax) {
      if (!cursor.next()) {
        this.#isInBatch = false
        state.position = Math.max(state.position, this.#walker.batch.nextOffset)
        return
      }
      const { offset, timestamp, key, value, headers } = cursor
      if (offset < state.position) continue
      const { topic, partition } = state
      records.push({ topic, partition, offset, timestamp, key, value, headers })
      state.position = offset + 1
    }
  }

  #nextBatch(): boolean {
    if (!this.#walker.next()) return false
    const { batch } = this.#walker
    const { state } = this
    ensureModern(batch.magic)
    if (this.#checksCrcs) ensureValid(batch, this.#tools.checksum)
    if (batch.nextOffset <= state.position) return true
    if (batch.isControl) {
      state.position = batch.nextOffset
      return true
    }
    openRecords(batch, this.#tools.compression, this.#cursor)
    this.#isInBatch = true
    return true
  }
}

function ensureModern(magic: number): void {
  if (magic === MAGIC_V2) return
  const what = `a batch of format ${magic}, older than Kafka 0.11: this client reads format 2 only.`
  throw new ClientError('CLIENT_BAD_RESPONSE', what)
}
