import { storedSchemas } from '../../src/schema/index.ts'
import { messageToJson } from '../../src/dsl/index.ts'
import * as protocol from '../../src/index.ts'
import { difference } from './same-value.ts'
import { messageOf, verifyMessage } from './verify-message.ts'
import { bytesOfHex, hexOf, numberMember, textMember } from './vector-json.ts'
import type { Json, JsonObject, StoredSchema } from '../../src/dsl/index.ts'
import type { AnyRecordSchema, QuorumStateData } from '../../src/index.ts'

/** A way to store a message: bytes around the body, and the message back out of them. */
interface Framing {
  encode(version: number, message: object): Uint8Array
  decode(bytes: Uint8Array): object
}

/** Verifies lines of one stored type. */
export interface RecordVerifier {
  verify(line: JsonObject): string | null
}

/** Null when no stored type of that name belongs to the origin. */
export function recordVerifier(origin: string, name: string): RecordVerifier | null {
  const stored = storedSchemas.find(
    (schema) => schema.origin === origin && schema.message.name === name,
  )
  const tables: readonly (readonly AnyRecordSchema[])[] = [
    protocol.metadataSchemas,
    protocol.groupCoordinatorSchemas,
    protocol.transactionSchemas,
    protocol.shareSchemas,
    protocol.remoteLogSchemas,
    protocol.storageSchemas,
    protocol.raftSchemas,
    protocol.clientsSchemas,
  ]
  const schema = tables.flat().find((known) => known.name === name)
  if (stored === undefined || schema === undefined) return null
  return { verify: (line) => verifyRecord(stored, schema, line) }
}

function verifyRecord(
  stored: StoredSchema,
  schema: AnyRecordSchema,
  line: JsonObject,
): string | null {
  const framing = framingOf(stored, schema)
  return (
    verifyMessage(stored.message, schema.codec, line) ??
    (line['framed'] === undefined ? null : verifyFramed(stored, framing, line)) ??
    (line['file'] === undefined ? null : verifyFile(stored, line))
  )
}

function verifyFramed(
  stored: StoredSchema,
  framing: Framing | null,
  line: JsonObject,
): string | null {
  const { name } = stored.message
  if (framing === null) return `${name} has no frame`
  const json = line['json'] as JsonObject
  const version = numberMember(line, 'version')
  const framed = textMember(line, 'framed')
  const message = messageOf(stored.message, json, line['unknown'] as Json[] | undefined)
  const encoded = hexOf(framing.encode(version, message))
  if (encoded !== framed) return `framed ${encoded} instead of ${framed}`
  try {
    return difference(withoutCrc(framing.decode(bytesOfHex(framed))), withoutCrc(message))
  } catch (error) {
    // The production reader refuses what no real record holds; `encoded` has covered these bytes.
    const isBeyond =
      error instanceof protocol.DecodeError && error.code === 'PROTOCOL_NUMBER_TOO_LARGE'
    if (isBeyond && holdsBigint(json)) return null
    throw error
  }
}

/** A snapshot's stored CRC is computed, whatever the message says. */
function withoutCrc(message: object): object {
  return 'crc' in message ? { ...message, crc: 0 } : message
}

function holdsBigint(json: Json): boolean {
  if (json === null || typeof json !== 'object') return typeof json === 'bigint'
  return Object.values(json).some(holdsBigint)
}

function framingOf(stored: StoredSchema, schema: AnyRecordSchema): Framing | null {
  const { origin, message } = stored
  if (origin === 'metadata' || origin === 'remote-log') {
    const table =
      origin === 'metadata' ? protocol.metadataRecordSchemas : protocol.remoteLogRecordSchemas
    return {
      encode: (version, value) =>
        protocol.encodeFramed(schema, version, value, protocol.exactWriter()),
      decode: (bytes) => protocol.decodeFramed(table, bytes).message as object,
    }
  }
  if (origin === 'storage') return producerSnapshotFraming(schema)
  if (origin === 'raft') return null
  if (origin === 'clients') {
    const versioned = [
      'ConsumerProtocolAssignment',
      'ConsumerProtocolSubscription',
      'DefaultPrincipalData',
      'EndTxnMarker',
      'ControlRecordTypeSchema',
    ]
    return versioned.includes(message.name) ? versionedFraming(schema) : null
  }
  return coordinatorFraming(stored)
}

function versionedFraming(schema: AnyRecordSchema): Framing {
  return {
    encode: (version, value) =>
      protocol.encodeVersioned(schema, version, value, protocol.exactWriter()),
    decode: (bytes) => protocol.decodeVersioned(schema, bytes).message as object,
  }
}

type AnyCoordinatorRecords = protocol.CoordinatorRecords<
  Record<number, object>,
  Record<number, object>,
  { readonly message: object },
  { readonly message: object }
>

function coordinatorFraming({ origin, message, type }: StoredSchema): Framing {
  const byOrigin: Readonly<Record<string, unknown>> = {
    'group-coordinator': protocol.groupRecords,
    transaction: protocol.transactionRecords,
    share: protocol.shareRecords,
  }
  const records = byOrigin[origin] as AnyCoordinatorRecords
  const of = type ?? -1
  if (message.name.endsWith('Key')) {
    return {
      encode: (_version, value) => records.encodeKey(of, value, protocol.exactWriter()),
      decode: (bytes) => records.decodeKey(bytes)?.message ?? {},
    }
  }
  return {
    encode: (version, value) => records.encodeValue(of, version, value, protocol.exactWriter()),
    decode: (bytes) => records.decodeValue(of, bytes).message,
  }
}

/** The file of a producer snapshot: version, CRC-32C of all that follows it, entries. */
function producerSnapshotFraming(schema: AnyRecordSchema): Framing {
  const crcAt = 2
  const coveredAt = 6
  const versioned = versionedFraming(schema)
  const checksum = protocol.createChecksum()
  const crcOf = (bytes: Uint8Array): number => checksum.crc32c(bytes, coveredAt, bytes.byteLength)
  return {
    encode(version, value) {
      const bytes = Buffer.from(versioned.encode(version, value))
      bytes.writeUInt32BE(crcOf(bytes), crcAt)
      return bytes
    },
    decode(bytes) {
      const stored = Buffer.from(bytes).readUInt32BE(crcAt)
      if (stored !== crcOf(bytes)) throw new Error(`CRC ${crcOf(bytes)} instead of ${stored}`)
      return versioned.decode(bytes)
    },
  }
}

/** The text of the `quorum-state` file. */
function verifyFile(stored: StoredSchema, line: JsonObject): string | null {
  const json = line['json'] as JsonObject
  const version = numberMember(line, 'version')
  const file = textMember(line, 'file')
  const message = messageOf(stored.message, json, line['unknown'] as Json[] | undefined)
  const text = protocol.quorumStateText(message as QuorumStateData, version)
  if (text !== file) return `file ${text} instead of ${file}`
  const parsed = protocol.parseQuorumState(text)
  if (parsed.version !== version) return `file read as version ${parsed.version}`
  if (holdsBigint(json)) return null
  const differs = difference(
    messageToJson(stored.message, parsed.state, version),
    messageToJson(stored.message, message, version),
  )
  return differs === null ? null : `file: ${differs}`
}
