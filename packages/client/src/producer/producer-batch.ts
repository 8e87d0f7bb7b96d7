import {
  BASE_SEQUENCE_OFFSET,
  type Checksum,
  patchCrc,
  PRODUCER_EPOCH_OFFSET,
  PRODUCER_ID_OFFSET,
} from '@samsa/protocol'

/** Where a record ended up. */
export interface RecordPosition {
  readonly topic: string
  readonly partition: number
  /** −1 where the broker did not say: acks=0, or a batch that it had already. */
  readonly offset: number
}

/** Under which a producer's batches are counted; sequences begin at 0 with each new one. */
export interface ProducerIdentity {
  readonly producerId: number
  readonly producerEpoch: number
}

/** A batch that is built, until it is delivered or has failed. */
export class ProducerBatch {
  readonly bytes: Uint8Array
  readonly recordsCount: number
  /** What its records wait for. */
  readonly delivery: Delivery
  /** Whether an earlier try may have been carried out. */
  isUncertain: boolean
  identity: ProducerIdentity | undefined

  constructor(bytes: Uint8Array, delivery: Delivery, recordsCount: number) {
    this.bytes = bytes
    this.recordsCount = recordsCount
    this.delivery = delivery
    this.isUncertain = false
    this.identity = undefined
  }

  /** Writes who sends it and in which place. A later try of the same place leaves the bytes alone. */
  stamp(identity: ProducerIdentity, baseSequence: number, checksum: Checksum): void {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength)
    view.setBigInt64(PRODUCER_ID_OFFSET, BigInt(identity.producerId))
    view.setInt16(PRODUCER_EPOCH_OFFSET, identity.producerEpoch)
    view.setInt32(BASE_SEQUENCE_OFFSET, baseSequence)
    patchCrc(this.bytes, 0, checksum)
    this.identity = identity
  }
}

/** What the records of one batch wait for, from the first one on. */
export class Delivery {
  /** Monotonic. */
  readonly expiresAtMs: number
  /** Resolves with the base offset. */
  readonly delivered: Promise<number>
  readonly succeed: (baseOffset: number) => void
  readonly fail: (error: Error) => void
  /** Of the producer's `bufferedBytesMax`. */
  bufferedBytes: number

  constructor(expiresAtMs: number) {
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    this.expiresAtMs = expiresAtMs
    this.delivered = promise
    this.succeed = resolve
    this.fail = reject
    this.bufferedBytes = 0
    // Each record's own promise tells its sender; this one is only what they hang on.
    promise.catch(() => {})
  }
}
