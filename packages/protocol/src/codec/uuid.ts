import { METADATA_TOPIC_ID, uuid, ZERO_UUID } from '@samsa/base'
import { EncodeError } from './errors.ts'
import type { Uuid } from '@samsa/base'

const TEXT_LENGTH = 22
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Character codes of URL-safe base64 by value. */
const CODES: Uint8Array = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0))

const NOT_A_DIGIT = 64

/** Value of each character; 64 for what is no such character. */
const DIGITS: Uint8Array = digitTable()

function digitTable(): Uint8Array {
  const digits = new Uint8Array(128).fill(NOT_A_DIGIT)
  for (const [value, code] of CODES.entries()) digits[code] = value
  return digits
}

/** Writes the 16 bytes of `text` at `at`. Throws `EncodeError` for text that is not a uuid. */
export function writeUuid(target: DataView, at: number, text: string): void {
  if (text.length !== TEXT_LENGTH) throwNotUuid(text)
  let digits = 0
  let to = at
  for (let from = 0; from < 20; from += 4) {
    const first = digitAt(text, from)
    const second = digitAt(text, from + 1)
    const third = digitAt(text, from + 2)
    const fourth = digitAt(text, from + 3)
    digits |= first | second | third | fourth
    target.setUint8(to, (first << 2) | (second >> 4))
    target.setUint8(to + 1, (second << 4) | (third >> 2))
    target.setUint8(to + 2, (third << 6) | fourth)
    to += 3
  }
  const first = digitAt(text, 20)
  const second = digitAt(text, 21)
  target.setUint8(to, (first << 2) | (second >> 4))
  if (((digits | first | second) & NOT_A_DIGIT) !== 0) throwNotUuid(text)
}

function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return code < 128 ? DIGITS[code]! : NOT_A_DIGIT
}

const REMEMBERED = 128

/**
 * The bytes of uuids written lately. Topic ids come back in every response, as the same strings as
 * before, and comparing such a string costs a fifth of taking it apart.
 */
export class UuidMemory {
  /** At first every slot remembers the zero uuid, whose bytes are the zeros that are there. */
  readonly #texts: string[] = new Array<string>(REMEMBERED).fill(ZERO_UUID)
  readonly #bytes: DataView = new DataView(new ArrayBuffer(REMEMBERED * 16))

  /** As `writeUuid`. */
  write(view: DataView, at: number, text: string): void {
    const slot = ((text.charCodeAt(0) << 3) ^ text.charCodeAt(1)) & (REMEMBERED - 1)
    const from = slot * 16
    const bytes = this.#bytes
    if (this.#texts[slot] !== text) {
      writeUuid(bytes, from, text)
      this.#texts[slot] = text
    }
    view.setInt32(at, bytes.getInt32(from))
    view.setInt32(at + 4, bytes.getInt32(from + 4))
    view.setInt32(at + 8, bytes.getInt32(from + 8))
    view.setInt32(at + 12, bytes.getInt32(from + 12))
  }
}

/** The text of the 16 bytes at `at`. */
export function readUuid(bytes: Uint8Array, at: number): Uuid {
  const a = bitsOf(bytes, at)
  const b = bitsOf(bytes, at + 3)
  const c = bitsOf(bytes, at + 6)
  const d = bitsOf(bytes, at + 9)
  const e = bitsOf(bytes, at + 12)
  const f = bytes[at + 15]! << 16
  return uuid(
    String.fromCharCode(
      CODES[a >> 18]!,
      CODES[(a >> 12) & 63]!,
      CODES[(a >> 6) & 63]!,
      CODES[a & 63]!,
      CODES[b >> 18]!,
      CODES[(b >> 12) & 63]!,
      CODES[(b >> 6) & 63]!,
      CODES[b & 63]!,
      CODES[c >> 18]!,
      CODES[(c >> 12) & 63]!,
      CODES[(c >> 6) & 63]!,
      CODES[c & 63]!,
      CODES[d >> 18]!,
      CODES[(d >> 12) & 63]!,
      CODES[(d >> 6) & 63]!,
      CODES[d & 63]!,
      CODES[e >> 18]!,
      CODES[(e >> 12) & 63]!,
      CODES[(e >> 6) & 63]!,
      CODES[e & 63]!,
      CODES[f >> 18]!,
      CODES[(f >> 12) & 63]!,
    ),
  )
}

function bitsOf(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!
}

function throwNotUuid(text: string): never {
  throw new EncodeError(
    `${JSON.stringify(text)} is not a uuid: 22 characters of URL-safe base64 are expected.`,
  )
}

/** Both halves as signed 64-bit numbers, as Java's `UUID` holds them. */
function halvesOf(id: Uuid): readonly [high: bigint, low: bigint] {
  const bytes = Buffer.from(id, 'base64url')
  return [bytes.readBigInt64BE(0), bytes.readBigInt64BE(8)]
}

/**
 * Reads a uuid that a person typed: 22 characters of URL-safe base64, with or without padding. Bits of
 * the last character that have no place are dropped. Null for anything else.
 */
export function parseUuid(text: string): Uuid | null {
  if (!/^[A-Za-z0-9_-]{22}(==)?$/.test(text)) return null
  return uuid(Buffer.from(text, 'base64url').toString('base64url'))
}

/** Kafka's order of uuids: by two signed 64-bit halves. Negative when `one` comes first. */
export function compareUuids(one: Uuid, other: Uuid): number {
  const [high, low] = halvesOf(one)
  const [otherHigh, otherLow] = halvesOf(other)
  if (high !== otherHigh) return high < otherHigh ? -1 : 1
  if (low !== otherLow) return low < otherLow ? -1 : 1
  return 0
}

/** `Uuid.hashCode` of Kafka's Java code, which some of its orders hang on. */
export function uuidHash(id: Uuid): number {
  const [high, low] = halvesOf(id)
  const mixed = high ^ low
  return Number(BigInt.asIntN(32, (mixed >> 32n) ^ mixed))
}

/** Whether Kafka never draws this uuid for a topic: it has a meaning of its own. */
export function isReservedUuid(id: Uuid): boolean {
  return id === ZERO_UUID || id === METADATA_TOPIC_ID
}

/** Directory ids with a meaning of their own (KIP-858). */
export const DirectoryId: {
  /** The replica is in a directory that the controller does not know yet. */
  readonly UNASSIGNED: Uuid
  /** The replica is in a directory that is offline. */
  readonly LOST: Uuid
  /** Left over from the move away from ZooKeeper: no directory was ever assigned. */
  readonly MIGRATING: Uuid
} = {
  UNASSIGNED: uuid('AAAAAAAAAAAAAAAAAAAAAQ'),
  LOST: uuid('AAAAAAAAAAAAAAAAAAAAAg'),
  MIGRATING: ZERO_UUID,
}
