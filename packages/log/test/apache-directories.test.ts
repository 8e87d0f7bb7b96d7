import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { offset } from '@samsa/base'
import { readMetaProperties } from '@samsa/log'
import type { LogManager, PartitionLog } from '@samsa/log'
import { describe, expect, test } from 'vitest'
import { readAll } from './support/log-calls.ts'
import { recordsOf } from './support/records.ts'
import {
  expectedPartitions,
  expectedRecords,
  isDamaged,
  partitionsOf,
  type SampleNode,
  sampleNodes,
  samplesMissing,
} from './support/samples.ts'
import { tools, Workshop } from './support/workshop.ts'

/** A copy of the directory, opened as a node would. */
async function openCopy(workshop: Workshop, node: SampleNode): Promise<LogManager> {
  cpSync(node.data, workshop.directory, { recursive: true })
  const meta = await readMetaProperties(workshop.disk, workshop.directory)
  const manager = await workshop.openManager({
    clusterId: meta!.clusterId,
    nodeId: meta!.nodeId,
  })
  await manager.openMetadataLog(workshop.config)
  await manager.load(() => workshop.config)
  return manager
}

function logOf(manager: LogManager, name: string): PartitionLog {
  const dash = name.lastIndexOf('-')
  return manager.get(name.slice(0, dash), Number(name.slice(dash + 1)))!
}

/** What a consumer would see of a partition. */
async function visibleRecords(log: PartitionLog) {
  const bytes = await readAll(log, log.logStartOffset, 4096)
  return recordsOf(bytes, tools.compression, log.logStartOffset)
}

describe.each(sampleNodes())('$sample/$node, written by Apache Kafka', (node) => {
  test('is opened with the very records that a Java consumer read', async () => {
    await using workshop = new Workshop()
    const manager = await openCopy(workshop, node)
    const hadMarker = existsSync(join(node.data, '.kafka_cleanshutdown'))
    expect(manager.directories[0]!.cleanShutdown !== null).toBe(hadMarker)
    let compared = 0
    for (const name of partitionsOf(node)) {
      const expected = expectedRecords(node, name)
      if (expected === undefined || isDamaged(node, name)) continue
      const seen = await visibleRecords(logOf(manager, name))
      // A killed broker has written more since the consumer read.
      const shown = node.isKilled ? seen.slice(0, expected.length) : seen
      expect([name, shown]).toEqual([name, expected])
      compared += 1
    }
    expect(compared).toBeGreaterThan(0)
  })

  test('has the starts that Apache Kafka told, and its ends or, after a kill, more', async () => {
    await using workshop = new Workshop()
    const manager = await openCopy(workshop, node)
    const expected = expectedPartitions(node)
    let compared = 0
    for (const name of partitionsOf(node)) {
      if (expected[name] === undefined || isDamaged(node, name)) continue
      const log = logOf(manager, name)
      const { end, log_start } = expected[name]
      const shown = node.isKilled ? Math.min(end, log.logEndOffset) : log.logEndOffset
      expect([name, log.logStartOffset, shown]).toEqual([name, log_start, end])
      compared += 1
    }
    expect(compared).toBeGreaterThan(0)
  })

  test('is the same after a clean stop and another start by us', async () => {
    await using workshop = new Workshop()
    const manager = await openCopy(workshop, node)
    const before = new Map<string, unknown>()
    for (const log of manager.all()) {
      before.set(log.name, [log.logStartOffset, log.logEndOffset, await visibleRecords(log)])
    }
    await manager.close()
    const again = await openCopyAgain(workshop, manager)
    for (const log of again.all()) {
      const after = [log.logStartOffset, log.logEndOffset, await visibleRecords(log)]
      expect([log.name, after]).toEqual([log.name, before.get(log.name)])
    }
    expect([...again.all()].length).toBe(before.size)
  })

  test('answers look-ups by time with the first record that is late enough', async () => {
    await using workshop = new Workshop()
    const manager = await openCopy(workshop, node)
    for (const log of manager.all()) {
      if (isDamaged(node, log.name)) continue
      const seen = await visibleRecords(log)
      for (const timestamp of new Set(seen.map((record) => record.timestamp))) {
        const first = seen.find((record) => record.timestamp >= timestamp)!
        const found = await log.offsetForTimestamp(timestamp, log.logEndOffset)
        if (found!.offset === first.offset) continue
        // Markers are records too, which a consumer does not see.
        const before = seen.filter((record) => record.offset === found!.offset)
        expect([log.name, timestamp, before]).toEqual([log.name, timestamp, []])
        expect(found!.offset).toBeLessThan(first.offset)
      }
    }
  })
})

async function openCopyAgain(workshop: Workshop, closed: LogManager): Promise<LogManager> {
  const { clusterId, nodeId } = closed.directories[0]!.meta
  const manager = await workshop.openManager({ clusterId, nodeId })
  expect(manager.directories[0]!.cleanShutdown).not.toBeNull()
  await manager.load(() => workshop.config)
  return manager
}

test('a killed directory is recovered to the offsets that Apache Kafka recovered it to', async ({
  skip,
}) => {
  skip(samplesMissing !== undefined, samplesMissing)
  const node = sampleNodes().find((candidate) => candidate.sample === 'single-killed')!
  await using workshop = new Workshop()
  const manager = await openCopy(workshop, node)
  const path = join(node.data, '../../offsets-after-recovery.json')
  const expected = JSON.parse(readFileSync(path, 'utf8')) as Record<
    string,
    { end: number; log_start: number }
  >
  const recovered: Record<string, unknown> = {}
  for (const log of manager.all()) {
    // Apache's own coordinators wrote to it between recovery and the look.
    if (expected[log.name] === undefined || log.topic.startsWith('__')) continue
    recovered[log.name] = { end: log.logEndOffset, log_start: log.logStartOffset }
  }
  for (const [name, offsets] of Object.entries(recovered)) {
    const { end, log_start } = expected[name]!
    expect({ name, offsets }).toEqual({ name, offsets: { end, log_start } })
  }
  expect(Object.keys(recovered).length).toBeGreaterThan(20)
  expect(logOf(manager, 'torn-0').logEndOffset).toBe(offset(9))
  expect(logOf(manager, 'corrupt-0').logEndOffset).toBe(offset(9))
})
