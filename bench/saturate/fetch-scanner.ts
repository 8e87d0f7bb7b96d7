/** Size, correlation id, throttle time, error, session id, count of topics. */
const RESPONSE_HEAD_BYTES = 4 + 4 + 4 + 2 + 4 + 4
/** Index, error, high watermark, stable offset, start offset, aborted count, read replica, size. */
const PARTITION_HEAD_BYTES = 4 + 2 + 8 + 8 + 8 + 4 + 4 + 4
const BATCH_START_BYTES = 8

export interface FetchScanHandler {
  /** Records of one partition begin with the batch at `baseOffset`; −1 where there are none. */
  onPartition(partition: number, baseOffset: number, highWatermark: number, bytes: number): void
  /** Bytes of records that arrived. */
  onRecordBytes(bytes: number): void
  onResponse(): void
}

type Part = 'response' | 'topic' | 'partition' | 'batchStart' | 'records'

/**
 * Reads Fetch responses of version 11 with one topic as they arrive, looks at every error code and at
 * where each partition's records begin, and skips the records without copying them. Throws `Error` for
 * anything that is not a whole, faultless answer.
 */
export class FetchScanner {
  readonly #handler: FetchScanHandler
  readonly #topicBytes: number
  readonly #head: Buffer
  #headFilled: number
  #part: Part
  #partitionsLeft: number
  #recordBytesLeft: number
  #partition: number
  #highWatermark: number

  constructor(topic: string, handler: FetchScanHandler) {
    this.#handler = handler
    this.#topicBytes = 2 + Buffer.byteLength(topic) + 4
    this.#head = Buffer.alloc(Math.max(PARTITION_HEAD_BYTES, this.#topicBytes))
    this.#headFilled = 0
    this.#part = 'response'
    this.#partitionsLeft = 0
    this.#recordBytesLeft = 0
    this.#partition = 0
    this.#highWatermark = 0
  }

  push(bytes: Buffer): void {
    let at = 0
    while (at < bytes.length) {
      if (this.#part === 'records') {
        const count = Math.min(bytes.length - at, this.#recordBytesLeft)
        at += count
        this.#recordBytesLeft -= count
        this.#handler.onRecordBytes(count)
        if (this.#recordBytesLeft === 0) this.#nextPartition()
        continue
      }
      const wanted = this.#headBytes() - this.#headFilled
      const count = Math.min(bytes.length - at, wanted)
      bytes.copy(this.#head, this.#headFilled, at, at + count)
      this.#headFilled += count
      at += count
      if (count < wanted) return
      this.#headFilled = 0
      this.#onHead()
    }
  }

  #headBytes(): number {
    switch (this.#part) {
      case 'response':
        return RESPONSE_HEAD_BYTES
      case 'topic':
        return this.#topicBytes
      case 'partition':
        return PARTITION_HEAD_BYTES
      case 'batchStart':
        return BATCH_START_BYTES
      case 'records':
        return 0
    }
  }

  #onHead(): void {
    const head = this.#head
    switch (this.#part) {
      case 'response': {
        const errorCode = head.readInt16BE(12)
        if (errorCode !== 0) throw new Error(`Fetch: error ${errorCode}`)
        if (head.readInt32BE(18) !== 1) throw new Error(`Fetch: ${head.readInt32BE(18)} topics`)
        this.#part = 'topic'
        return
      }
      case 'topic':
        this.#partitionsLeft = head.readInt32BE(this.#topicBytes - 4)
        this.#part = 'partition'
        return
      case 'partition':
        return this.#onPartitionHead()
      case 'batchStart': {
        const baseOffset = Number(head.readBigInt64BE(0))
        const bytes = this.#recordBytesLeft
        this.#handler.onPartition(this.#partition, baseOffset, this.#highWatermark, bytes)
        this.#handler.onRecordBytes(BATCH_START_BYTES)
        this.#recordBytesLeft -= BATCH_START_BYTES
        this.#part = 'records'
        return
      }
      case 'records':
        throw new Error('records have no head')
    }
  }

  #onPartitionHead(): void {
    const head = this.#head
    this.#partition = head.readInt32BE(0)
    const errorCode = head.readInt16BE(4)
    if (errorCode !== 0) throw new Error(`Fetch of partition ${this.#partition}: ${errorCode}`)
    if (head.readInt32BE(30) > 0) throw new Error('Fetch: aborted transactions in a plain topic')
    this.#highWatermark = Number(head.readBigInt64BE(6))
    this.#recordBytesLeft = Math.max(0, head.readInt32BE(38))
    if (this.#recordBytesLeft > BATCH_START_BYTES) {
      this.#part = 'batchStart'
      return
    }
    this.#handler.onPartition(this.#partition, -1, this.#highWatermark, 0)
    this.#nextPartition()
  }

  #nextPartition(): void {
    this.#partitionsLeft--
    this.#part = this.#partitionsLeft > 0 ? 'partition' : 'response'
    if (this.#partitionsLeft === 0) this.#handler.onResponse()
  }
}
