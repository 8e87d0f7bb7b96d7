import {
  type KRaftVersionRecord,
  kRaftVersionRecordSchema,
  type LeaderChangeMessage,
  leaderChangeMessageSchema,
  Reader,
  type SnapshotFooterRecord,
  snapshotFooterRecordSchema,
  type SnapshotHeaderRecord,
  snapshotHeaderRecordSchema,
  type VotersRecord,
  votersRecordSchema,
  type Writer,
} from '@samsa/protocol'
import { MetadataRecordError } from '../errors.ts'

/** Control records of a quorum's log and of its snapshots; the number is the type in the key. */
export type ControlRecord =
  | { readonly kind: 'leaderChange'; readonly message: LeaderChangeMessage }
  | { readonly kind: 'snapshotHeader'; readonly message: SnapshotHeaderRecord }
  | { readonly kind: 'snapshotFooter'; readonly message: SnapshotFooterRecord }
  | { readonly kind: 'kraftVersion'; readonly message: KRaftVersionRecord }
  | { readonly kind: 'voters'; readonly message: VotersRecord }

const KEY_VERSION = 0
const KEY_BYTES = 4

const typeByKind: Readonly<Record<ControlRecord['kind'], number>> = {
  leaderChange: 2,
  snapshotHeader: 3,
  snapshotFooter: 4,
  kraftVersion: 5,
  voters: 6,
}

/** Key of a control record: int16 version 0, int16 type. */
export function controlRecordKey(record: ControlRecord): Uint8Array {
  const key = new Uint8Array(KEY_BYTES)
  key[3] = typeByKind[record.kind]
  return key
}

/** The bare message, in version 0, as Apache 4.3 writes all of them. */
export function encodeControlRecord(writer: Writer, record: ControlRecord): void {
  switch (record.kind) {
    case 'leaderChange':
      return leaderChangeMessageSchema.codec.encode(writer, record.message, record.message.version)
    case 'snapshotHeader':
      return snapshotHeaderRecordSchema.codec.encode(writer, record.message, record.message.version)
    case 'snapshotFooter':
      return snapshotFooterRecordSchema.codec.encode(writer, record.message, record.message.version)
    case 'kraftVersion':
      return kRaftVersionRecordSchema.codec.encode(writer, record.message, record.message.version)
    case 'voters':
      return votersRecordSchema.codec.encode(writer, record.message, record.message.version)
  }
}

/** Throws `MetadataRecordError` for a control record that this release does not know, `DecodeError`. */
export function decodeControlRecord(key: Uint8Array, value: Uint8Array): ControlRecord {
  const reader = new Reader(key)
  const keyVersion = reader.int16()
  if (keyVersion < KEY_VERSION) {
    throw new MetadataRecordError(`control record key version ${keyVersion} is unknown`)
  }
  const type = reader.int16()
  // Every one of these messages repeats its version as its first field.
  const version = new Reader(value).int16()
  const body = new Reader(value)
  switch (type) {
    case typeByKind.leaderChange:
      return {
        kind: 'leaderChange',
        message: leaderChangeMessageSchema.codec.decode(body, version),
      }
    case typeByKind.snapshotHeader:
      return {
        kind: 'snapshotHeader',
        message: snapshotHeaderRecordSchema.codec.decode(body, version),
      }
    case typeByKind.snapshotFooter:
      return {
        kind: 'snapshotFooter',
        message: snapshotFooterRecordSchema.codec.decode(body, version),
      }
    case typeByKind.kraftVersion:
      return { kind: 'kraftVersion', message: kRaftVersionRecordSchema.codec.decode(body, version) }
    case typeByKind.voters:
      return { kind: 'voters', message: votersRecordSchema.codec.decode(body, version) }
    default:
      throw new MetadataRecordError(`control record type ${type} is unknown`)
  }
}
