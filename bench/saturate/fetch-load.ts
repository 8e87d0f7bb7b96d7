import type { Socket } from 'node:net'
import type { Address } from '@samsa/base'
import {
  fetchApi,
  fetchRequest,
  fetchRequestTopic,
  fetchRequestTopicPartition,
} from '@samsa/protocol'
import { FetchScanner } from './fetch-scanner.ts'
import { frameOf } from './frame.ts'
import { rawSocket } from './raw-socket.ts'
import type { Tally } from './tally.ts'

/** The newest version of plain layout: every field at a fixed place. */
const VERSION = 11
/** Defaults of Java consumers. */
const PARTITION_BYTES_MAX = 1_048_576
const RESPONSE_BYTES_MAX = 52_428_800

export interface FetchTarget {
  readonly topic: string
  readonly partitions: number
  /** Of every batch in the topic: all are alike. */
  readonly batchBytes: number
  readonly batchRecords: number
}

/**
 * One connection that reads all partitions of a topic from front to back, and again from the front, as
 * a consumer without a session would: the next Fetch leaves when the answer is there.
 */
export class FetchLoad {
  readonly #target: FetchTarget
  readonly #tally: Tally
  readonly #socket: Socket
  readonly #frame: Buffer
  /** Where each partition's fetch offset stands in the frame. */
  readonly #offsetAt: readonly number[]
  readonly #offsets: number[]
  readonly #onFailure: (error: Error) => void
  #sentAtMs: number
  #isStopping: boolean
  #onDrained: (() => void) | undefined

  constructor(
    address: Address,
    target: FetchTarget,
    tally: Tally,
    onFailure: (error: Error) => void,
  ) {
    this.#target = target
    this.#tally = tally
    this.#frame = requestFrame(target)
    this.#offsets = Array.from({ length: target.partitions }, () => 0)
    this.#offsetAt = offsetPlaces(target)
    this.#onFailure = onFailure
    this.#sentAtMs = 0
    this.#isStopping = false
    this.#onDrained = undefined
    const scanner = new FetchScanner(target.topic, {
      onPartition: (partition, baseOffset, highWatermark, bytes) =>
        this.#onPartition(partition, baseOffset, highWatermark, bytes),
      onRecordBytes: (bytes) => tally.addBytes(bytes),
      onResponse: () => this.#onResponse(),
    })
    this.#socket = rawSocket(
      address,
      (bytes) => this.#guarded(() => scanner.push(bytes)),
      (reason) => {
        if (!this.#isStopping) onFailure(new Error(`fetch connection: ${reason}`))
      },
    )
  }

  start(): void {
    this.#send()
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    await new Promise<void>((resolve) => (this.#onDrained = resolve))
    this.#socket.destroy()
  }

  destroy(): void {
    this.#isStopping = true
    this.#socket.destroy()
  }

  #send(): void {
    for (let partition = 0; partition < this.#offsets.length; partition++) {
      const offset = BigInt(this.#offsets[partition]!)
      this.#frame.writeBigInt64BE(offset, this.#offsetAt[partition]!)
    }
    this.#sentAtMs = performance.now()
    // The socket may hold on to what it was given: the frame is changed again for the next request.
    this.#socket.write(Buffer.from(this.#frame))
  }

  #onPartition(partition: number, baseOffset: number, highWatermark: number, bytes: number): void {
    if (baseOffset < 0) return
    const expected = this.#offsets[partition]!
    if (baseOffset !== expected) {
      throw new Error(`Fetch of partition ${partition} at ${expected} answered ${baseOffset}`)
    }
    const { batchBytes, batchRecords } = this.#target
    const next = expected + Math.floor(bytes / batchBytes) * batchRecords
    if (next === expected) throw new Error(`Fetch of partition ${partition}: no whole batch`)
    this.#offsets[partition] = next >= highWatermark ? 0 : next
  }

  #onResponse(): void {
    this.#tally.addLatency(performance.now() - this.#sentAtMs)
    if (this.#isStopping) this.#onDrained?.()
    else this.#send()
  }

  #guarded(run: () => void): void {
    try {
      run()
    } catch (error) {
      this.#onFailure(error as Error)
    }
  }
}

function requestFrame(target: FetchTarget, firstOffset: number = 0): Buffer {
  const partitions = Array.from({ length: target.partitions }, (_, partition) =>
    fetchRequestTopicPartition({
      partition,
      fetchOffset: firstOffset === 0 ? 0 : firstOffset + partition,
      partitionMaxBytes: PARTITION_BYTES_MAX,
    }),
  )
  const request = fetchRequest({
    replicaId: -1,
    maxWaitMs: 500,
    minBytes: 1,
    maxBytes: RESPONSE_BYTES_MAX,
    sessionId: 0,
    sessionEpoch: -1,
    topics: [fetchRequestTopic({ topic: target.topic, partitions })],
  })
  return frameOf(fetchApi, VERSION, request)
}

/** Found by encoding offsets that stand nowhere else. */
function offsetPlaces(target: FetchTarget): readonly number[] {
  const marker = 0x5a5a_5a5a_0000
  const frame = requestFrame(target, marker)
  return Array.from({ length: target.partitions }, (_, partition) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigInt64BE(BigInt(marker + partition))
    return frame.indexOf(bytes)
  })
}
