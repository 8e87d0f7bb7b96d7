import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { ExpectedRecord } from './records.ts'

const kit = process.env['SAMSA_PEERS_KIT']
const folder = kit === undefined ? undefined : join(kit, 'data-samples')

/** Why the tests on Apache's data directories are skipped; undefined when they run. */
export const samplesMissing: string | undefined =
  folder !== undefined && existsSync(folder)
    ? undefined
    : 'SAMSA_PEERS_KIT does not name the kit with data directories of Apache Kafka'

export interface SampleNode {
  readonly sample: string
  readonly node: string
  readonly isKilled: boolean
  /** The log directory, read-only. */
  readonly data: string
  readonly dump: string
  readonly expect: string
}

/** Every data directory that Apache Kafka wrote. */
export function sampleNodes(): SampleNode[] {
  if (samplesMissing !== undefined || folder === undefined) return []
  const nodes: SampleNode[] = []
  for (const sample of readdirSync(folder)) {
    const data = join(folder, sample, 'data')
    if (!existsSync(data)) continue
    const isKilled = existsSync(join(folder, sample, 'expect-before-kill'))
    for (const node of readdirSync(data)) {
      nodes.push({
        sample,
        node,
        isKilled,
        data: join(data, node),
        dump: join(folder, sample, 'dump', node),
        expect: join(folder, sample, isKilled ? 'expect-before-kill' : 'expect'),
      })
    }
  }
  return nodes
}

/** Partitions whose files were damaged on purpose. */
export function isDamaged(node: SampleNode, partition: string): boolean {
  return node.isKilled && /^(torn|corrupt)-/.test(partition)
}

export function partitionsOf(node: SampleNode): string[] {
  return readdirSync(node.data, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /-\d+$/.test(entry.name))
    .map((entry) => entry.name)
}

/** Records that the kit's Java consumer read; undefined for partitions it did not read. */
export function expectedRecords(node: SampleNode, partition: string): ExpectedRecord[] | undefined {
  const path = join(node.expect, `${partition}.jsonl`)
  if (!existsSync(path)) return undefined
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ExpectedRecord)
}

export interface ExpectedPartition {
  readonly end: number
  readonly log_start: number
}

export function expectedPartitions(node: SampleNode): Record<string, ExpectedPartition> {
  const path = join(node.expect, 'partitions.json')
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, ExpectedPartition>
}
