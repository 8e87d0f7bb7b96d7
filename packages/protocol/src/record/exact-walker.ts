import type { ByteReader } from './byte-reader.ts'

/**
 * How Apache Kafka would read the records, which decides what it notices:
 * `plain` not compressed, from the buffer;
 * `whole` compressed and to be written anew: each record is first read as long as it says it is;
 * `skipping` compressed and kept: keys, values and headers are stepped over, and the length that a
 * record claims is not held against them.
 */
export type WalkMode = 'plain' | 'whole' | 'skipping'

/** `malformed`: INVALID_RECORD. `unreadable`: Apache Kafka fails in another way, UNKNOWN_SERVER_ERROR. */
export interface RecordFlaw {
  readonly kind: 'malformed' | 'unreadable'
  readonly why: string
}

/**
 * Reads one record after the other as Apache Kafka 4.3 does, to the last quirk, and says what is wrong
 * with it. For records the fast walk stops at.
 */
export class ExactWalker {
  offsetDelta: number
  timestampDelta: bigint
  hasKey: boolean
  readonly #reader: ByteReader
  readonly #mode: WalkMode
  /** Bytes left in the record; not held against anything in mode `skipping`. */
  #bodyLeft: number

  constructor(reader: ByteReader, mode: WalkMode) {
    this.offsetDelta = 0
    this.timestampDelta = 0n
    this.hasKey = false
    this.#reader = reader
    this.#mode = mode
    this.#bodyLeft = 0
  }

  /** Reads a record; undefined when it is well formed. Throws what decompression throws. */
  next(): RecordFlaw | undefined {
    this.#bodyLeft = Number.MAX_SAFE_INTEGER
    const length = this.#varint()
    if (typeof length !== 'number') {
      return this.#mode === 'plain' && length === TOO_LONG
        ? { kind: 'unreadable', why: 'the length of a record is a varint of more than 5 bytes' }
        : length
    }
    if (this.#mode === 'skipping') return this.#body()
    if (length < 0) return malformed(`a record claims ${length} bytes`)
    this.#bodyLeft = length
    const flaw = this.#body()
    // A whole record is decompressed before it is looked at: what fails there comes first.
    const isThere = this.#reader.skip(this.#bodyLeft)
    if (!isThere) return malformed(`a record of ${length} bytes is cut short`)
    if (flaw !== undefined) return flaw
    return this.#bodyLeft === 0
      ? undefined
      : malformed(`a record of ${length} bytes has ${this.#bodyLeft} after its headers`)
  }

  #body(): RecordFlaw | undefined {
    const attributes = this.#byte()
    if (attributes === -1 && this.#mode !== 'skipping') return CUT_SHORT
    const timestampDelta = this.#varlong()
    if (typeof timestampDelta !== 'bigint') return timestampDelta
    this.timestampDelta = timestampDelta
    const offsetDelta = this.#varint()
    if (typeof offsetDelta !== 'number') return offsetDelta
    this.offsetDelta = offsetDelta
    const key = this.#varint()
    if (typeof key !== 'number') return key
    this.hasKey = key >= 0
    return this.#skip(key) ?? this.#field() ?? this.#headers()
  }

  #headers(): RecordFlaw | undefined {
    const count = this.#varint()
    if (typeof count !== 'number') return count
    if (count < 0) return malformed(`a record claims ${count} headers`)
    if (this.#mode !== 'skipping' && count > this.#bodyLeft) {
      return malformed(`a record claims ${count} headers in ${this.#bodyLeft} bytes`)
    }
    for (let header = 0; header < count; header++) {
      const key = this.#varint()
      if (typeof key !== 'number') return key
      if (key < 0) return malformed('a header has no key')
      const flaw = this.#skip(key) ?? this.#field()
      if (flaw !== undefined) return flaw
    }
    return undefined
  }

  /** A length and so many bytes; any negative length is null. */
  #field(): RecordFlaw | undefined {
    const length = this.#varint()
    return typeof length === 'number' ? this.#skip(length) : length
  }

  #skip(count: number): RecordFlaw | undefined {
    if (count <= 0) return undefined
    if (count > this.#bodyLeft) return CUT_SHORT
    this.#bodyLeft -= count
    return this.#reader.skip(count) ? undefined : CUT_SHORT
  }

  #byte(): number {
    if (this.#bodyLeft === 0) return -1
    const byte = this.#reader.readByte()
    if (byte !== -1) this.#bodyLeft--
    return byte
  }

  #varint(): number | RecordFlaw {
    let raw = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#byte()
      if (byte === -1) return CUT_SHORT
      raw |= (byte & 0x7f) << shift
      if (byte < 0x80) return (raw >>> 1) ^ -(raw & 1)
    }
    return TOO_LONG
  }

  #varlong(): bigint | RecordFlaw {
    let raw = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#byte()
      if (byte === -1) return CUT_SHORT
      raw |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) {
        const wide = BigInt.asUintN(64, raw)
        return BigInt.asIntN(64, (wide >> 1n) ^ -(wide & 1n))
      }
    }
    return TOO_LONG
  }
}

function malformed(why: string): RecordFlaw {
  return { kind: 'malformed', why }
}

const CUT_SHORT: RecordFlaw = Object.freeze(malformed('a record is cut short'))
const TOO_LONG: RecordFlaw = Object.freeze(malformed('a record has a varint of too many bytes'))
