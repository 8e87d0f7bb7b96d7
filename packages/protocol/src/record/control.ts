import { type BatchFields, type BatchTools, BatchBuilder } from './builder.ts'
import { type Int64, readInt16, readInt32, writeInt16, writeInt32 } from './bytes.ts'

/** Types of control records, the second number of their keys. */
export const CONTROL_ABORT = 0
export const CONTROL_COMMIT = 1
export const CONTROL_LEADER_CHANGE = 2
export const CONTROL_SNAPSHOT_HEADER = 3
export const CONTROL_SNAPSHOT_FOOTER = 4
export const CONTROL_KRAFT_VERSION = 5
export const CONTROL_KRAFT_VOTERS = 6

const KEY_BYTES = 4
const END_MARKER_BYTES = 6
const NEWEST_KEY_VERSION = 0
const NEWEST_END_MARKER_VERSION = 0

/** Key of a control record: int16 version, int16 type. */
export function controlKey(type: number): Uint8Array {
  const key = new Uint8Array(KEY_BYTES)
  writeInt16(key, 0, NEWEST_KEY_VERSION)
  writeInt16(key, 2, type)
  return key
}

/**
 * Type of a control record, also of one this build does not know (readers step over those); undefined
 * when the key is none of a control record. Later key versions begin with the same fields.
 */
export function controlTypeOf(key: Uint8Array | null): number | undefined {
  if (key === null || key.length < KEY_BYTES || readInt16(key, 0) < 0) return undefined
  return readInt16(key, 2)
}

/** Value of a commit or abort marker: int16 version, int32 coordinator epoch. */
export function endMarkerValue(coordinatorEpoch: number): Uint8Array {
  const value = new Uint8Array(END_MARKER_BYTES)
  writeInt16(value, 0, NEWEST_END_MARKER_VERSION)
  writeInt32(value, 2, coordinatorEpoch)
  return value
}

/** Epoch of the transaction coordinator that wrote the marker; undefined when the value is none. */
export function coordinatorEpochOf(value: Uint8Array | null): number | undefined {
  if (value === null || value.length < END_MARKER_BYTES || readInt16(value, 0) < 0) return undefined
  return readInt32(value, 2)
}

/** A control batch of one record. `value` as its schema encodes it. */
export function buildControlBatch(
  tools: BatchTools,
  type: number,
  value: Uint8Array,
  timestamp: Int64,
  fields: BatchFields = {},
): Uint8Array {
  const builder = new BatchBuilder(tools, { ...fields, isControl: true })
  builder.append({ key: controlKey(type), value, timestamp })
  return builder.build()
}

/** The marker that ends a producer's transaction in a partition (KIP-98). */
export function buildEndMarker(
  tools: BatchTools,
  outcome: 'commit' | 'abort',
  coordinatorEpoch: number,
  timestamp: Int64,
  fields: BatchFields & { readonly producerId: Int64; readonly producerEpoch: number },
): Uint8Array {
  const type = outcome === 'commit' ? CONTROL_COMMIT : CONTROL_ABORT
  const value = endMarkerValue(coordinatorEpoch)
  return buildControlBatch(tools, type, value, timestamp, { ...fields, isTransactional: true })
}
