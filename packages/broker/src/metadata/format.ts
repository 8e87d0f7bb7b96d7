import {
  BrokerError,
  type Clock,
  type Disk,
  leaderEpoch,
  type NodeId,
  offset,
  type Random,
  type Uuid,
} from '@samsa/base'
import {
  LogDirectoryIdentityError,
  type MetaProperties,
  newDirectoryId,
  readMetaProperties,
  writeMetaProperties,
} from '@samsa/log'
import type { BatchTools } from '@samsa/protocol'
import { standaloneVoters, type VoterEndpoint, writeSnapshot } from '@samsa/raft'
import { featureRecords, writeBootstrap } from './bootstrap.ts'
import { checkFeatures, METADATA_VERSION } from './features.ts'

/** Where the metadata log lives, as the log package names it. */
const METADATA_LOG_DIRECTORY = '__cluster_metadata-0'

/** The directory belongs to somebody already. */
export class AlreadyFormattedError extends BrokerError {
  override readonly name = 'AlreadyFormattedError'
  readonly code = 'STORAGE_ALREADY_FORMATTED'
  readonly path: string

  constructor(path: string, { clusterId, nodeId }: MetaProperties) {
    super(
      `${path} is formatted already (cluster ${clusterId}, node ${nodeId}). Use --ignore-formatted ` +
        'to leave it as it is, or remove it first.',
    )
    this.path = path
  }
}

/** Something about the options of formatting is not possible. */
export class FormatOptionError extends BrokerError {
  override readonly name = 'FormatOptionError'
  readonly code = 'STORAGE_FORMAT_OPTION'
}

export interface FormatOptions {
  readonly disk: Disk
  readonly random: Random
  readonly clock: Clock
  readonly tools: BatchTools
  /** `log.dirs` and, where it is another, `metadata.log.dir`; made where they do not exist. */
  readonly directories: readonly string[]
  /** `metadata.log.dir`, by default the first of `log.dirs`; one of `directories`. */
  readonly metadataDirectory: string
  readonly clusterId: string
  readonly nodeId: NodeId
  readonly metadataVersion: number
  /** Levels of other features; those left out are at 0. */
  readonly features: ReadonlyMap<string, number>
  /**
   * Controller endpoints of a node that forms a quorum by itself (KIP-853, `kraft.version` 1); null
   * for voters that the configuration names (`kraft.version` 0).
   */
  readonly standaloneEndpoints: readonly VoterEndpoint[] | null
  /** Directories of this very cluster and node may be formatted already; they are left alone. */
  readonly ignoresFormatted: boolean
}

export interface FormatResult {
  readonly formatted: readonly string[]
  readonly alreadyFormatted: readonly string[]
}

/**
 * Makes directories that a node can start on, as kafka-storage format does: `meta.properties` with a
 * fresh directory id, `bootstrap.checkpoint` with the feature levels, and for a standalone quorum a
 * first snapshot with its voter. `meta.properties` comes last: what a crash leaves is not formatted.
 * All of it is on the platter when it resolves. Rejects with `AlreadyFormattedError`,
 * `LogDirectoryIdentityError`, `FormatOptionError`, `FeatureLevelError`, `MetadataVersionError`, and
 * nothing was written; or with `DiskError`.
 */
export async function formatDirectories(options: FormatOptions): Promise<FormatResult> {
  checkOptions(options)
  const formatted: string[] = []
  const alreadyFormatted: string[] = []
  for (const path of options.directories) {
    const meta = await readMetaProperties(options.disk, path)
    if (meta === undefined) formatted.push(path)
    else {
      checkOwner(path, meta, options)
      alreadyFormatted.push(path)
    }
  }
  for (const path of formatted) await formatDirectory(path, options)
  return { formatted, alreadyFormatted }
}

function checkOptions({ clusterId, directories, metadataVersion, features }: FormatOptions): void {
  if (!/^[\w.-]+$/.test(clusterId)) {
    throw new FormatOptionError(
      `The cluster id ${JSON.stringify(clusterId)} is not one: use letters, digits, "_", "." and ` +
        '"-", best what samsa storage random-uuid prints.',
    )
  }
  if (new Set(directories).size < directories.length) {
    throw new FormatOptionError('A log directory is named twice: correct log.dirs.')
  }
  const levels = new Map([...features, [METADATA_VERSION, metadataVersion] as const])
  checkFeatures({ metadataVersion, levels }, false)
}

function checkOwner(path: string, meta: MetaProperties, options: FormatOptions): void {
  if (!options.ignoresFormatted) throw new AlreadyFormattedError(path, meta)
  const { clusterId, nodeId } = options
  if (meta.clusterId !== clusterId) {
    throw new LogDirectoryIdentityError(path, 'cluster', meta.clusterId, clusterId)
  }
  if (meta.nodeId !== nodeId) {
    throw new LogDirectoryIdentityError(path, 'node', String(meta.nodeId), String(nodeId))
  }
}

async function formatDirectory(path: string, options: FormatOptions): Promise<void> {
  const { disk, clock, random, tools, clusterId, nodeId } = options
  await makeDirectory(disk, path)
  const directoryId = newDirectoryId(random)
  const records = featureRecords(options.metadataVersion, options.features)
  await writeBootstrap(disk, path, records, tools, clock.wallMs())
  if (path === options.metadataDirectory && options.standaloneEndpoints !== null) {
    await writeFirstSnapshot(path, directoryId, options.standaloneEndpoints, options)
  }
  await writeMetaProperties(disk, path, { clusterId, nodeId, directoryId })
}

async function writeFirstSnapshot(
  path: string,
  directoryId: Uuid,
  endpoints: readonly VoterEndpoint[],
  { disk, clock, tools, nodeId }: FormatOptions,
): Promise<void> {
  const directory = `${path}/${METADATA_LOG_DIRECTORY}`
  await makeDirectory(disk, directory)
  const nowMs = clock.wallMs()
  const snapshot = {
    id: { offset: offset(0), epoch: leaderEpoch(0) },
    lastContainedLogTimestampMs: nowMs,
    kraftVersion: 1,
    voters: standaloneVoters(nodeId, directoryId, endpoints),
    records: [],
  }
  await writeSnapshot(disk, directory, snapshot, tools, nowMs)
}

/** With the directories above it, and on the platter. */
async function makeDirectory(disk: Disk, path: string): Promise<void> {
  const status = await disk.status(path)
  if (status?.isDirectory === true) return
  const parent = dirname(path)
  await makeDirectory(disk, parent)
  await disk.makeDirectory(path)
  await disk.syncDirectory(parent)
}

/** What a relative path of one part lies in is `.`. */
function dirname(path: string): string {
  const trimmed = path.replace(/\/+$/, '')
  const slash = trimmed.lastIndexOf('/')
  if (slash === -1) return '.'
  return trimmed.slice(0, slash) || '/'
}
