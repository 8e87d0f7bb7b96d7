import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { append } from './support/log-calls.ts'
import { Workshop } from './support/workshop.ts'

interface LogVector {
  readonly case: string
  readonly kind: string
  readonly now: number
  readonly topicConfig: Readonly<Record<string, string>>
  readonly steps: readonly {
    readonly origin: 'client' | 'coordinator'
    readonly leaderEpoch: number
    readonly hex: string
  }[]
  readonly logEndOffset: number
  readonly files: Readonly<Record<string, string | { readonly text: string }>>
}

const vectors = readFileSync(fileURLToPath(new URL('golden/files.jsonl', import.meta.url)), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as LogVector)
  .filter((vector) => vector.kind === 'log')

for (const vector of vectors) {
  test(`a closed log has the very files that Apache Kafka writes: ${vector.case}`, async () => {
    const config = vector.topicConfig
    await using workshop = new Workshop({
      config: {
        segmentBytes: Number(config['internal.segment.bytes']),
        indexIntervalBytes: Number(config['index.interval.bytes']),
        segmentIndexBytes: Number(config['segment.index.bytes']),
      },
    })
    workshop.clock.setWallMs(vector.now)
    const log = await workshop.open()
    for (const step of vector.steps) {
      const outcome = await append(log, stampedTime(vector, step.hex), step)
      expect(outcome.errorCode).toBe(0)
    }
    expect(log.logEndOffset).toBe(vector.logEndOffset)
    await log.close()
    expect(filesOf(join(workshop.directory, 't-0'))).toEqual(expectedFiles(vector))
  })
}

/** With LogAppendTime the validator has stamped the batch: the stored bytes say how. */
function stampedTime(vector: LogVector, hex: string): Uint8Array {
  const bytes = Buffer.from(hex, 'hex')
  if (vector.topicConfig['message.timestamp.type'] !== 'LogAppendTime') return bytes
  const stored = Object.entries(vector.files)
    .filter(([name]) => name.endsWith('.log'))
    .map(([, content]) => content as string)
    .join('')
  const payload = hex.slice(122)
  const at = stored.indexOf(payload)
  return Buffer.from(stored.slice(at - 122, at + payload.length), 'hex')
}

function filesOf(path: string): Record<string, string> {
  const files: Record<string, string> = {}
  for (const name of readdirSync(path).sort()) {
    files[name] = comparable(name, readFileSync(join(path, name)))
  }
  return files
}

function expectedFiles(vector: LogVector): Record<string, string> {
  const files: Record<string, string> = {}
  for (const name of Object.keys(vector.files).sort()) {
    if (name.endsWith('.txnindex')) continue
    const content = vector.files[name]!
    const bytes = typeof content === 'string' ? Buffer.from(content, 'hex') : content.text
    files[name] = comparable(name, Buffer.from(bytes))
  }
  return files
}

/** Producer snapshots list producers in the order of a Java hash map: compared as a set. */
function comparable(name: string, bytes: Buffer): string {
  if (!name.endsWith('.snapshot')) return bytes.toString('hex')
  const entries: string[] = []
  for (let at = 10; at < bytes.length; at += 46) entries.push(bytes.toString('hex', at, at + 46))
  return bytes.toString('hex', 0, 2) + bytes.toString('hex', 6, 10) + entries.sort().join('')
}
