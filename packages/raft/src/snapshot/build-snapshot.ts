import {
  type BatchTools,
  kRaftVersionRecord,
  snapshotFooterRecord,
  snapshotHeaderRecord,
} from '@samsa/protocol'
import { buildControlRecordBatch, buildRecordBatch } from '../record/batch-codec.ts'
import type { ControlRecord } from '../record/control-record.ts'
import type { Snapshot } from './snapshot.ts'

/** Records of one batch of a snapshot: some 500 KB of partitions, far below a batch's bound. */
const BATCH_RECORDS_MAX = 8192

/**
 * The content of a `.checkpoint` file. Offsets count from 0 within it; every batch has the epoch of
 * the snapshot's id. `nowMs` stands in the batches.
 */
export function buildSnapshot(tools: BatchTools, snapshot: Snapshot, nowMs: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let baseOffset = 0
  const place = () => ({ baseOffset, leaderEpoch: snapshot.id.epoch, nowMs })

  const head = headOf(snapshot)
  pieces.push(buildControlRecordBatch(tools, place(), head))
  baseOffset += head.length
  const { records } = snapshot
  for (let start = 0; start < records.length; start += BATCH_RECORDS_MAX) {
    const part = records.slice(start, start + BATCH_RECORDS_MAX)
    pieces.push(buildRecordBatch(tools, place(), part))
    baseOffset += part.length
  }
  const footer: ControlRecord = { kind: 'snapshotFooter', message: snapshotFooterRecord() }
  pieces.push(buildControlRecordBatch(tools, place(), [footer]))
  return Buffer.concat(pieces)
}

function headOf(snapshot: Snapshot): ControlRecord[] {
  const header: ControlRecord = {
    kind: 'snapshotHeader',
    message: snapshotHeaderRecord({
      lastContainedLogTimestamp: snapshot.lastContainedLogTimestampMs,
    }),
  }
  if (snapshot.kraftVersion === 0 || snapshot.voters === null) return [header]
  return [
    header,
    {
      kind: 'kraftVersion',
      message: kRaftVersionRecord({ kRaftVersion: snapshot.kraftVersion }),
    },
    { kind: 'voters', message: snapshot.voters },
  ]
}
