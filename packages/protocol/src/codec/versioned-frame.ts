import { Reader } from './reader.ts'
import { expectEnd, recordWriter } from './stored-frame.ts'
import type { RecordSchema } from '../api.ts'
import type { Writer } from './writer.ts'

// Coordinator values, consumer protocol, principals, transaction markers, control record keys: the
// version as int16, then the body.

/** A message with its version before it. */
export function encodeVersioned<Message>(
  schema: RecordSchema<Message>,
  version: number,
  message: Message,
  writer: Writer = recordWriter(),
): Uint8Array {
  writer.int16(version)
  schema.codec.encode(writer, message, version)
  return writer.finishBytes()
}

/** Throws `DecodeError` for a version that is not known, and for bytes left over. */
export function decodeVersioned<Message>(
  schema: RecordSchema<Message>,
  bytes: Uint8Array,
): { readonly version: number; readonly message: Message } {
  const reader = new Reader(bytes)
  const version = reader.int16()
  const message = schema.codec.decode(reader, version)
  expectEnd(reader, schema.name)
  return { version, message }
}

/**
 * For what clients embed (subscriptions and assignments of the consumer protocol): a version newer
 * than ours is read as our newest, and what it adds at the end is ignored.
 */
export function decodeVersionedLeniently<Message>(
  schema: RecordSchema<Message>,
  bytes: Uint8Array,
): { readonly version: number; readonly message: Message } {
  const reader = new Reader(bytes)
  const version = Math.min(reader.int16(), schema.versionMax)
  return { version, message: schema.codec.decode(reader, version) }
}
