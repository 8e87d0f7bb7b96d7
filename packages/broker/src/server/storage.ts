import { createNodeDoors } from '@samsa/base/node'
import { uuid } from '@samsa/base'
import type { StaticConfig } from '../config/static/static-config.ts'
import { formatDirectories } from '../metadata/format.ts'
import { METADATA_VERSION_MAX } from '../metadata/metadata-version.ts'
import { inspectStorage } from '../metadata/storage-info.ts'
import { createBatchTools, loadNodeAccelerators } from './accelerators.ts'

/** The controller port told to voters when the configuration leaves it to the system. */
const CONTROLLER_PORT = 9093

export interface FormatStorageOptions {
  readonly config: StaticConfig
  /** A fresh one when undefined. */
  readonly clusterId: string | undefined
  readonly ignoreFormatted?: boolean
}

/** Formats the log directories of a node; answers one sentence for each. See `formatDirectories`. */
export async function formatStorage(options: FormatStorageOptions): Promise<readonly string[]> {
  const { config } = options
  const { disk, clock, random } = createNodeDoors()
  const clusterId = options.clusterId ?? random.uuid()
  const result = await formatDirectories({
    disk,
    clock,
    random,
    tools: createBatchTools(loadNodeAccelerators()),
    directories: directoriesOf(config),
    metadataDirectory: config.metadataLogDir,
    clusterId,
    nodeId: config.nodeId,
    metadataVersion: METADATA_VERSION_MAX,
    features: new Map(),
    standaloneEndpoints: config.quorumVoters.length > 0 ? null : controllerEndpoints(config),
    ignoresFormatted: options.ignoreFormatted ?? false,
  })
  return [
    ...result.formatted.map((path) => `Formatted ${path} for cluster ${clusterId}.`),
    ...result.alreadyFormatted.map((path) => `Left ${path} as it is: formatted already.`),
  ]
}

/** What the directories hold, and what keeps a node from starting on them. */
export async function describeStorage(
  config: StaticConfig,
): Promise<{ readonly lines: readonly string[]; readonly problems: readonly string[] }> {
  const { disk } = createNodeDoors()
  const { directories, problems } = await inspectStorage(disk, directoriesOf(config))
  const lines = directories.flatMap(({ path, meta }) =>
    meta === null
      ? []
      : [`${path}: cluster ${meta.clusterId}, node ${meta.nodeId}, directory ${meta.directoryId}`],
  )
  return { lines, problems }
}

/** An id for a new cluster, as kafka-storage random-uuid prints it. */
export function randomUuid(): string {
  return uuid(createNodeDoors().random.uuid())
}

function directoriesOf(config: StaticConfig): readonly string[] {
  return [...new Set([...config.logDirs, config.metadataLogDir])]
}

function controllerEndpoints(
  config: StaticConfig,
): readonly { name: string; host: string; port: number }[] {
  return config.listeners
    .filter(({ isController }) => isController)
    .map(({ name, host, port }) => ({
      name,
      host: host === '' ? 'localhost' : host,
      port: port === 0 ? CONTROLLER_PORT : port,
    }))
}
