import type { Disk } from '@samsa/base'
import { type MetaProperties, readMetaProperties } from '@samsa/log'

/** A log directory as it is found. */
export interface StorageInfo {
  readonly path: string
  readonly exists: boolean
  /** Null when it is not formatted. */
  readonly meta: MetaProperties | null
}

export interface StorageReport {
  readonly directories: readonly StorageInfo[]
  /** What keeps a node from starting on them; empty when nothing does. */
  readonly problems: readonly string[]
}

/** What `samsa storage info` tells. Rejects with `LogFileFormatError`, `DiskError`. */
export async function inspectStorage(
  disk: Disk,
  directories: readonly string[],
): Promise<StorageReport> {
  const found: StorageInfo[] = []
  for (const path of directories) {
    const exists = (await disk.status(path))?.isDirectory === true
    const meta = exists ? ((await readMetaProperties(disk, path)) ?? null) : null
    found.push({ path, exists, meta })
  }
  return { directories: found, problems: problemsOf(found) }
}

function problemsOf(directories: readonly StorageInfo[]): string[] {
  const problems: string[] = []
  let first: { path: string; meta: MetaProperties } | undefined
  const ids = new Map<string, string>()
  for (const { path, exists, meta } of directories) {
    if (!exists) problems.push(`${path} does not exist.`)
    else if (meta === null) problems.push(`${path} is not formatted.`)
    if (meta === null) continue
    first ??= { path, meta }
    if (meta.clusterId !== first.meta.clusterId) {
      problems.push(`${path} belongs to cluster ${meta.clusterId}, ${first.path} to another.`)
    }
    if (meta.nodeId !== first.meta.nodeId) {
      problems.push(`${path} belongs to node ${meta.nodeId}, ${first.path} to another.`)
    }
    const twin = ids.get(meta.directoryId)
    if (twin !== undefined) problems.push(`${path} has the same directory.id as ${twin}.`)
    ids.set(meta.directoryId, path)
  }
  return problems
}
