import type { Uuid } from '@samsa/base'
import { EncodeError } from './errors.ts'
import { STRING_BYTES_MAX } from './reader.ts'
import type { Records } from './records.ts'
import type { UnknownTaggedField } from './tagged-field.ts'
import { UuidMemory } from './uuid.ts'

/** Pieces of records smaller than this are copied beside the fields: one write call less. */
export const RECORDS_COPY_BYTES_MAX = 8_192

const CHUNK_BYTES = 65_536
const SHORT_TEXT_MAX = 48
const TWO_32 = 4_294_967_296

export interface WriterOptions {
  /** Size of a fresh chunk; default 64 KiB. Small for a writer that serves one small message. */
  readonly chunkBytes?: number
  /** Takes bigint in any int64 field: for golden vectors only. */
  readonly isExact?: boolean
}

/**
 * Writes Kafka's primitive types, big endian, into chunks of memory that it owns, and hands the
 * result over as pieces: parts of chunks, and large records as they came.
 *
 * Bytes that were handed over are never written again: a chunk is filled from front to back over many
 * messages and dropped when full, so pieces stay right however long a socket takes. One writer serves
 * any number of messages, one after the other.
 */
export class Writer {
  #chunk: Buffer
  #view: DataView
  /** Length of the chunk: cheaper to read than the buffer's own. */
  #limit: number
  #position: number
  /** Where the piece being written begins in the chunk. */
  #start: number
  #pieces: Uint8Array[]
  #piecesBytes: number
  /** Chunk and place of the frame's size; null when no frame is open. */
  #frameChunk: Buffer | null
  #frameAt: number
  /** Made with the first uuid: many writers never see one. */
  #uuids: UuidMemory | null
  readonly #chunkBytes: number
  readonly #isExact: boolean

  constructor(options?: WriterOptions) {
    this.#chunkBytes = options?.chunkBytes ?? CHUNK_BYTES
    this.#chunk = Buffer.allocUnsafeSlow(this.#chunkBytes)
    this.#view = viewOf(this.#chunk)
    this.#limit = this.#chunkBytes
    this.#position = 0
    this.#start = 0
    this.#pieces = []
    this.#piecesBytes = 0
    this.#frameChunk = null
    this.#frameAt = 0
    this.#uuids = null
    this.#isExact = options?.isExact ?? false
  }

  /** Bytes written since the last `finish` or `reset`. */
  get sizeBytes(): number {
    return this.#piecesBytes + this.#position - this.#start
  }

  /** Opens a frame: `finish` will put the count of the bytes that follow into these four. */
  beginFrame(): void {
    this.#ensure(4)
    this.#frameChunk = this.#chunk
    this.#frameAt = this.#position
    this.#position += 4
  }

  /** Ends the message and hands its bytes over. The pieces belong to the caller from here on. */
  finish(): Uint8Array[] {
    if (this.#frameChunk !== null) {
      this.#frameChunk.writeInt32BE(this.sizeBytes - 4, this.#frameAt)
      this.#frameChunk = null
    }
    const pieces = this.#pieces
    if (this.#position > this.#start) pieces.push(this.#chunk.subarray(this.#start, this.#position))
    this.#pieces = []
    this.#piecesBytes = 0
    this.#start = this.#position
    return pieces
  }

  /** As `finish`, copied together where there is more than one piece. */
  finishBytes(): Uint8Array {
    const pieces = this.finish()
    const [first] = pieces
    return pieces.length === 1 && first !== undefined ? first : Buffer.concat(pieces)
  }

  /** Drops what was written since the last `finish`, as after an `EncodeError`. */
  reset(): void {
    this.#pieces = []
    this.#piecesBytes = 0
    this.#position = this.#start
    this.#frameChunk = null
  }

  bool(value: boolean): void {
    this.#put8(value ? 1 : 0)
  }

  int8(value: number): void {
    if ((value << 24) >> 24 !== value) throwRange('int8', value)
    this.#put8(value)
  }

  int16(value: number): void {
    if ((value << 16) >> 16 !== value) throwRange('int16', value)
    this.#put16(value)
  }

  uint16(value: number): void {
    if ((value & 0xffff) !== value) throwRange('uint16', value)
    this.#put16(value)
  }

  int32(value: number): void {
    if ((value | 0) !== value) throwRange('int32', value)
    this.#put32(value)
  }

  uint32(value: number): void {
    if (value >>> 0 !== value) throwRange('uint32', value)
    this.#put32(value)
  }

  int64(value: number): void {
    if (!Number.isSafeInteger(value)) return this.#int64Beyond(value)
    this.#ensure(8)
    const at = this.#position
    this.#view.setInt32(at, (value - (value >>> 0)) / TWO_32)
    this.#view.setInt32(at + 4, value)
    this.#position = at + 8
  }

  int64Wide(value: bigint): void {
    if (BigInt.asIntN(64, value) !== value) throwRange('int64', value)
    this.#ensure(8)
    this.#view.setBigInt64(this.#position, value)
    this.#position += 8
  }

  float64(value: number): void {
    this.#ensure(8)
    this.#view.setFloat64(this.#position, value)
    this.#position += 8
  }

  uuid(value: Uuid): void {
    this.#ensure(16)
    this.#uuids ??= new UuidMemory()
    this.#uuids.write(this.#view, this.#position, value)
    this.#position += 16
  }

  uvarint(value: number): void {
    this.#ensure(5)
    const chunk = this.#chunk
    let rest = value
    while (rest > 127) {
      chunk[this.#position++] = (rest & 127) | 128
      rest >>>= 7
    }
    chunk[this.#position++] = rest
  }

  /** Zigzag varint of a signed 32-bit number. */
  varint(value: number): void {
    this.uvarint(((value << 1) ^ (value >> 31)) >>> 0)
  }

  /** Unsigned varint of 0 … 2^64−1. */
  uvarlong(value: bigint): void {
    let rest = value
    for (; rest > 127n; rest >>= 7n) this.#put8(Number(rest & 127n) | 128)
    this.#put8(Number(rest))
  }

  /** Zigzag varint of a signed 64-bit number. */
  varlong(value: bigint): void {
    this.uvarlong(BigInt.asUintN(64, (value << 1n) ^ (value >> 63n)))
  }

  string(value: string): void {
    const length = value.length
    if (length <= SHORT_TEXT_MAX) {
      this.#ensure(2 + SHORT_TEXT_MAX)
      const at = this.#position
      if (this.#ascii(value, at + 2)) {
        this.#chunk[at] = 0
        this.#chunk[at + 1] = length
        return
      }
    }
    const size = textBytes(value)
    this.#put16(size)
    this.#utf8(value, size)
  }

  nullableString(value: string | null): void {
    if (value === null) this.#put16(-1)
    else this.string(value)
  }

  compactString(value: string): void {
    const length = value.length
    if (length <= SHORT_TEXT_MAX) {
      this.#ensure(1 + SHORT_TEXT_MAX)
      const at = this.#position
      if (this.#ascii(value, at + 1)) {
        this.#chunk[at] = length + 1
        return
      }
    }
    const size = textBytes(value)
    this.uvarint(size + 1)
    this.#utf8(value, size)
  }

  compactNullableString(value: string | null): void {
    if (value === null) this.uvarint(0)
    else this.compactString(value)
  }

  bytes(value: Uint8Array): void {
    this.#put32(value.byteLength)
    this.#append(value)
  }

  nullableBytes(value: Uint8Array | null): void {
    if (value === null) this.#put32(-1)
    else this.bytes(value)
  }

  compactBytes(value: Uint8Array): void {
    this.uvarint(value.byteLength + 1)
    this.#append(value)
  }

  compactNullableBytes(value: Uint8Array | null): void {
    if (value === null) this.uvarint(0)
    else this.compactBytes(value)
  }

  records(value: Records): void {
    this.#put32(value.sizeBytes)
    this.#appendRecords(value)
  }

  nullableRecords(value: Records | null): void {
    if (value === null) this.#put32(-1)
    else this.records(value)
  }

  compactRecords(value: Records): void {
    this.uvarint(value.sizeBytes + 1)
    this.#appendRecords(value)
  }

  compactNullableRecords(value: Records | null): void {
    if (value === null) this.uvarint(0)
    else this.compactRecords(value)
  }

  /** Count of an array; −1 is null. */
  array(count: number): void {
    this.#put32(count)
  }

  /** Count of a compact array; −1 is null. */
  compactArray(count: number): void {
    this.uvarint(count + 1)
  }

  /** Opens a tagged field and returns the mark that `endTag` wants. */
  beginTag(tag: number): number {
    this.uvarint(tag)
    this.#ensure(1)
    this.#position++
    return this.#position - this.#start
  }

  /** Closes a tagged field: puts its size before it, making room when that takes over a byte. */
  endTag(mark: number): void {
    const from = this.#start + mark
    const size = this.#position - from
    if (size > 127) {
      const shift = uvarintBytes(size) - 1
      this.#ensure(shift)
      const at = this.#start + mark
      this.#chunk.copyWithin(at + shift, at, at + size)
      this.#position = at - 1
      this.uvarint(size)
      this.#position += size
    } else {
      this.#chunk[from - 1] = size
    }
  }

  /**
   * Writes the unknown tagged fields from `index` on whose tags are below `nextTag`, and returns the
   * index of the first that is left. Called between the known ones, so that all go by rising tag.
   */
  unknownTags(fields: readonly UnknownTaggedField[], index: number, nextTag: number): number {
    let next = index
    for (; next < fields.length; next++) {
      const field = fields[next]!
      if (field.tag > nextTag) break
      if (field.tag === nextTag) {
        throw new EncodeError(`tag ${nextTag} is both a field of the schema and an unknown one.`)
      }
      this.uvarint(field.tag)
      this.uvarint(field.bytes.byteLength)
      this.#append(field.bytes)
    }
    return next
  }

  /** The tagged fields of a structure that has no known one to write. */
  onlyUnknownTags(fields: readonly UnknownTaggedField[] | null): void {
    if (fields === null) return this.#put8(0)
    this.uvarint(fields.length)
    this.unknownTags(fields, 0, Number.POSITIVE_INFINITY)
  }

  #put8(value: number): void {
    this.#ensure(1)
    this.#chunk[this.#position++] = value
  }

  #put16(value: number): void {
    this.#ensure(2)
    this.#view.setInt16(this.#position, value)
    this.#position += 2
  }

  #put32(value: number): void {
    this.#ensure(4)
    this.#view.setInt32(this.#position, value)
    this.#position += 4
  }

  /** Writes `value` at `at` and moves behind it; false, and nothing moved, when it is not ASCII. */
  #ascii(value: string, at: number): boolean {
    const chunk = this.#chunk
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index)
      if (code > 127) return false
      chunk[at + index] = code
    }
    this.#position = at + value.length
    return true
  }

  #utf8(value: string, size: number): void {
    this.#ensure(size)
    this.#chunk.write(value, this.#position, size, 'utf8')
    this.#position += size
  }

  #append(bytes: Uint8Array): void {
    this.#ensure(bytes.byteLength)
    this.#chunk.set(bytes, this.#position)
    this.#position += bytes.byteLength
  }

  #appendRecords(records: Records): void {
    const { pieces } = records
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index]!
      if (piece.byteLength < RECORDS_COPY_BYTES_MAX) {
        this.#append(piece)
        continue
      }
      this.#cut()
      this.#pieces.push(piece)
      this.#piecesBytes += piece.byteLength
    }
  }

  /** Ends the piece being written; the next one begins behind it in the same chunk. */
  #cut(): void {
    const size = this.#position - this.#start
    if (size === 0) return
    this.#pieces.push(this.#chunk.subarray(this.#start, this.#position))
    this.#piecesBytes += size
    this.#start = this.#position
  }

  #ensure(size: number): void {
    if (size > this.#limit - this.#position) this.#grow(size)
  }

  /** Moves the piece being written to a fresh chunk; what was cut off or handed over stays put. */
  #grow(size: number): void {
    const written = this.#position - this.#start
    const chunk = Buffer.allocUnsafeSlow(Math.max(this.#chunkBytes, 2 * (written + size)))
    chunk.set(this.#chunk.subarray(this.#start, this.#position), 0)
    if (this.#frameChunk === this.#chunk && this.#frameAt >= this.#start) {
      this.#frameChunk = chunk
      this.#frameAt -= this.#start
    }
    this.#chunk = chunk
    this.#view = viewOf(chunk)
    this.#limit = chunk.byteLength
    this.#start = 0
    this.#position = written
  }

  #int64Beyond(value: unknown): void {
    if (this.#isExact && typeof value === 'bigint') this.int64Wide(value)
    else throwRange('int64 within 2^53-1', value)
  }
}

/** A writer that takes bigint in any int64 field: for golden vectors only. */
export function exactWriter(): Writer {
  return new Writer({ isExact: true })
}

function throwRange(type: string, value: unknown): never {
  throw new EncodeError(`${String(value)} is not an ${type}: the message was built wrongly.`)
}

function textBytes(value: string): number {
  const size = Buffer.byteLength(value)
  if (size > STRING_BYTES_MAX) {
    throw new EncodeError(`a string of ${size} bytes, ${STRING_BYTES_MAX} are allowed.`)
  }
  return size
}

function uvarintBytes(value: number): number {
  let size = 1
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) size++
  return size
}

function viewOf(chunk: Buffer): DataView {
  return new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}
