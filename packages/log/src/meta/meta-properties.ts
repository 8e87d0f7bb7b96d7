import { type Disk, type Random, type Uuid, uuid } from '@samsa/base'
import { LogFileFormatError } from '../errors.ts'
import { readTextFile, replaceFile } from '../files/atomic-file.ts'
import { META_PROPERTIES_FILE } from '../files/names.ts'
import type { MetaProperties } from '../types.ts'

/** Says who a log directory belongs to: version 1 of the file. `docs/formats/meta-properties.md`. */
const META_PROPERTIES_BYTES_MAX = 65_536

/** Kafka's reserved ids, which no directory may have: no id, metadata topic, lost, unassigned, migrating. */
const RESERVED_DIRECTORY_IDS = 100

export function formatMetaProperties(meta: MetaProperties): string {
  return [
    '#',
    `node.id=${meta.nodeId}`,
    `directory.id=${meta.directoryId}`,
    'version=1',
    `cluster.id=${meta.clusterId}`,
    '',
  ].join('\n')
}

/** Throws `LogFileFormatError`. Version 0 (`broker.id`) is read as well; it has no directory id. */
export function parseMetaProperties(text: string, path: string): MetaProperties {
  const values = parseProperties(text)
  const version = values.get('version') ?? '0'
  if (version !== '0' && version !== '1') {
    throw new LogFileFormatError(path, `version ${version} is unknown`)
  }
  const nodeId = values.get(version === '1' ? 'node.id' : 'broker.id') ?? ''
  if (!/^\d{1,10}$/.test(nodeId) || Number(nodeId) > 0x7fffffff) {
    throw new LogFileFormatError(path, `node.id is ${JSON.stringify(nodeId)}`)
  }
  const clusterId = values.get('cluster.id')
  if (clusterId === undefined || clusterId === '') {
    throw new LogFileFormatError(path, 'cluster.id is missing')
  }
  return { clusterId, nodeId: Number(nodeId), directoryId: directoryIdOf(values, path) }
}

function directoryIdOf(values: ReadonlyMap<string, string>, path: string): Uuid {
  const text = values.get('directory.id')
  if (text === undefined) {
    throw new LogFileFormatError(path, 'directory.id is missing (formatted before Kafka 3.7)')
  }
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== 16 || bytes.toString('base64url') !== text || isReserved(bytes)) {
    throw new LogFileFormatError(path, `directory.id is ${JSON.stringify(text)}`)
  }
  return uuid(text)
}

function isReserved(id: Buffer): boolean {
  return id.subarray(0, 15).every((byte) => byte === 0) && id[15]! < RESERVED_DIRECTORY_IDS
}

/** `key=value` lines of a Java properties file; comments, blanks around keys and simple escapes. */
function parseProperties(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?![#!])([^=:\s]+)\s*[=:\s]\s*(.*?)\s*$/.exec(line)
    if (match !== null) values.set(match[1]!, match[2]!.replace(/\\(.)/g, '$1'))
  }
  return values
}

/** Undefined when the directory was never formatted. Throws `LogFileFormatError`, `DiskError`. */
export async function readMetaProperties(
  disk: Disk,
  directory: string,
): Promise<MetaProperties | undefined> {
  const path = `${directory}/${META_PROPERTIES_FILE}`
  const text = await readTextFile(disk, path, META_PROPERTIES_BYTES_MAX)
  return text === undefined ? undefined : parseMetaProperties(text, path)
}

/** Formats the directory; on the platter when it resolves. */
export function writeMetaProperties(
  disk: Disk,
  directory: string,
  meta: MetaProperties,
): Promise<void> {
  return replaceFile(disk, directory, META_PROPERTIES_FILE, Buffer.from(formatMetaProperties(meta)))
}

/** A fresh `directory.id`, none of the reserved ones. */
export function newDirectoryId(random: Random): Uuid {
  for (;;) {
    const id = random.uuid()
    if (!isReserved(Buffer.from(id, 'base64url'))) return id
  }
}
