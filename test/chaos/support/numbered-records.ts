import {
  BatchView,
  BatchWalker,
  buildBatch,
  createChecksum,
  createCompression,
  ensureValid,
  RecordCursor,
  RECORD_BATCH_OVERHEAD,
} from '@samsa/protocol'

/** Who wrote, if it is an idempotent producer; sequences are the records' numbers. */
export interface ProducerIdentity {
  readonly producerId: number
  readonly producerEpoch: number
}

/** Records of one stream, numbered one after the other. */
export interface NumberedBatch {
  readonly firstNumber: number
  readonly count: number
}

export interface StoredBatch extends NumberedBatch {
  readonly baseOffset: number
}

const VALUE_BYTES = 100
const NUMBER_AT = 4
const tools = { checksum: createChecksum(), compression: createCompression() }

/** A batch whose values say which stream they belong to and which number they have in it. */
export function numberedBatch(
  stream: number,
  { firstNumber, count }: NumberedBatch,
  identity: ProducerIdentity | undefined,
): Uint8Array {
  const timestamp = Date.now()
  const records = Array.from({ length: count }, (_, at) => {
    const value = Buffer.alloc(VALUE_BYTES, stream)
    value.writeUInt32BE(stream, 0)
    value.writeDoubleBE(firstNumber + at, NUMBER_AT)
    return { key: null, value, timestamp }
  })
  const fields = identity === undefined ? {} : { ...identity, baseSequence: firstNumber }
  return buildBatch(tools, fields, records)
}

/** The batches in what a fetch brought; throws for a wrong CRC, a foreign record or a lost number. */
export function* storedBatches(stream: number, bytes: Uint8Array): Generator<StoredBatch, void> {
  const walker = new BatchWalker(bytes)
  const cursor = new RecordCursor()
  while (walker.next()) {
    const { batch } = walker
    ensureValid(batch, tools.checksum)
    const { baseOffset, recordsCount: count } = batch
    const firstNumber = firstNumberOf(batch, cursor, stream)
    yield { baseOffset, firstNumber, count }
  }
}

function firstNumberOf(batch: BatchView, cursor: RecordCursor, stream: number): number {
  const payload = batch.bytes.subarray(batch.position + RECORD_BATCH_OVERHEAD, batch.endPosition)
  let first = -1
  cursor.begin(batch, payload)
  while (cursor.next()) {
    const value = Buffer.from(cursor.value ?? [])
    const number = value.readDoubleBE(NUMBER_AT)
    if (first < 0) first = number - cursor.offsetDelta
    if (value.readUInt32BE(0) !== stream || number !== first + cursor.offsetDelta) {
      throw new Error(`offset ${cursor.offset}: not record ${first + cursor.offsetDelta}`)
    }
  }
  return first
}
