import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import { DecodeError } from './errors.ts'
import { EMPTY_BYTES, recordsOf } from './records.ts'
import { SHORT_TEXT_BYTES, shortText } from './short-text.ts'
import { readUuid } from './uuid.ts'
import type { Records } from './records.ts'
import type { UnknownTaggedField } from './tagged-field.ts'

/** Strings of Kafka's protocol are at most this long, in compact form too. */
export const STRING_BYTES_MAX = 32_767

/** Elements that any message may hold, however short. */
const ELEMENTS_FREE = 8_192
const ELEMENTS_MAX = 1_000_000
/** Above that, one element for so many bytes: the smallest real one is an id and an error code. */
const ELEMENT_BYTES_MIN = 6

/**
 * Copies up to this long live in V8's heap. Longer ones come from Node's pool: memory of their own
 * costs a microsecond, and a small copy that is kept holds on to 8 KiB of pool at worst.
 */
const HEAP_BYTES_MAX = 64
const TWO_32 = 4_294_967_296

/**
 * How many structures, values of bytes and unknown tagged fields a reader of `sizeBytes` builds at most, unless told
 * otherwise: an object of JavaScript takes a hundred bytes where the wire takes one, so bytes alone
 * do not bound memory.
 */
export function elementsMaxOf(sizeBytes: number): number {
  return Math.min(ELEMENTS_MAX, ELEMENTS_FREE + Math.floor(sizeBytes / ELEMENT_BYTES_MIN))
}

export interface ReaderOptions {
  /** First byte to read; default 0. */
  readonly position?: number
  /** Byte after the last one to read; default the end of `bytes`. */
  readonly end?: number
  /** Structures, values of bytes and unknown tagged fields in all; default `elementsMaxOf`. */
  readonly elementsMax?: number
}

/**
 * Reads Kafka's primitive types, big endian, from one piece of memory. Every count and length is
 * checked against the bytes left before anything is allocated. Throws `DecodeError` and nothing else.
 * What it returns is a copy, except `records` and `recordsView`, which alias the memory.
 */
export class Reader {
  readonly #bytes: Buffer
  #view: DataView | null
  #position: number
  readonly #end: number
  #elementsLeft: number
  readonly #isExact: boolean

  constructor(bytes: Uint8Array, options?: ReaderOptions, isExact: boolean = false) {
    this.#bytes = Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#view = null
    this.#position = options?.position ?? 0
    this.#end = options?.end ?? bytes.byteLength
    this.#elementsLeft = options?.elementsMax ?? elementsMaxOf(this.#end - this.#position)
    this.#isExact = isExact
  }

  /** Index of the next byte. */
  get position(): number {
    return this.#position
  }

  /** Bytes not read yet. */
  get bytesLeft(): number {
    return this.#end - this.#position
  }

  bool(): boolean {
    return this.int8() !== 0
  }

  int8(): number {
    const at = this.#take(1)
    return (this.#bytes[at]! << 24) >> 24
  }

  int16(): number {
    const at = this.#take(2)
    const bytes = this.#bytes
    return (((bytes[at]! << 8) | bytes[at + 1]!) << 16) >> 16
  }

  uint16(): number {
    const at = this.#take(2)
    const bytes = this.#bytes
    return (bytes[at]! << 8) | bytes[at + 1]!
  }

  int32(): number {
    const at = this.#take(4)
    const bytes = this.#bytes
    return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
  }

  /** `count` numbers at once: what replica lists are made of. */
  int32s(count: number): number[] {
    let at = this.#take(4 * count)
    const bytes = this.#bytes
    const items = new Array<number>(count)
    for (let index = 0; index < count; index++) {
      items[index] =
        (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
      at += 4
    }
    return items
  }

  uint32(): number {
    return this.int32() >>> 0
  }

  /** A number within ±(2^53−1), else `PROTOCOL_NUMBER_TOO_LARGE`. */
  int64(): number {
    const high = this.int32()
    const low = this.int32() >>> 0
    const value = high * TWO_32 + low
    if (Number.isSafeInteger(value)) return value
    return this.#int64Beyond(high, low)
  }

  /** The whole range of 64 bits. */
  int64Wide(): bigint {
    const at = this.#take(8)
    return this.#viewOfBytes().getBigInt64(at)
  }

  float64(): number {
    const at = this.#take(8)
    return this.#viewOfBytes().getFloat64(at)
  }

  uuid(): Uuid {
    const at = this.#take(16)
    const bytes = this.#bytes
    let bits = 0
    for (let index = at; index < at + 16; index++) bits |= bytes[index]!
    return bits === 0 ? ZERO_UUID : readUuid(bytes, at)
  }

  /**
   * Unsigned varint of at most five bytes, 0 … 2^32−1. Like Kafka, bits of the fifth byte that have
   * no place are dropped; a sixth byte is an error.
   */
  uvarint(): number {
    const bytes = this.#bytes
    let at = this.#take(1)
    let byte = bytes[at]!
    if (byte < 128) return byte
    let value = byte & 127
    for (let shift = 7; shift < 35; shift += 7) {
      at = this.#take(1)
      byte = bytes[at]!
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
    throw new DecodeError(`byte ${at}: an unsigned varint is longer than 5 bytes.`)
  }

  /** Zigzag varint of at most five bytes: a signed 32-bit number. */
  varint(): number {
    const value = this.uvarint()
    return (value >>> 1) ^ -(value & 1)
  }

  /** Unsigned varint of at most ten bytes, 0 … 2^64−1. */
  uvarlong(): bigint {
    let value = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.int8()
      value |= BigInt(byte & 127) << shift
      if (byte >= 0) return BigInt.asUintN(64, value)
    }
    throw new DecodeError(`byte ${this.#position}: an unsigned varlong is longer than 10 bytes.`)
  }

  /** Zigzag varint of at most ten bytes: a signed 64-bit number. */
  varlong(): bigint {
    const value = this.uvarlong()
    return (value >> 1n) ^ -(value & 1n)
  }

  string(): string {
    return this.#text(this.#present(this.int16(), 'string'))
  }

  nullableString(): string | null {
    const length = this.int16()
    return length < 0 ? null : this.#text(length)
  }

  compactString(): string {
    return this.#text(this.#present(this.uvarint() - 1, 'string'))
  }

  compactNullableString(): string | null {
    const length = this.uvarint() - 1
    return length < 0 ? null : this.#text(length)
  }

  bytes(): Uint8Array {
    return this.#copy(this.#present(this.int32(), 'bytes'))
  }

  nullableBytes(): Uint8Array | null {
    const length = this.int32()
    return length < 0 ? null : this.#copy(length)
  }

  compactBytes(): Uint8Array {
    return this.#copy(this.#present(this.uvarint() - 1, 'bytes'))
  }

  compactNullableBytes(): Uint8Array | null {
    const length = this.uvarint() - 1
    return length < 0 ? null : this.#copy(length)
  }

  records(): Records {
    return this.recordsView(this.#present(this.int32(), 'records'))
  }

  nullableRecords(): Records | null {
    const length = this.int32()
    return length < 0 ? null : this.recordsView(length)
  }

  compactRecords(): Records {
    return this.recordsView(this.#present(this.uvarint() - 1, 'records'))
  }

  compactNullableRecords(): Records | null {
    const length = this.uvarint() - 1
    return length < 0 ? null : this.recordsView(length)
  }

  /** The next `length` bytes as one piece that aliases the frame. */
  recordsView(length: number): Records {
    this.structs(1)
    const at = this.#take(length)
    return recordsOf(this.#bytes.subarray(at, at + length))
  }

  /** Count of an array whose elements take at least `bytesMin` each. */
  array(bytesMin: number): number {
    return this.#count(this.#present(this.int32(), 'array'), bytesMin)
  }

  /** As `array`; −1 is null. */
  nullableArray(bytesMin: number): number {
    const count = this.int32()
    return count < 0 ? -1 : this.#count(count, bytesMin)
  }

  compactArray(bytesMin: number): number {
    return this.#count(this.#present(this.uvarint() - 1, 'array'), bytesMin)
  }

  compactNullableArray(bytesMin: number): number {
    return this.#count(this.uvarint() - 1, bytesMin)
  }

  /** Accounts for `count` elements about to be built; −1 is a null array. */
  structs(count: number): void {
    if (count > this.#elementsLeft) this.#throwTooMany(count)
    if (count > 0) this.#elementsLeft -= count
  }

  /** How many tagged fields follow. */
  tagCount(): number {
    const count = this.uvarint()
    if (count === 0) return 0
    this.#count(count, 2)
    this.structs(count)
    return count
  }

  /** Size of a tagged field, which must fit in the bytes left. */
  tagSize(): number {
    const size = this.uvarint()
    if (size > this.bytesLeft) this.#throwShort(size)
    return size
  }

  /** After a known tagged field: it must have ended where its size said. */
  expectPosition(position: number, tag: number): void {
    if (this.#position !== position) {
      throw new DecodeError(
        `byte ${this.#position}: tagged field ${tag} should end at byte ${position}.`,
      )
    }
  }

  /** Keeps the value of an unknown tag: adds it to `fields`, or to a new list. */
  unknownTag(fields: UnknownTaggedField[] | null, tag: number, size: number): UnknownTaggedField[] {
    const field = { tag, bytes: this.#copy(size) }
    if (fields === null) return [field]
    fields.push(field)
    return fields
  }

  /** The tagged fields of a structure that knows none. */
  unknownTags(): UnknownTaggedField[] | null {
    let fields: UnknownTaggedField[] | null = null
    for (let count = this.tagCount(); count > 0; count--) {
      const tag = this.uvarint()
      fields = this.unknownTag(fields, tag, this.tagSize())
    }
    return fields
  }

  #take(size: number): number {
    const at = this.#position
    if (size > this.#end - at) this.#throwShort(size)
    this.#position = at + size
    return at
  }

  #present(length: number, what: string): number {
    if (length < 0) this.#throwNull(what)
    return length
  }

  #count(count: number, bytesMin: number): number {
    if (count * bytesMin > this.#end - this.#position) this.#throwCount(count, bytesMin)
    return count
  }

  #text(length: number): string {
    if (length === 0) return ''
    if (length > STRING_BYTES_MAX) this.#throwLong(length)
    const at = this.#take(length)
    const text = length <= SHORT_TEXT_BYTES ? shortText(this.#bytes, at, length) : null
    return text ?? this.#bytes.toString('utf8', at, at + length)
  }

  #copy(length: number): Uint8Array {
    if (length === 0) return EMPTY_BYTES
    this.structs(1)
    const at = this.#take(length)
    const bytes = this.#bytes
    if (length > HEAP_BYTES_MAX) {
      const copy = Buffer.allocUnsafe(length)
      copy.set(bytes.subarray(at, at + length))
      return copy
    }
    const copy = new Uint8Array(length)
    for (let index = 0; index < length; index++) copy[index] = bytes[at + index]!
    return copy
  }

  /** Made when first needed: most messages hold nothing that wants it. */
  #viewOfBytes(): DataView {
    if (this.#view === null) {
      const { buffer, byteOffset, byteLength } = this.#bytes
      this.#view = new DataView(buffer, byteOffset, byteLength)
    }
    return this.#view
  }

  #int64Beyond(high: number, low: number): number {
    const value = (BigInt(high) << 32n) | BigInt(low)
    // An exact reader lends the field's type to a bigint: only golden vectors read this way.
    if (this.#isExact) return value as unknown as number
    throw new DecodeError(
      `byte ${this.#position - 8}: ${value} is beyond 2^53-1, which this field never holds.`,
      'PROTOCOL_NUMBER_TOO_LARGE',
    )
  }

  #throwShort(size: number): never {
    throw new DecodeError(
      `byte ${this.#position}: ${size} more bytes expected, ${this.bytesLeft} are left.`,
    )
  }

  #throwNull(what: string): never {
    throw new DecodeError(`byte ${this.#position}: a null ${what} where null is not allowed.`)
  }

  #throwLong(length: number): never {
    throw new DecodeError(
      `byte ${this.#position}: a string of ${length} bytes, ${STRING_BYTES_MAX} are allowed.`,
    )
  }

  #throwCount(count: number, bytesMin: number): never {
    throw new DecodeError(
      `byte ${this.#position}: ${count} elements of at least ${bytesMin} bytes expected, ` +
        `${this.bytesLeft} bytes are left.`,
    )
  }

  #throwTooMany(count: number): never {
    throw new DecodeError(
      `byte ${this.#position}: ${count} more elements, ${this.#elementsLeft} are allowed: ` +
        'split the request.',
      'PROTOCOL_TOO_MANY_ELEMENTS',
    )
  }
}

/** A reader that gives int64 beyond ±(2^53−1) as bigint in any field: for golden vectors only. */
export function exactReader(bytes: Uint8Array, options?: ReaderOptions): Reader {
  return new Reader(bytes, options, true)
}
