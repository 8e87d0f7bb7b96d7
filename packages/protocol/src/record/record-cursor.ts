import type { BatchView } from './batch.ts'
import { InvalidRecordError } from './errors.ts'
import { type Int64, readInt64Wide } from './bytes.ts'
import {
  BASE_TIMESTAMP_OFFSET,
  incrementSequence,
  MAX_TIMESTAMP_OFFSET,
  NO_SEQUENCE,
} from './layout.ts'
import { exactNumber, unzigzag } from './varint.ts'

/** A header of a record; views. */
export interface RecordHeader {
  /** UTF-8 by convention; any bytes on the wire. */
  readonly key: Uint8Array
  readonly value: Uint8Array | null
}

/**
 * Goes through the records of a batch of magic 2, strictly: the records must be as long as they say,
 * as many as the batch says, and end where it does. One object for all records; keys, values and
 * headers are views of the payload.
 *
 * ```ts
 * const cursor = new RecordCursor().begin(batch, payload)
 * while (cursor.next()) use(cursor.offset, cursor.key, cursor.value)
 * ```
 */
export class RecordCursor {
  /** Records read, the current one included. */
  recordsRead: number
  attributes: number
  offsetDelta: number
  /** Bytes of the current record, its length included. */
  sizeBytes: number
  /** The batch's header. */
  #header: Uint8Array
  #headerAt: number
  #bytes: Uint8Array
  #at: number
  #end: number
  #baseOffset: number
  #baseTimestamp: number
  /** LogAppendTime: every record has this one. */
  #fixedTimestamp: number | undefined
  #baseSequence: number
  #recordsCount: number
  #timestampDelta: bigint | number
  #key: number
  #keyBytes: number
  #value: number
  #valueBytes: number
  #headers: number
  #headersCount: number

  constructor() {
    this.recordsRead = 0
    this.attributes = 0
    this.offsetDelta = 0
    this.sizeBytes = 0
    this.#header = NO_BYTES
    this.#headerAt = 0
    this.#bytes = NO_BYTES
    this.#at = 0
    this.#end = 0
    this.#baseOffset = 0
    this.#baseTimestamp = 0
    this.#fixedTimestamp = undefined
    this.#baseSequence = NO_SEQUENCE
    this.#recordsCount = 0
    this.#timestampDelta = 0
    this.#key = 0
    this.#keyBytes = -1
    this.#value = 0
    this.#valueBytes = -1
    this.#headers = 0
    this.#headersCount = 0
  }

  /** `payload[start, end)`: the batch's records, decompressed. Throws `InvalidRecordError`. */
  begin(
    batch: BatchView,
    payload: Uint8Array,
    start: number = 0,
    end: number = payload.length,
  ): this {
    this.#header = batch.bytes
    this.#headerAt = batch.position
    this.#bytes = payload
    this.#at = start
    this.#end = end
    this.#baseOffset = batch.baseOffset
    this.#baseTimestamp = batch.baseTimestamp
    this.#fixedTimestamp = batch.isLogAppendTime ? batch.maxTimestamp : undefined
    this.#baseSequence = batch.baseSequence
    this.#recordsCount = batch.recordsCount
    this.recordsRead = 0
    if (this.#recordsCount < 0)
      throw this.#invalid(`the batch claims ${this.#recordsCount} records`)
    return this
  }

  /** Moves to the next record; false after the last. Throws `InvalidRecordError`. */
  next(): boolean {
    if (this.recordsRead === this.#recordsCount) return false
    const start = this.#at
    const length = this.#varint(this.#end)
    const bodyEnd = this.#at + length
    if (length < 0) throw this.#invalid(`it claims ${length} bytes`)
    if (bodyEnd > this.#end) {
      throw this.#invalid(`it claims ${length} bytes, ${this.#end - this.#at} are left`)
    }
    if (length === 0) throw this.#invalid('it is empty')
    this.attributes = (this.#bytes[this.#at++]! << 24) >> 24
    this.#timestampDelta = this.#varlong(bodyEnd)
    this.offsetDelta = this.#varint(bodyEnd)
    this.#keyBytes = this.#varint(bodyEnd)
    this.#key = this.#skip(this.#keyBytes, bodyEnd)
    this.#valueBytes = this.#varint(bodyEnd)
    this.#value = this.#skip(this.#valueBytes, bodyEnd)
    this.#headersCount = this.#varint(bodyEnd)
    this.#headers = this.#at
    if (this.#headersCount !== 0) this.#walkHeaders(bodyEnd)
    if (this.#at !== bodyEnd) throw this.#invalid(`${bodyEnd - this.#at} bytes follow its headers`)
    this.sizeBytes = bodyEnd - start
    this.recordsRead++
    if (this.recordsRead === this.#recordsCount && this.#at !== this.#end) {
      throw this.#invalid(`${this.#end - this.#at} bytes follow the last record`)
    }
    return true
  }

  /** Rounded beyond 2^53, like the batch's base offset. */
  get offset(): number {
    return this.#baseOffset + this.offsetDelta
  }

  /** Rounded beyond 2^53; `exactTimestamp` is not. */
  get timestamp(): number {
    return this.#fixedTimestamp ?? this.#baseTimestamp + Number(this.#timestampDelta)
  }

  /** A bigint where a number would not be exact; sums wrap as Java's do. */
  get exactTimestamp(): Int64 {
    const { timestamp } = this
    const isExact = this.#fixedTimestamp !== undefined || typeof this.#timestampDelta === 'number'
    const base = this.#fixedTimestamp ?? this.#baseTimestamp
    if (isExact && Number.isSafeInteger(base) && Number.isSafeInteger(timestamp)) return timestamp
    if (this.#fixedTimestamp !== undefined) {
      return readInt64Wide(this.#header, this.#headerAt + MAX_TIMESTAMP_OFFSET)
    }
    const baseWide = readInt64Wide(this.#header, this.#headerAt + BASE_TIMESTAMP_OFFSET)
    return BigInt.asIntN(64, baseWide + this.timestampDelta)
  }

  /** As the record has it on disk, exact. With LogAppendTime it does not count. */
  get timestampDelta(): bigint {
    return BigInt(this.#timestampDelta)
  }

  /** −1 when the batch has no sequences. */
  get sequence(): number {
    return this.#baseSequence < 0
      ? NO_SEQUENCE
      : incrementSequence(this.#baseSequence, this.offsetDelta)
  }

  get hasKey(): boolean {
    return this.#keyBytes >= 0
  }

  get key(): Uint8Array | null {
    return this.#view(this.#key, this.#keyBytes)
  }

  get value(): Uint8Array | null {
    return this.#view(this.#value, this.#valueBytes)
  }

  get headersCount(): number {
    return this.#headersCount
  }

  get headers(): RecordHeader[] {
    const headers: RecordHeader[] = []
    const end = this.#at
    this.#at = this.#headers
    for (let header = 0; header < this.#headersCount; header++) {
      const keyBytes = this.#varint(end)
      const key = this.#view(this.#skip(keyBytes, end), keyBytes)!
      const valueBytes = this.#varint(end)
      headers.push({ key, value: this.#view(this.#skip(valueBytes, end), valueBytes) })
    }
    this.#at = end
    return headers
  }

  #walkHeaders(end: number): void {
    const count = this.#headersCount
    if (count < 0 || count > end - this.#at) throw this.#invalid(`it claims ${count} headers`)
    for (let header = 0; header < count; header++) {
      const keyBytes = this.#varint(end)
      if (keyBytes < 0) throw this.#invalid('a header has no key')
      this.#skip(keyBytes, end)
      this.#skip(this.#varint(end), end)
    }
  }

  #view(at: number, length: number): Uint8Array | null {
    return length < 0 ? null : this.#bytes.subarray(at, at + length)
  }

  /** Steps over a field; answers where it began. Any negative length is null. */
  #skip(length: number, end: number): number {
    const start = this.#at
    if (length > 0) this.#at = start + length
    if (this.#at > end) throw this.#invalid(`a field of ${length} bytes passes its end`)
    return start
  }

  #varint(end: number): number {
    let raw = 0
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.#at >= end) throw this.#invalid('it is cut short')
      const byte = this.#bytes[this.#at++]!
      raw |= (byte & 0x7f) << shift
      if (byte < 0x80) return unzigzag(raw)
    }
    throw this.#invalid('a varint has more than 5 bytes')
  }

  #varlong(end: number): bigint | number {
    const start = this.#at
    let raw = 0
    for (let shift = 0; shift < 28; shift += 7) {
      if (this.#at >= end) throw this.#invalid('it is cut short')
      const byte = this.#bytes[this.#at++]!
      raw |= (byte & 0x7f) << shift
      if (byte < 0x80) return unzigzag(raw)
    }
    this.#at = start
    return this.#longVarlong(end)
  }

  #longVarlong(end: number): bigint | number {
    let raw = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      if (this.#at >= end) throw this.#invalid('it is cut short')
      const byte = this.#bytes[this.#at++]!
      raw |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) {
        const wide = BigInt.asUintN(64, raw)
        const value = BigInt.asIntN(64, (wide >> 1n) ^ -(wide & 1n))
        return exactNumber(value) ?? value
      }
    }
    throw this.#invalid('a varint has more than 10 bytes')
  }

  #invalid(why: string): InvalidRecordError {
    return new InvalidRecordError(this.#baseOffset, this.recordsRead, why)
  }
}

const NO_BYTES = new Uint8Array(0)
