import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const kit = process.env['SAMSA_PEERS_KIT']
const folder = kit === undefined ? undefined : join(kit, 'data-samples')

/** Why the tests on Apache's data directories are skipped; undefined when they run. */
export const samplesMissing: string | undefined =
  folder !== undefined && existsSync(folder)
    ? undefined
    : 'SAMSA_PEERS_KIT does not name the kit with data directories of Apache Kafka'

export interface SampleLog {
  readonly sample: string
  readonly node: string
  /** `__cluster_metadata-0` as Apache left it, read-only. */
  readonly directory: string
  /** What kafka-dump-log printed of its files. */
  readonly dump: string
}

export function sampleLogs(): SampleLog[] {
  if (samplesMissing !== undefined || folder === undefined) return []
  const logs: SampleLog[] = []
  for (const sample of readdirSync(folder)) {
    const data = join(folder, sample, 'data')
    if (!existsSync(data)) continue
    for (const node of readdirSync(data)) {
      const directory = join(data, node, '__cluster_metadata-0')
      const dump = join(folder, sample, 'dump', node, '__cluster_metadata-0')
      logs.push({ sample, node, directory, dump })
    }
  }
  return logs
}

/** A record as kafka-dump-log prints it: offset, what it is, and its fields. */
export interface DumpedRecord {
  readonly offset: number
  readonly type: string
  readonly version: number
  readonly data: Readonly<Record<string, unknown>>
}

/** Records of a dump, metadata records and control records alike. */
export function dumpedRecords(path: string): DumpedRecord[] {
  const records: DumpedRecord[] = []
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const match = /^\| offset: (\d+) .* headerKeys: \[\] (\w+):? ?(\{.*\})$/.exec(line)
    if (match === null) continue
    const [offset, kind, json] = [Number(match[1]), match[2]!, JSON.parse(match[3]!) as object]
    if (kind === 'payload') records.push({ offset, ...(json as Omit<DumpedRecord, 'offset'>) })
    else {
      const data = json as Record<string, unknown>
      records.push({ offset, type: kind, version: data['version'] as number, data })
    }
  }
  return records
}
