import type { Socket } from 'node:net'
import type { Address } from '@samsa/base'
import {
  produceApi,
  produceRequest,
  produceRequestTopic,
  produceRequestTopicPartition,
  Reader,
  recordsOf,
} from '@samsa/protocol'
import { frameOf } from './frame.ts'
import { rawSocket } from './raw-socket.ts'
import type { Tally } from './tally.ts'

/** The newest version that names topics. */
const VERSION = 12
const RESPONSE_BYTES_MAX = 1024 * 1024

/** One Produce request of acks=1 that carries these batches, one for each partition from 0 on. */
export function produceFrame(topic: string, batches: readonly Uint8Array[]): Buffer {
  const partitionData = batches.map((batch, index) =>
    produceRequestTopicPartition({ index, records: recordsOf(batch) }),
  )
  const topicData = [produceRequestTopic({ name: topic, partitionData })]
  return frameOf(produceApi, VERSION, produceRequest({ acks: 1, timeoutMs: 30_000, topicData }))
}

/**
 * One connection that keeps `inFlight` copies of one Produce request under way until `stop`. Each answer
 * is decoded and every partition's error code looked at: one refusal fails the load.
 */
export class ProduceLoad {
  /** Answers that said every batch was taken, warming up included. */
  accepted: number
  readonly #frame: Buffer
  readonly #payloadBytes: number
  readonly #tally: Tally
  readonly #socket: Socket
  readonly #sentAtMs: number[]
  readonly #onFailure: (error: Error) => void
  readonly #response: Buffer
  #filled: number
  #isStopping: boolean
  #sendsLeft: number
  #onDrained: (() => void) | undefined

  constructor(
    address: Address,
    frame: Buffer,
    payloadBytes: number,
    tally: Tally,
    onFailure: (error: Error) => void,
  ) {
    this.accepted = 0
    this.#frame = frame
    this.#payloadBytes = payloadBytes
    this.#tally = tally
    this.#sentAtMs = []
    this.#onFailure = onFailure
    this.#response = Buffer.alloc(RESPONSE_BYTES_MAX)
    this.#filled = 0
    this.#isStopping = false
    this.#sendsLeft = Number.POSITIVE_INFINITY
    this.#onDrained = undefined
    this.#socket = rawSocket(
      address,
      (bytes) => this.#onData(bytes),
      (reason) => this.#onEnd(reason),
    )
  }

  start(inFlight: number): void {
    for (let index = 0; index < inFlight; index++) this.#send()
  }

  /** As `start`, but sends exactly `count` requests. */
  startCounted(count: number, inFlight: number): void {
    this.#sendsLeft = count
    this.start(Math.min(count, inFlight))
  }

  /** Sends no more; resolves once everything under way is answered and the connection is closed. */
  async stop(): Promise<void> {
    this.#isStopping = true
    if (this.#sentAtMs.length > 0) {
      await new Promise<void>((resolve) => (this.#onDrained = resolve))
    }
    this.#socket.destroy()
  }

  destroy(): void {
    this.#isStopping = true
    this.#sentAtMs.length = 0
    this.#socket.destroy()
  }

  #send(): void {
    if (this.#sendsLeft-- <= 0) return
    this.#sentAtMs.push(performance.now())
    this.#socket.write(this.#frame)
  }

  #onData(bytes: Buffer): void {
    const response = this.#response
    bytes.copy(response, this.#filled)
    this.#filled += bytes.length
    let at = 0
    while (this.#filled - at >= 4 && this.#filled - at >= 4 + response.readInt32BE(at)) {
      const end = at + 4 + response.readInt32BE(at)
      this.#onResponse(response.subarray(at + 8, end))
      at = end
    }
    response.copyWithin(0, at, this.#filled)
    this.#filled -= at
  }

  #onResponse(body: Buffer): void {
    const reader = new Reader(body)
    reader.unknownTags()
    const { responses } = produceApi.response.decode(reader, VERSION)
    for (const { name, partitionResponses } of responses) {
      for (const { index, errorCode } of partitionResponses) {
        if (errorCode !== 0) {
          return this.#onFailure(new Error(`Produce to ${name}-${index}: error ${errorCode}`))
        }
      }
    }
    this.accepted++
    this.#tally.add(this.#payloadBytes, performance.now() - this.#sentAtMs.shift()!)
    if (!this.#isStopping) this.#send()
    else if (this.#sentAtMs.length === 0) this.#onDrained?.()
  }

  #onEnd(reason: string): void {
    if (!this.#isStopping || this.#sentAtMs.length > 0) {
      this.#onFailure(new Error(`produce connection: ${reason}`))
    }
  }
}
