import { assert } from '@samsa/base'
import { DecodeError } from './errors.ts'
import { Reader } from './reader.ts'
import { Writer } from './writer.ts'
import {
  metadataRecordSchemas,
  type MetadataRecord,
  type MetadataRecordMessages,
} from '../generated/records/metadata.ts'
import {
  remoteLogRecordSchemas,
  type RemoteLogRecord,
  type RemoteLogRecordMessages,
} from '../generated/records/remote-log.ts'
import type { AnyRecordSchema } from '../api.ts'

// Records of the metadata log and of the remote log's topic: unsigned varints frame version (1), type
// and version, then the body.

const FRAME_VERSION = 1
/** Chunk of a writer that is made for one record. */
export const RECORD_CHUNK_BYTES = 512

export const recordWriter = (): Writer => new Writer({ chunkBytes: RECORD_CHUNK_BYTES })

/** Value of a record of `__cluster_metadata`. Hand in a writer of your own to make many. */
export function encodeMetadataRecord<Type extends keyof MetadataRecordMessages>(
  type: Type,
  version: number,
  message: MetadataRecordMessages[Type],
  writer: Writer = recordWriter(),
): Uint8Array {
  return encodeFramed(metadataRecordSchemas[type], version, message, writer)
}

/** Throws `DecodeError` for a type or version that is not known, and for bytes left over. */
export function decodeMetadataRecord(bytes: Uint8Array): MetadataRecord {
  return decodeFramed(metadataRecordSchemas, bytes) as MetadataRecord
}

/** Value of a record of `__remote_log_metadata` (KIP-405). */
export function encodeRemoteLogRecord<Type extends keyof RemoteLogRecordMessages>(
  type: Type,
  version: number,
  message: RemoteLogRecordMessages[Type],
  writer: Writer = recordWriter(),
): Uint8Array {
  return encodeFramed(remoteLogRecordSchemas[type], version, message, writer)
}

/** As `decodeMetadataRecord`. */
export function decodeRemoteLogRecord(bytes: Uint8Array): RemoteLogRecord {
  return decodeFramed(remoteLogRecordSchemas, bytes) as RemoteLogRecord
}

/** Any record framed in this way, by its schema. */
export function encodeFramed(
  schema: AnyRecordSchema | undefined,
  version: number,
  message: unknown,
  writer: Writer = recordWriter(),
): Uint8Array {
  assert(
    schema?.type !== undefined && schema.type !== null,
    'only numbered record types are framed',
  )
  writer.uvarint(FRAME_VERSION)
  writer.uvarint(schema.type)
  writer.uvarint(version)
  schema.codec.encode(writer, message, version)
  return writer.finishBytes()
}

/** Any record framed in this way, by a table of its schemas. */
export function decodeFramed(
  schemas: readonly (AnyRecordSchema | undefined)[],
  bytes: Uint8Array,
): { readonly type: number; readonly version: number; readonly message: unknown } {
  const reader = new Reader(bytes)
  const frameVersion = reader.uvarint()
  if (frameVersion !== FRAME_VERSION) {
    throw new DecodeError(
      `a record frame of version ${frameVersion}, only ${FRAME_VERSION} is known: written by a ` +
        'newer build?',
      'PROTOCOL_UNSUPPORTED_VERSION',
    )
  }
  const type = reader.uvarint()
  const version = reader.uvarint()
  const schema = schemas[type]
  if (schema === undefined) {
    throw new DecodeError(
      `a record of type ${type}, which is not known: written by a newer build?`,
      'PROTOCOL_UNSUPPORTED_VERSION',
    )
  }
  const message = schema.codec.decode(reader, version)
  expectEnd(reader, schema.name)
  return { type, version, message }
}

/** Stored bytes hold one message and nothing behind it. */
export function expectEnd(reader: Reader, name: string): void {
  if (reader.bytesLeft === 0) return
  throw new DecodeError(`${name} ends ${reader.bytesLeft} bytes before its record does.`)
}
