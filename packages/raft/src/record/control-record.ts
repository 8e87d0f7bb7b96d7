import {
  CONTROL_KRAFT_VERSION,
  CONTROL_KRAFT_VOTERS,
  CONTROL_LEADER_CHANGE,
  CONTROL_SNAPSHOT_FOOTER,
  CONTROL_SNAPSHOT_HEADER,
  controlKey,
  controlTypeOf,
  type KRaftVersionRecord,
  kRaftVersionRecordSchema,
  type LeaderChangeMessage,
  leaderChangeMessageSchema,
  type MessageCodec,
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

/** Control records of a quorum's log and of its snapshots. Each message repeats its own version. */
export type ControlRecord =
  | { readonly kind: 'leaderChange'; readonly message: LeaderChangeMessage }
  | { readonly kind: 'snapshotHeader'; readonly message: SnapshotHeaderRecord }
  | { readonly kind: 'snapshotFooter'; readonly message: SnapshotFooterRecord }
  | { readonly kind: 'kraftVersion'; readonly message: KRaftVersionRecord }
  | { readonly kind: 'voters'; readonly message: VotersRecord }

type AnyCodec = MessageCodec<unknown>

interface Kind {
  readonly type: number
  readonly codec: AnyCodec
}

const kinds: Readonly<Record<ControlRecord['kind'], Kind>> = {
  leaderChange: {
    type: CONTROL_LEADER_CHANGE,
    codec: leaderChangeMessageSchema.codec as AnyCodec,
  },
  snapshotHeader: {
    type: CONTROL_SNAPSHOT_HEADER,
    codec: snapshotHeaderRecordSchema.codec as AnyCodec,
  },
  snapshotFooter: {
    type: CONTROL_SNAPSHOT_FOOTER,
    codec: snapshotFooterRecordSchema.codec as AnyCodec,
  },
  kraftVersion: { type: CONTROL_KRAFT_VERSION, codec: kRaftVersionRecordSchema.codec as AnyCodec },
  voters: { type: CONTROL_KRAFT_VOTERS, codec: votersRecordSchema.codec as AnyCodec },
}

export function controlRecordKey(record: ControlRecord): Uint8Array {
  return controlKey(kinds[record.kind].type)
}

/** The bare message, in the version that it says it has. */
export function encodeControlRecord(writer: Writer, record: ControlRecord): void {
  kinds[record.kind].codec.encode(writer, record.message, record.message.version)
}

/** Throws `MetadataRecordError` for a control record that this release does not know, `DecodeError`. */
export function decodeControlRecord(key: Uint8Array | null, value: Uint8Array): ControlRecord {
  const type = controlTypeOf(key)
  const known = Object.entries(kinds).find(([, kind]) => kind.type === type)
  if (known === undefined) throw new MetadataRecordError(`control record ${type} is unknown`)
  const [kind, { codec }] = known
  const version = new Reader(value).int16()
  return { kind, message: codec.decode(new Reader(value), version) } as ControlRecord
}
