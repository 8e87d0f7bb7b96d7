import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const kit = process.env['SAMSA_PEERS_KIT']
const folder = kit === undefined ? undefined : join(kit, 'data-samples')

/** Why the tests on Apache's data directories are skipped; undefined when they run. */
export const samplesMissing: string | undefined =
  folder !== undefined && existsSync(folder)
    ? undefined
    : 'SAMSA_PEERS_KIT does not name the kit with data directories of Apache Kafka'

export interface ExpectedPartition {
  readonly partition: number
  readonly leader: number
  readonly replicas: readonly number[]
  readonly isr: readonly number[]
  readonly elr: readonly number[]
}

export interface ExpectedTopic {
  readonly id: string
  readonly configs: Readonly<Record<string, string>>
  readonly partitions: readonly ExpectedPartition[]
}

/** What the Admin client of Apache Kafka was told while the cluster ran. */
export interface Expected {
  readonly topics: Readonly<Record<string, ExpectedTopic>>
  /** A text when the cluster has no authorizer. */
  readonly acls: readonly string[] | string
  readonly quotas: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly scram: Readonly<Record<string, readonly string[]>>
  readonly features: Readonly<Record<string, number>>
}

export interface Sample {
  readonly sample: string
  readonly node: string
  /** The log directory as Apache left it, read-only. */
  readonly directory: string
  readonly expected: Expected
}

export function samples(): Sample[] {
  if (samplesMissing !== undefined || folder === undefined) return []
  const found: Sample[] = []
  for (const sample of readdirSync(folder)) {
    const data = join(folder, sample, 'data')
    if (!existsSync(data)) continue
    const told = existsSync(join(folder, sample, 'expect')) ? 'expect' : 'expect-before-kill'
    const path = join(folder, sample, told, 'metadata.json')
    const expected = JSON.parse(readFileSync(path, 'utf8')) as Expected
    for (const node of readdirSync(data)) {
      found.push({ sample, node, directory: join(data, node), expected })
    }
  }
  return found
}

/** A copy that can be written. */
export function copySample({ directory }: Sample, to: string): void {
  cpSync(directory, to, { recursive: true })
  const names = readdirSync(to, { recursive: true, encoding: 'utf8' })
  for (const path of ['', ...names].map((name) => join(to, name))) {
    chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644)
  }
}

export function propertyOf({ directory }: Sample, key: string): string {
  const text = readFileSync(join(directory, 'meta.properties'), 'utf8')
  return new RegExp(`^${key}=(.*)$`, 'm').exec(text)![1]!
}
