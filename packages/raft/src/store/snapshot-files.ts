import type { Disk } from '@samsa/base'
import type { BatchTools } from '@samsa/protocol'
import { buildSnapshot } from '../snapshot/build-snapshot.ts'
import { decodeSnapshot } from '../snapshot/decode-snapshot.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { latestSnapshotOf, snapshotFileName, type SnapshotId } from '../snapshot/snapshot-id.ts'
import { readWholeFile, replaceWholeFile } from './whole-file.ts'

/** Some 5 million partitions; a larger file is none of ours. */
const SNAPSHOT_BYTES_MAX = 536_870_912

/** The newest snapshot in the directory of the metadata log; undefined when there is none. */
export async function latestSnapshotIn(
  disk: Disk,
  directory: string,
): Promise<SnapshotId | undefined> {
  return latestSnapshotOf(await disk.list(directory))
}

/** Rejects with `RaftFileFormatError`, `MetadataBatchError`, `DiskError`. */
export async function readSnapshot(
  disk: Disk,
  directory: string,
  id: SnapshotId,
  tools: BatchTools,
): Promise<Snapshot> {
  const path = `${directory}/${snapshotFileName(id)}`
  return decodeSnapshot(await disk.readFile(path, SNAPSHOT_BYTES_MAX), path, id, tools)
}

/** A file in a snapshot's format under a name of its own; undefined when it does not exist. */
export async function readSnapshotFile(
  disk: Disk,
  path: string,
  id: SnapshotId,
  tools: BatchTools,
): Promise<Snapshot | undefined> {
  const bytes = await readWholeFile(disk, path, SNAPSHOT_BYTES_MAX)
  return bytes === undefined ? undefined : decodeSnapshot(bytes, path, id, tools)
}

/**
 * Writes a snapshot, by default under the name of its id; on the platter when it resolves. Until then
 * it is `….part`, which readers ignore.
 */
export function writeSnapshot(
  disk: Disk,
  directory: string,
  snapshot: Snapshot,
  tools: BatchTools,
  nowMs: number,
  name: string = snapshotFileName(snapshot.id),
): Promise<void> {
  const content = buildSnapshot(tools, snapshot, nowMs)
  return replaceWholeFile(disk, directory, name, `${name}.part`, content, 'quorum')
}
