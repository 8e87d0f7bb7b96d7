import { DecodeError, EncodeError, Reader, Writer } from '../../src/index.ts'
import { difference } from './same-value.ts'
import type { MessageCodec } from '../../src/index.ts'

/**
 * Feeds bytes to a decoder. Answers null when it behaved: it threw `DecodeError`, or gave a message
 * that can be written (or refused with `EncodeError`) and read back as the same.
 */
export function checkHostile(
  codec: MessageCodec<unknown>,
  version: number,
  bytes: Uint8Array,
): string | null {
  let message: unknown
  try {
    message = codec.decode(new Reader(bytes), version)
  } catch (error) {
    return error instanceof DecodeError ? null : `threw ${String(error)}`
  }
  const writer = new Writer({ chunkBytes: 1_024 })
  try {
    codec.encode(writer, message, version)
  } catch (error) {
    return error instanceof EncodeError ? null : `encoding threw ${String(error)}`
  }
  const written = writer.finishBytes()
  const elementsMax = Number.POSITIVE_INFINITY
  const again = codec.decode(new Reader(written, { elementsMax }), version)
  const differs = difference(again, message)
  return differs === null ? null : `is read back with another ${differs}`
}
