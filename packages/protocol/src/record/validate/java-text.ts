/**
 * What becomes of bytes that Java reads as UTF-8 text and writes again: each malformed sequence is
 * U+FFFD. Text decoders of the web agree but for one thing: half of a surrogate pair, encoded by
 * itself, is one malformed sequence in Java and two or three there.
 */
export function throughJavaText(bytes: Uint8Array): Uint8Array {
  if (bytes.every((byte) => byte < 0x80)) return bytes
  const prepared: number[] = []
  for (let at = 0; at < bytes.length; at++) {
    prepared.push(bytes[at]!)
    if (bytes[at] !== 0xed || !isSurrogateByte(bytes[at + 1])) continue
    prepared.splice(-1, 1, ...REPLACEMENT)
    at += isContinuation(bytes[at + 2]) ? 2 : 1
  }
  return Buffer.from(Buffer.from(prepared).toString('utf8'))
}

const REPLACEMENT: readonly number[] = [0xef, 0xbf, 0xbd]

const isSurrogateByte = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0xa0 && byte <= 0xbf

const isContinuation = (byte: number | undefined): boolean =>
  byte !== undefined && (byte & 0xc0) === 0x80
