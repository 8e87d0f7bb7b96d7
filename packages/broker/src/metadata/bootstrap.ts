import { type Disk, leaderEpoch, offset } from '@samsa/base'
import { type BatchTools, featureLevelRecord, featureLevelRecordSchema } from '@samsa/protocol'
import { type MetadataRecord, metadataRecord, readSnapshotFile, writeSnapshot } from '@samsa/raft'
import { METADATA_VERSION } from './features.ts'
import { METADATA_VERSION_MAX } from './metadata-version.ts'

/** What formatting leaves in a log directory for the first leader of an empty metadata log. */
const BOOTSTRAP_FILE = 'bootstrap.checkpoint'

const BOOTSTRAP_ID = { offset: offset(0), epoch: leaderEpoch(0) }

/** Feature levels as records: `metadata.version` first, then by name; level 0 needs no record. */
export function featureRecords(
  metadataVersion: number,
  features: ReadonlyMap<string, number>,
): MetadataRecord[] {
  const others = [...features].filter(([, level]) => level > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  return [[METADATA_VERSION, metadataVersion] as const, ...others].map(([name, featureLevel]) =>
    metadataRecord(featureLevelRecordSchema, featureLevelRecord({ name, featureLevel })),
  )
}

/**
 * Records of `bootstrap.checkpoint`; without the file those of this release's newest level. Rejects
 * with `RaftFileFormatError`, `MetadataBatchError`, `DiskError`.
 */
export async function readBootstrap(
  disk: Disk,
  directory: string,
  tools: BatchTools,
): Promise<readonly MetadataRecord[]> {
  const path = `${directory}/${BOOTSTRAP_FILE}`
  const snapshot = await readSnapshotFile(disk, path, BOOTSTRAP_ID, tools)
  return snapshot?.records ?? featureRecords(METADATA_VERSION_MAX, new Map())
}

/** On the platter when it resolves. */
export function writeBootstrap(
  disk: Disk,
  directory: string,
  records: readonly MetadataRecord[],
  tools: BatchTools,
  nowMs: number,
): Promise<void> {
  const snapshot = {
    id: BOOTSTRAP_ID,
    lastContainedLogTimestampMs: 0,
    kraftVersion: 0,
    voters: null,
    records,
  }
  return writeSnapshot(disk, directory, snapshot, tools, nowMs, BOOTSTRAP_FILE)
}
