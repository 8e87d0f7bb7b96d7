import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createNodeDoors } from '@samsa/base/node'
import {
  decodeProducerSnapshot,
  offsetIndexEntries,
  segmentBatches,
  timeIndexEntries,
} from '@samsa/log/inspect'
import { describe, expect, test } from 'vitest'
import {
  isDamaged,
  partitionsOf,
  type SampleNode,
  sampleNodes,
  samplesMissing,
} from './support/samples.ts'
import { tools } from './support/workshop.ts'

/** Files of one kind, with what kafka-dump-log printed of them. */
function filesOf(node: SampleNode, suffix: string) {
  const files: { path: string; base: number; dump: string[] }[] = []
  for (const partition of [...partitionsOf(node), '__cluster_metadata-0']) {
    if (isDamaged(node, partition) || !existsSync(join(node.data, partition))) continue
    for (const name of readdirSync(join(node.data, partition))) {
      const dump = join(node.dump, partition, `${name}.txt`)
      if (!name.endsWith(suffix) || !existsSync(dump)) continue
      const lines = readFileSync(dump, 'utf8').split('\n')
      files.push({ path: join(node.data, partition, name), base: parseInt(name, 10), dump: lines })
    }
  }
  return files
}

/** Numbers behind `name: ` in the lines that match. */
function numbersIn(lines: readonly string[], pattern: RegExp): number[][] {
  return lines
    .map((line) => pattern.exec(line))
    .filter((match) => match !== null)
    .map((match) => match.slice(1).map(Number))
}

function byFirst(rows: readonly number[][]): number[][] {
  return rows.toSorted((a, b) => a[0]! - b[0]!)
}

test('data directories of Apache Kafka are there to be read', ({ skip }) => {
  skip(samplesMissing !== undefined, samplesMissing)
  expect(sampleNodes().length).toBeGreaterThanOrEqual(8)
})

describe.each(sampleNodes())('files of $sample/$node', (node) => {
  test('every segment has the batches that kafka-dump-log prints', async () => {
    const doors = createNodeDoors()
    const files = filesOf(node, '.log')
    for (const { path, dump } of files) {
      const file = await doors.disk.open(path, 'read')
      const found: number[][] = []
      const sizeBytes = await doors.disk.sizeOf(file)
      for (const { batch, position } of segmentBatches(doors.disk, file, sizeBytes)) {
        if (!batch.isValid(tools.checksum)) throw new Error(`${path}: bad CRC at ${position}`)
        const { baseOffset, lastOffset, recordsCount, crc } = batch
        found.push([baseOffset, lastOffset, recordsCount, position, batch.sizeBytes, crc])
      }
      await doors.disk.close(file)
      const pattern =
        /^baseOffset: (\d+) lastOffset: (\d+) count: (\d+) .* position: (\d+) .* size: (\d+) .* crc: (\d+)/
      expect([path, found]).toEqual([path, numbersIn(dump, pattern)])
    }
    expect(files.length).toBeGreaterThan(0)
    await doors.compute.close()
  })

  test('every offset index and time index has the entries that kafka-dump-log prints', () => {
    const indexes = filesOf(node, '.index')
    for (const { path, base, dump } of indexes) {
      const found = offsetIndexEntries(readFileSync(path), base)
      const printed = numbersIn(dump, /^offset: (\d+) position: (\d+)/)
      const expected = printed.filter(([, position]) => position! > 0)
      const rows = found.map((entry) => [entry.offset, entry.position])
      expect([path, rows]).toEqual([path, expected])
    }
    for (const { path, base, dump } of filesOf(node, '.timeindex')) {
      const found = timeIndexEntries(readFileSync(path), base)
      const expected = numbersIn(dump, /^timestamp: (\d+) offset: (\d+)/)
      const isUnwritten = expected.length === 1 && expected[0]![0] === 0
      const rows = found.map((entry) => [entry.timestamp, entry.offset])
      expect([path, rows]).toEqual([path, isUnwritten ? [] : expected])
    }
    expect(indexes.length).toBeGreaterThan(0)
  })

  test('every producer snapshot has the producers that kafka-dump-log prints', () => {
    const snapshots = filesOf(node, '.snapshot')
    for (const { path, dump } of snapshots) {
      const found = decodeProducerSnapshot(readFileSync(path), tools.checksum, path)
      const pattern =
        /^producerId: (\d+) producerEpoch: (\d+) coordinatorEpoch: (-?\d+) .* lastTimestamp: (\d+)/
      const rows = found.map((entry) => [
        entry.producerId,
        entry.producerEpoch,
        entry.coordinatorEpoch,
        entry.lastTimestamp,
      ])
      expect([path, byFirst(rows)]).toEqual([path, byFirst(numbersIn(dump, pattern))])
    }
  })
})
