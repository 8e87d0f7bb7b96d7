import type { Int64 } from './bytes.ts'
import type { RecordHeader } from './record-cursor.ts'
import { varintBytes, varlongBytes, writeVarint, writeVarlong } from './varint.ts'

const INITIAL_BYTES = 4096
/** Shorter fields are copied byte by byte: a call to copy them takes longer. */
const LONG_FIELD_BYTES = 48
const LENGTH_NULL = -1

/** Writes records of magic 2 one after the other into a buffer that grows. */
export class RecordWriter {
  #bytes: Uint8Array
  #at: number

  constructor() {
    this.#bytes = new Uint8Array(INITIAL_BYTES)
    this.#at = 0
  }

  get sizeBytes(): number {
    return this.#at
  }

  /** A view of what is written, good until the next write. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#at)
  }

  clear(): void {
    this.#at = 0
  }

  write(
    attributes: number,
    timestampDelta: Int64,
    offsetDelta: number,
    key: Uint8Array | null,
    value: Uint8Array | null,
    headers: readonly RecordHeader[],
  ): void {
    const bodyBytes =
      1 +
      varlongBytes(timestampDelta) +
      varintBytes(offsetDelta) +
      fieldBytes(key) +
      fieldBytes(value) +
      headersBytes(headers)
    const bytes = this.#grow(bodyBytes + varintBytes(bodyBytes))
    let at = writeVarint(bytes, this.#at, bodyBytes)
    bytes[at++] = attributes
    at = writeVarlong(bytes, at, timestampDelta)
    at = writeVarint(bytes, at, offsetDelta)
    at = writeField(bytes, at, key)
    at = writeField(bytes, at, value)
    at = writeVarint(bytes, at, headers.length)
    for (const header of headers) {
      at = writeField(bytes, at, header.key)
      at = writeField(bytes, at, header.value)
    }
    this.#at = at
  }

  #grow(bytes: number): Uint8Array {
    const needed = this.#at + bytes
    if (needed <= this.#bytes.length) return this.#bytes
    const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length))
    larger.set(this.#bytes.subarray(0, this.#at))
    this.#bytes = larger
    return larger
  }
}

function fieldBytes(field: Uint8Array | null): number {
  return field === null ? varintBytes(LENGTH_NULL) : varintBytes(field.length) + field.length
}

function headersBytes(headers: readonly RecordHeader[]): number {
  let bytes = varintBytes(headers.length)
  for (const header of headers) bytes += fieldBytes(header.key) + fieldBytes(header.value)
  return bytes
}

function writeField(bytes: Uint8Array, at: number, field: Uint8Array | null): number {
  if (field === null) return writeVarint(bytes, at, LENGTH_NULL)
  const { length } = field
  const start = writeVarint(bytes, at, length)
  if (length >= LONG_FIELD_BYTES) bytes.set(field, start)
  else for (let byte = 0; byte < length; byte++) bytes[start + byte] = field[byte]!
  return start + length
}
