import { type BatchTools, BatchWalker, InvalidBatchHeaderError } from '@samsa/protocol'
import { RaftFileFormatError } from '../errors.ts'
import type { ControlRecord } from '../record/control-record.ts'
import { decodeBatch } from '../record/batch-codec.ts'
import type { MetadataRecord } from '../record/metadata-record.ts'
import type { Snapshot } from './snapshot.ts'
import type { SnapshotId } from './snapshot-id.ts'

/**
 * Reads the content of a `.checkpoint` file (`docs/formats/snapshot.md`): header first, footer last,
 * nothing behind it. Throws `RaftFileFormatError` and `MetadataBatchError`.
 */
export function decodeSnapshot(
  bytes: Uint8Array,
  path: string,
  id: SnapshotId,
  tools: BatchTools,
): Snapshot {
  const controls: ControlRecord[] = []
  const records: MetadataRecord[] = []
  const walker = new BatchWalker(bytes)
  while (nextBatch(walker, path)) {
    const batch = decodeBatch(walker.batch, path, tools)
    if (controls.at(-1)?.kind === 'snapshotFooter') {
      throw new RaftFileFormatError(path, `there is a batch behind its footer`)
    }
    for (const record of batch.records) records.push(record)
    controls.push(...batch.controlRecords)
  }
  const [header] = controls
  if (header?.kind !== 'snapshotHeader') throw new RaftFileFormatError(path, 'it has no header')
  if (controls.at(-1)?.kind !== 'snapshotFooter' || walker.partialBytes > 0) {
    throw new RaftFileFormatError(path, 'it is cut short: it has no footer')
  }
  return {
    id,
    lastContainedLogTimestampMs: header.message.lastContainedLogTimestamp,
    kraftVersion: kraftVersionIn(controls),
    voters: controls.find((record) => record.kind === 'voters')?.message ?? null,
    records,
  }
}

function nextBatch(walker: BatchWalker, path: string): boolean {
  try {
    return walker.next()
  } catch (error) {
    if (!(error instanceof InvalidBatchHeaderError)) throw error
    throw new RaftFileFormatError(path, error.message, { cause: error })
  }
}

function kraftVersionIn(controls: readonly ControlRecord[]): number {
  return controls.find((record) => record.kind === 'kraftVersion')?.message.kRaftVersion ?? 0
}
