import { EncodeError } from './errors.ts'

const TEXT_LENGTH = 22
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const NOT_A_DIGIT = 64

/** Value of each character of URL-safe base64; 64 for what is none. */
const DIGITS: Uint8Array = digitTable()

function digitTable(): Uint8Array {
  const digits = new Uint8Array(128).fill(NOT_A_DIGIT)
  for (let value = 0; value < ALPHABET.length; value++) digits[ALPHABET.charCodeAt(value)] = value
  return digits
}

/** Writes the 16 bytes of `text` at `at`. Throws `EncodeError` for text that is not a uuid. */
export function writeUuid(target: Uint8Array, at: number, text: string): void {
  if (text.length !== TEXT_LENGTH) throwNotUuid(text)
  let invalid = 0
  let to = at
  for (let from = 0; from < 20; from += 4) {
    const first = digitAt(text, from)
    const second = digitAt(text, from + 1)
    const third = digitAt(text, from + 2)
    const fourth = digitAt(text, from + 3)
    invalid |= first | second | third | fourth
    target[to] = (first << 2) | (second >> 4)
    target[to + 1] = (second << 4) | (third >> 2)
    target[to + 2] = (third << 6) | fourth
    to += 3
  }
  const first = digitAt(text, 20)
  const second = digitAt(text, 21)
  target[to] = (first << 2) | (second >> 4)
  if (((invalid | first | second) & NOT_A_DIGIT) !== 0) throwNotUuid(text)
}

function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return code < 128 ? DIGITS[code]! : NOT_A_DIGIT
}

function throwNotUuid(text: string): never {
  throw new EncodeError(
    `${JSON.stringify(text)} is not a uuid: 22 characters of URL-safe base64 are expected.`,
  )
}
