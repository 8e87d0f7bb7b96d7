import {
  type AnyRecordSchema,
  metadataSchemas,
  Reader,
  type RecordSchema,
  type Writer,
} from '@samsa/protocol'
import { MetadataRecordError } from '../errors.ts'

/** A record of the metadata log: what its type is, which version it is (to be) written in. */
export interface MetadataRecord {
  /** Number of the record type, as in `record-types`: 2 is TopicRecord. */
  readonly type: number
  readonly version: number
  /** Message of that type. */
  readonly message: unknown
}

/** The only version of the frame around a metadata record that exists. */
const FRAME_VERSION = 1

const schemaByType: ReadonlyMap<number, AnyRecordSchema> = new Map(
  metadataSchemas.map((schema) => [typeOf(schema), schema]),
)

function typeOf(schema: Pick<AnyRecordSchema, 'name' | 'type'>): number {
  if (schema.type === null) throw new MetadataRecordError(`${schema.name} is no metadata record`)
  return schema.type
}

/** A record to be written; `version` is the newest of its schema unless given. */
export function metadataRecord<Message>(
  schema: RecordSchema<Message>,
  message: Message,
  version: number = schema.versionMax,
): MetadataRecord {
  return { type: typeOf(schema), version, message }
}

/** Schema of a metadata record type; undefined when there is none. */
export function metadataRecordSchema(type: number): AnyRecordSchema | undefined {
  return schemaByType.get(type)
}

/** Frame and body: unsigned varints frame version 1, type, version, then the message. */
export function encodeMetadataRecord(writer: Writer, record: MetadataRecord): void {
  const schema = schemaByType.get(record.type)
  if (schema === undefined) throw new MetadataRecordError(`type ${record.type} is unknown`)
  writer.uvarint(FRAME_VERSION)
  writer.uvarint(record.type)
  writer.uvarint(record.version)
  schema.codec.encode(writer, record.message, record.version)
}

/**
 * Reads one record's value. Throws `MetadataRecordError` for a type that this release does not know
 * (a newer node wrote it: it cannot be skipped, what it says would be lost) and `DecodeError`.
 */
export function decodeMetadataRecord(value: Uint8Array): MetadataRecord {
  const reader = new Reader(value)
  const frameVersion = reader.uvarint()
  if (frameVersion !== FRAME_VERSION) {
    throw new MetadataRecordError(`frame version ${frameVersion} is unknown`)
  }
  const type = reader.uvarint()
  const version = reader.uvarint()
  const schema = schemaByType.get(type)
  if (schema === undefined) throw new MetadataRecordError(`type ${type} is unknown`)
  const message = schema.codec.decode(reader, version)
  if (reader.bytesLeft !== 0) {
    throw new MetadataRecordError(`${schema.name} v${version} has ${reader.bytesLeft} bytes left`)
  }
  return { type, version, message }
}
