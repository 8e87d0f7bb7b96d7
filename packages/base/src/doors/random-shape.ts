/**
 * An unbiased integer in `0 … below − 1` (`below` 1 … 2^32) from a source of uniform 32-bit words:
 * words in the incomplete last stretch are thrown away.
 */
export function uniformInteger(below: number, nextWord: () => number): number {
  const fair = 2 ** 32 - (2 ** 32 % below)
  for (;;) {
    const word = nextWord()
    if (word < fair) return word % below
  }
}

/**
 * Makes 16 random bytes a v4 uuid in Kafka's text form; `undefined` where Kafka's tools would take the
 * text for an option (a leading `-`), so the caller draws again. The version bits keep it clear of the
 * reserved ids, which all begin with zeros.
 */
export function v4UuidText(bytes: Uint8Array): string | undefined {
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('base64url')
  return text.startsWith('-') ? undefined : text
}
