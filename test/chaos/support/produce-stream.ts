import { ClientError } from '@samsa/client'
import { ErrorCode, initProducerIdApi, initProducerIdRequest } from '@samsa/protocol'
import type { PlainClient, TopicName } from '../../support/plain-client.ts'
import {
  numberedBatch,
  type NumberedBatch,
  type ProducerIdentity,
  type StoredBatch,
} from './numbered-records.ts'

export interface StreamShape {
  /** Tells the streams apart in what is stored. */
  readonly stream: number
  readonly topic: TopicName
  readonly partition: number
  readonly acks: 1 | -1
  readonly isIdempotent: boolean
}

const BATCH_RECORDS = 250
/** What a broker reads ahead on one connection; and what it knows again of an idempotent producer. */
const IN_FLIGHT_MAX = 8
const IN_FLIGHT_IDEMPOTENT_MAX = 5

/**
 * One pipelining producer to one partition, which keeps what was acknowledged. After its connection
 * broke it goes on over the next one: an idempotent producer sends again what had no answer, with the
 * same sequences; any other forgets it.
 */
export class ProduceStream {
  readonly shape: StreamShape
  /** Everything that was ever acknowledged, in order. */
  readonly acknowledged: StoredBatch[]
  /** Answers that a producer must not get. */
  readonly failures: string[]
  readonly #inFlight: NumberedBatch[]
  #identity: ProducerIdentity | undefined
  #client: PlainClient | undefined
  #nextNumber: number
  #isRunning: boolean
  #sent: Promise<void>[]

  constructor(shape: StreamShape) {
    this.shape = shape
    this.acknowledged = []
    this.failures = []
    this.#inFlight = []
    this.#identity = undefined
    this.#client = undefined
    this.#nextNumber = 0
    this.#isRunning = false
    this.#sent = []
  }

  get name(): string {
    return `${this.shape.topic.name}-${this.shape.partition}`
  }

  /** Offset after the last acknowledged record; 0 before the first. */
  get acknowledgedEnd(): number {
    const last = this.acknowledged.at(-1)
    return last === undefined ? 0 : last.baseOffset + last.count
  }

  get unacknowledgedRecords(): number {
    return this.#inFlight.reduce((sum, { count }) => sum + count, 0)
  }

  /** Numbers of all records so far, acknowledged or not. */
  get recordsNumbered(): number {
    return this.#nextNumber
  }

  /** Takes the next connection; what an idempotent producer has open is sent again and answered. */
  async resume(client: PlainClient): Promise<void> {
    this.#client = client
    this.#sent = []
    if (!this.shape.isIdempotent) {
      this.#inFlight.length = 0
      return
    }
    this.#identity ??= await newIdentity(client)
    for (const batch of this.#inFlight) this.#send(client, batch)
    await Promise.all(this.#sent)
    if (this.#inFlight.length > 0) this.failures.push(`${this.name}: not answered the second time`)
  }

  start(): void {
    this.#isRunning = true
    this.#pump()
  }

  /** Resolves once nothing more can come, for the connection is gone or all is answered. */
  async stop(): Promise<void> {
    this.#isRunning = false
    await Promise.all(this.#sent)
  }

  #pump(): void {
    const client = this.#client
    const most = this.shape.isIdempotent ? IN_FLIGHT_IDEMPOTENT_MAX : IN_FLIGHT_MAX
    while (client !== undefined && this.#isRunning && this.#inFlight.length < most) {
      const batch = { firstNumber: this.#nextNumber, count: BATCH_RECORDS }
      this.#nextNumber += batch.count
      this.#inFlight.push(batch)
      this.#send(client, batch)
    }
  }

  #send(client: PlainClient, batch: NumberedBatch): void {
    const { stream, topic, partition, acks } = this.shape
    const bytes = numberedBatch(stream, batch, this.#identity)
    const sent = client.produce(topic, partition, acks, bytes).then(
      ({ errorCode, baseOffset }) => this.#onAnswer(batch, errorCode, baseOffset),
      (error: unknown) => this.#onLost(error),
    )
    this.#sent.push(sent)
  }

  #onAnswer(batch: NumberedBatch, errorCode: number, baseOffset: number): void {
    if (errorCode !== ErrorCode.NONE) {
      this.#isRunning = false
      this.failures.push(`${this.name}: record ${batch.firstNumber} answered with ${errorCode}`)
      return
    }
    if (this.#inFlight.shift() !== batch) {
      this.failures.push(`${this.name}: record ${batch.firstNumber} answered out of order`)
    }
    this.acknowledged.push({ ...batch, baseOffset })
    this.#pump()
  }

  #onLost(error: unknown): void {
    this.#isRunning = false
    const isExpected = error instanceof ClientError && error.code === 'CLIENT_DISCONNECTED'
    if (!isExpected) this.failures.push(`${this.name}: ${String(error)}`)
  }
}

async function newIdentity(client: PlainClient): Promise<ProducerIdentity> {
  const request = initProducerIdRequest({
    transactionalId: null,
    producerId: -1,
    producerEpoch: -1,
  })
  const { errorCode, producerId, producerEpoch } = await client.ask(initProducerIdApi, request)
  if (errorCode !== ErrorCode.NONE) throw new Error(`InitProducerId answered ${errorCode}`)
  return { producerId, producerEpoch }
}
