import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { apis } from '../../src/index.ts'
import { storedSchemas } from '../../src/schema/index.ts'
import { goldenVectors } from '../support/corpus.ts'
import { newOutcome, verifyFile } from '../support/vectors.ts'

test(
  'every golden vector of Apache Kafka 4.3.1 holds in both directions',
  { timeout: 60_000 },
  () => {
    const outcome = newOutcome()
    for (const [path, text] of Object.entries(goldenVectors())) verifyFile(outcome, path, text)
    expect(outcome.failures).toEqual([])
    expect(outcome.passed).toBeGreaterThan(4_700)
  },
)

test(
  'the golden vectors cover every version of every API and every stored type',
  { timeout: 60_000 },
  () => {
    const files = goldenVectors()
    const versionsIn = (path: string): ReadonlySet<number> =>
      new Set(
        (files[path] ?? '')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => (JSON.parse(line) as { version: number }).version),
      )
    for (const { key, name, versionMin, versionMax } of apis) {
      for (const side of ['request', 'response']) {
        const versions = versionsIn(`rpc/${key}-${name}-${side}.jsonl`)
        for (let version = versionMin; version <= versionMax; version++) {
          expect(versions, `${name} ${side} ${version}`).toContain(version)
        }
      }
    }
    for (const { origin, message } of storedSchemas) {
      const versions = versionsIn(`records/${origin}/${message.name}.jsonl`)
      for (let version = message.versions.min; version <= message.versions.max; version++) {
        expect(versions, `${message.name} ${version}`).toContain(version)
      }
    }
  },
)

test('a file or a kind that nobody knows fails instead of passing in silence', () => {
  const outcome = newOutcome()
  verifyFile(outcome, 'rpc/93-Unknown-request.jsonl', '{"version":0,"json":{},"hex":""}\n')
  verifyFile(outcome, 'records/metadata/Unknown.jsonl', '{"version":0,"json":{},"hex":""}\n')
  verifyFile(outcome, 'others.jsonl', '{}\n')
  verifyFile(outcome, 'primitives.json', '{"unknown":[1]}')
  verifyFile(outcome, 'batches.jsonl', '{"kind":"unknown"}\n')
  expect(outcome.failures).toHaveLength(5)
  expect(outcome.passed).toBe(0)
})

test('a vector with one wrong byte or value fails', () => {
  const good = { version: 0, json: { name: 'a', topicId: 'AAAAAAAAAAAAAAAAAAAAAQ' } }
  const hex = `0261${'00'.repeat(15)}0100`
  const runs = [
    { ...good, hex },
    { ...good, hex: hex.replace('0261', '0262') },
    { ...good, hex: `${hex}00` },
    { ...good, json: { ...good.json, name: 'b' }, hex },
    { ...good, unknown: [{ path: '', tag: 3, hex: '01' }], hex },
  ].map((line) => {
    const outcome = newOutcome()
    verifyFile(outcome, 'records/metadata/TopicRecord.jsonl', JSON.stringify(line))
    return outcome.failures.length
  })
  expect(runs).toEqual([0, 1, 1, 1, 1])
})

test('the copy of the vectors takes less than a megabyte', () => {
  expect(statSync(new URL('vectors.json.zst', import.meta.url)).size).toBeLessThan(1_000_000)
})
