import { BrokerError, leaderEpoch, offset } from '@samsa/base'
import {
  type BatchTools,
  type BatchView,
  buildBatch,
  DecodeError,
  ensureValid,
  MAGIC_V2,
  type NewRecord,
  openRecords,
  type RecordCursor,
  Writer,
} from '@samsa/protocol'
import { MetadataBatchError } from '../errors.ts'
import type { CommittedBatch } from '../raft-client.ts'
import {
  controlRecordKey,
  type ControlRecord,
  decodeControlRecord,
  encodeControlRecord,
} from './control-record.ts'
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
  type MetadataRecord,
} from './metadata-record.ts'

/** Where a batch goes, and when. */
export interface BatchPlace {
  readonly baseOffset: number
  readonly leaderEpoch: number
  /** Timestamp of the batch and of each of its records, milliseconds since the Unix epoch. */
  readonly nowMs: number
}

/** The records as one batch: no keys, each value framed, all with the same timestamp. */
export function buildRecordBatch(
  tools: BatchTools,
  place: BatchPlace,
  records: readonly MetadataRecord[],
): Uint8Array {
  return buildBatch(tools, fieldsOf(place, false), recordsOf(records, place.nowMs))
}

export function buildControlRecordBatch(
  tools: BatchTools,
  place: BatchPlace,
  records: readonly ControlRecord[],
): Uint8Array {
  return buildBatch(tools, fieldsOf(place, true), controlRecordsOf(records, place.nowMs))
}

function fieldsOf({ baseOffset, leaderEpoch: epoch }: BatchPlace, isControl: boolean) {
  return { baseOffset, leaderEpoch: epoch, isControl }
}

function* recordsOf(
  records: readonly MetadataRecord[],
  timestamp: number,
): Generator<NewRecord, void, undefined> {
  const writer = new Writer()
  for (const record of records) {
    encodeMetadataRecord(writer, record)
    yield { key: null, value: writer.finishBytes(), timestamp }
  }
}

function* controlRecordsOf(
  records: readonly ControlRecord[],
  timestamp: number,
): Generator<NewRecord, void, undefined> {
  const writer = new Writer()
  for (const record of records) {
    encodeControlRecord(writer, record)
    yield { key: controlRecordKey(record), value: writer.finishBytes(), timestamp }
  }
}

/**
 * Reads the batch at the view, CRC and all; nothing of it aliases the view. `source` is the file, for
 * errors. Throws `MetadataBatchError`; for a record that only a newer release knows its cause is a
 * `MetadataRecordError`.
 */
export function decodeBatch(batch: BatchView, source: string, tools: BatchTools): CommittedBatch {
  const records: MetadataRecord[] = []
  const controlRecords: ControlRecord[] = []
  const { baseOffset } = batch
  try {
    if (batch.magic !== MAGIC_V2) throw new DecodeError(`its format is ${batch.magic}.`)
    ensureValid(batch, tools.checksum)
    const cursor = openRecords(batch, tools.compression)
    while (cursor.next()) decodeRecord(cursor, batch.isControl, records, controlRecords)
  } catch (error) {
    if (!(error instanceof BrokerError)) throw error
    throw new MetadataBatchError(source, baseOffset, error.message, { cause: error })
  }
  return {
    baseOffset,
    lastOffset: offset(batch.lastOffset),
    leaderEpoch: leaderEpoch(batch.leaderEpoch),
    appendTimestampMs: batch.maxTimestamp,
    sizeBytes: batch.sizeBytes,
    records,
    controlRecords,
  }
}

function decodeRecord(
  cursor: RecordCursor,
  isControl: boolean,
  records: MetadataRecord[],
  controlRecords: ControlRecord[],
): void {
  const { value } = cursor
  if (value === null) throw new DecodeError(`the record at offset ${cursor.offset} has no value.`)
  if (isControl) controlRecords.push(decodeControlRecord(cursor.key, value))
  else records.push(decodeMetadataRecord(value))
}
